import { expect, it } from 'vitest'
import { lastName, nameParts, withNames } from './name-parts.ts'

it('parts names at every sign that people put between them', () => {
  expect(nameParts('甲局、乙局，丙局,丁局;戊局；己局')).toEqual(['甲局', '乙局', '丙局', '丁局', '戊局', '己局'])
  expect(nameParts(' 甲局 、、 乙局、 ')).toEqual(['甲局', '乙局'])
  expect(nameParts('')).toEqual([])
})

it('tells the name that is being typed', () => {
  expect(lastName('甲局、乙')).toBe('乙')
  expect(lastName('甲局、')).toBe('')
  expect(lastName('甲')).toBe('甲')
  expect(lastName('')).toBe('')
})

it('writes whole names so that a further one can follow', () => {
  expect(withNames(['甲局', '乙局'])).toBe('甲局、乙局、')
  expect(nameParts(withNames(['甲局', '乙局']))).toEqual(['甲局', '乙局'])
  expect(withNames([])).toBe('')
})
