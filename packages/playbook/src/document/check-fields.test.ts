import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dictionaries, everyKind, sample } from '../../test/sample.ts'
import { fieldKinds } from '../field.ts'
import { checkField, checkFields } from './check-fields.ts'

type Case = readonly [field: string, value: unknown, outcome: { readonly kept?: unknown; readonly refused?: string }]

const file = new URL('../../../../fixtures/playbook/value-cases.json', import.meta.url)
const cases: readonly Case[] = JSON.parse(readFileSync(file, 'utf8')).cases

const refusalsOf = (fields: Record<string, unknown>, options = {}) => {
  const outcome = checkFields(sample, fields, { dictionaries, ...options })
  return outcome.kind === 'refused' ? outcome.refusals : []
}

describe('one value of one field', () => {
  test.each(cases)('%s: %j', (key, value, outcome) => {
    const checked = checkField(everyKind[key]!, value, dictionaries)
    if (outcome.refused === undefined) expect(checked).toEqual({ kind: 'good', value: outcome.kept })
    else {
      expect(checked.kind).toBe('bad')
      if (checked.kind === 'bad') {
        expect(checked.message.zh).toContain(outcome.refused)
        expect(checked.message.en).toMatch(/[a-z]/i)
      }
    }
  })

  test('the cases reach every kind of field', () => {
    const reached = new Set(cases.map(([key]) => everyKind[key]!.kind))
    expect([...reached].sort()).toEqual([...fieldKinds].sort())
  })

  test('a kept value is kept as it is when it comes again', () => {
    for (const [key, value, outcome] of cases) {
      if (outcome.refused !== undefined) continue
      const first = checkField(everyKind[key]!, value, dictionaries)
      if (first.kind === 'good') expect(checkField(everyKind[key]!, first.value, dictionaries)).toEqual(first)
    }
  })

  test('whatever comes in, the answer is a value or a refusal and never a throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(everyKind)), fc.anything(), (key, value) => {
        const checked = checkField(everyKind[key]!, value, dictionaries)
        expect(['good', 'bad']).toContain(checked.kind)
      }),
    )
  })

  test('codes are taken unseen where no dictionary is at hand', () => {
    expect(checkField(everyKind.area!, '330411')).toEqual({ kind: 'good', value: '330411' })
    expect(checkField(everyKind.trade!, 'Z')).toEqual({ kind: 'good', value: 'Z' })
  })

  test('an unknown code names codes that are known', () => {
    const checked = checkField(everyKind.area!, '330411', dictionaries)
    expect(checked).toMatchObject({ kind: 'bad', accepted: ['330402105 大桥镇', '330402103 新丰镇'] })
  })

  test('a closed choice names its choices', () => {
    expect(checkField(everyKind.sort!, '中')).toMatchObject({ kind: 'bad', accepted: ['大', '小'] })
  })
})

describe('a document', () => {
  test('comes back in its written form', () => {
    const outcome = checkFields(sample, { name: ' 某项目 ', amount: { amount: '5', currency: 'CNY' }, note: '' })
    expect(outcome).toEqual({
      kind: 'done',
      value: { name: '某项目', amount: { amount: '5.00', currency: 'CNY' }, note: null },
    })
  })

  test('lists everything that is wrong at once, each at its field', () => {
    const refusals = refusalsOf({ staff: 0, site: -1, sort: '中', code: 'x', nothing: 1 })
    expect(refusals.map((refusal) => refusal.path)).toEqual(['staff', 'site', 'sort', 'code', 'nothing'])
    expect(new Set(refusals.map((refusal) => refusal.code))).toEqual(new Set(['INPUT_INVALID']))
  })

  test('says the field by its title in both languages', () => {
    expect(refusalsOf({ staff: 0 })[0]!.message).toEqual({ zh: '人数：不能小于 1', en: 'Staff: Not below 1' })
  })

  test('an unknown field names the known ones', () => {
    const [refusal] = refusalsOf({ nothing: 1 })
    expect(refusal!.accepted).toEqual(Object.keys(everyKind))
  })

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])('%s is no field', (key) => {
    expect(refusalsOf(Object.fromEntries([[key, 'x']])).map((refusal) => refusal.path)).toEqual([key])
  })

  test('undefined is not sent at all', () => {
    expect(checkFields(sample, { note: undefined })).toEqual({ kind: 'done', value: {} })
  })

  test('a whole document needs its required fields, a part does not', () => {
    expect(refusalsOf({ note: '甲' })).toEqual([])
    expect(refusalsOf({ note: '甲' }, { whole: true }).map((refusal) => refusal.path)).toEqual(['name'])
    expect(refusalsOf({ name: ' ' }, { whole: true }).map((refusal) => refusal.path)).toEqual(['name'])
    expect(refusalsOf({ name: '甲' }, { whole: true })).toEqual([])
  })

  test('a required field cannot be cleared', () => {
    expect(refusalsOf({ name: null }).map((refusal) => refusal.message.zh)).toEqual(['名称：必填'])
    expect(refusalsOf({ note: null })).toEqual([])
  })

  test('each wrong value is told even when a required field is missing as well', () => {
    const refusals = refusalsOf({ staff: 0 }, { whole: true })
    expect(refusals.map((refusal) => refusal.path)).toEqual(['staff', 'name'])
  })
})

describe('a finish before its start', () => {
  const begins = { date: '2026-05-01', precision: 'day' }
  const ends = { date: '2026-04-01', precision: 'day' }

  test('is told at the finish', () => {
    const [refusal] = refusalsOf({ begins, ends })
    expect(refusal).toMatchObject({ path: 'ends', message: { zh: '结束：早于开始 2026-05-01' } })
  })

  test('is seen against what the item holds already', () => {
    expect(refusalsOf({ ends }, { stored: { begins } }).map((refusal) => refusal.path)).toEqual(['ends'])
    expect(refusalsOf({ begins }, { stored: { ends } }).map((refusal) => refusal.path)).toEqual(['ends'])
  })

  test('is no matter of another field', () => {
    expect(refusalsOf({ note: '甲' }, { stored: { begins, ends } })).toEqual([])
  })

  test('is gone when one of the two is cleared', () => {
    expect(refusalsOf({ begins: null }, { stored: { begins, ends } })).toEqual([])
    expect(refusalsOf({ ends: null }, { stored: { begins, ends } })).toEqual([])
  })

  test('the same day is in order', () => {
    expect(refusalsOf({ begins, ends: begins })).toEqual([])
  })
})
