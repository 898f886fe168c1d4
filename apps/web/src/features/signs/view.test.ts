import { signKeys, signs } from '@guatu/kernel'
import { describe, expect, test } from 'vitest'
import { countedWords, signView, toggled } from './view.ts'

const unit = '018f0000-0000-7000-8000-000000000001'

describe('the address', () => {
  test('narrows the board by what it knows', () => {
    expect(signView({ sign: 'slow', unit, item: unit })).toEqual({ sign: 'slow', unit, item: unit })
    expect(signView({ unit: 'none' }).unit).toBe('none')
  })

  test('and leaves out what it does not', () => {
    expect(signView({ sign: 'lazy', unit: 'x', item: '1 or 1' })).toEqual({
      sign: undefined,
      unit: undefined,
      item: undefined,
    })
  })
})

test('a cell narrows, and once more widens', () => {
  const open = { sign: undefined, unit: undefined, item: undefined }
  expect(toggled(open, { sign: 'slow', unit })).toEqual({ sign: 'slow', unit })
  expect(toggled({ ...open, sign: 'slow', unit }, { sign: 'slow', unit })).toEqual({ sign: undefined, unit: undefined })
})

test('every kind says from which figure on it counts', () => {
  const thresholds = Object.fromEntries(
    signKeys.flatMap((key) => Object.keys(signs[key].kinds).map((kind) => [kind, 7])),
  )
  for (const key of signKeys) {
    for (const { zh, en } of countedWords(key, thresholds)) {
      expect(zh).toContain('7')
      expect(en).toContain('7')
    }
  }
})
