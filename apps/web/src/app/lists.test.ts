import type { Playbook } from '@guatu/playbook'
import { expect, it } from 'vitest'
import { canShow, listFor } from './lists.ts'

const list = (key: string, ...capabilities: Playbook['capabilities']) => ({ key, capabilities }) as Playbook

const works = list('works', 'schedule', 'areaMap')
const notes = list('notes')

it('shows every list on a screen that asks for nothing', () => {
  expect([works, notes].map((each) => canShow(each, undefined))).toEqual([true, true])
  expect([works, notes].map((each) => canShow(each, 'schedule'))).toEqual([true, false])
})

it('stays with the current list where the screen can show it', () => {
  expect(listFor([works, notes], notes, undefined)).toBe(notes)
  expect(listFor([notes, works], works, 'schedule')).toBe(works)
})

it('takes the first list that the screen can show otherwise', () => {
  expect(listFor([notes, works], notes, 'schedule')).toBe(works)
  expect(listFor([notes, works], undefined, undefined)).toBe(notes)
  expect(listFor([notes], notes, 'areaMap')).toBeUndefined()
  expect(listFor([], undefined, undefined)).toBeUndefined()
})
