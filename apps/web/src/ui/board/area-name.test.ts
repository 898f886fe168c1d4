import { expect, it } from 'vitest'
import { briefAreaName } from './area-name.ts'

it.each([
  ['建设街道', '建设'],
  ['凤桥镇', '凤桥'],
  ['湘家荡', '湘家荡'],
  ['南湖高新技术产业园区', '南湖高新技术产业园区'],
  ['南镇', '南镇'],
])('%s is called %s', (name, brief) => expect(briefAreaName(name)).toBe(brief))
