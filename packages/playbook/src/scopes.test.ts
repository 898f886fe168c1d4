import { describe, expect, test } from 'vitest'
import { yuan } from '../test/nodes.ts'
import { everyKind, sample } from '../test/sample.ts'
import { checkFields } from './document/check-fields.ts'
import { isEmpty } from './document/field-value.ts'
import { deepFreeze } from './freeze.ts'
import { oncePer } from './once.ts'
import { gateScope, gateValues, lampScope, numericFigures } from './scopes.ts'
import { plainWord } from './word.ts'

describe('what a gate sees', () => {
  const scope = gateScope(sample)

  test('every field with its type, and whether it is filled', () => {
    expect(Object.keys(scope)).toEqual(['fields', 'filled'])
    expect(Object.keys(scope.fields!)).toEqual(Object.keys(everyKind))
    expect(new Set(Object.values(scope.filled!))).toEqual(new Set(['bool']))
  })

  test.each([
    ['name', 'string'],
    ['note', 'string'],
    ['staff', 'double'],
    ['site', 'double'],
    ['share', 'double'],
    ['amount', 'double'],
    ['begins', 'string'],
    ['sort', 'string'],
    ['urgent', 'bool'],
    ['lead', 'string'],
    ['owner', 'string'],
    ['area', 'string'],
    ['code', 'string'],
    ['call', 'string'],
  ])('%s is a %s', (key, type) => {
    expect(scope.fields![key]).toBe(type)
  })

  const document = {
    name: '某项目',
    staff: 12,
    site: 0,
    amount: yuan('5000000.50'),
    plan: { amount: '9.00', currency: 'USD' },
    begins: { date: '2026-03-01', precision: 'month' },
    sort: 'big',
    urgent: false,
  }

  test('values as expressions compare them', () => {
    expect(gateValues(sample, document).fields).toMatchObject({
      name: '某项目',
      staff: 12,
      site: 0,
      amount: 5000000.5,
      plan: 0,
      begins: '2026-03-01',
      sort: 'big',
      urgent: false,
    })
  })

  test('an empty field is an empty value of its type, and is told from a real one', () => {
    const { fields, filled } = gateValues(sample, document)
    expect(fields).toMatchObject({ note: '', share: 0, done: 0, ends: '', lead: '' })
    expect(filled).toMatchObject({ note: false, share: false, site: true, urgent: true, plan: true })
  })

  test('there is a value for every name, whatever the document holds', () => {
    const { fields, filled } = gateValues(sample, {})
    expect(Object.keys(fields!)).toEqual(Object.keys(scope.fields!))
    expect(Object.values(filled!).some(Boolean)).toBe(false)
  })
})

describe('what a lamp rule sees', () => {
  test('its subject and the thresholds', () => {
    expect(lampScope('node', { a: 1, b: 2 })).toMatchObject({
      node: { lateDays: 'double', critical: 'bool' },
      t: { a: 'double', b: 'double' },
    })
    expect(Object.keys(lampScope('item', {}))).toEqual(['item', 't'])
  })

  test('figures that can be shown are the numbers', () => {
    expect(numericFigures('node')).toContain('lateWorkdays')
    expect(numericFigures('node')).not.toContain('critical')
    expect(numericFigures('item')).toContain('behindPoints')
    expect(numericFigures('item')).not.toContain('finished')
  })
})

describe('empty', () => {
  test.each([
    [null, true],
    [undefined, true],
    ['', true],
    [' ', false],
    [0, false],
    [false, false],
    [[], true],
    [['org-1'], false],
  ])('%j: %s', (value, empty) => {
    expect(isEmpty(value)).toBe(empty)
  })
})

describe('a ledger’s word without its typing', () => {
  test.each([
    ['项 目\n名 称', '项目名称'],
    ['总投资（亿元）', '总投资亿元'],
    ['总投资(亿元)', '总投资亿元'],
    ['Ｔｏｔａｌ', 'total'],
    ['“十四五”项目', '十四五项目'],
    ['开工、竣工', '开工竣工'],
    ['1-3月完成投资', '13月完成投资'],
    ['', ''],
  ])('%j is %j', (word, plain) => {
    expect(plainWord(word)).toBe(plain)
  })

  test('said twice is said once', () => {
    for (const word of ['项 目', '总投资（亿元）', 'Ａ－Ｂ']) expect(plainWord(plainWord(word))).toBe(plainWord(word))
  })
})

describe('freezing', () => {
  test('reaches arrays in objects in arrays', () => {
    const frozen = deepFreeze({ list: [{ inner: ['a'] }] })
    expect(Object.isFrozen(frozen.list[0]!.inner)).toBe(true)
  })

  test.each([[null], [5], ['text'], [undefined]])('leaves %j as it is', (value) => {
    expect(deepFreeze(value)).toBe(value)
  })
})

describe('once per definition', () => {
  test('makes one result for one object and another for another', () => {
    let made = 0
    const numbered = oncePer((_: object) => {
      made += 1
      return made
    })
    const [a, b] = [{}, {}]
    expect([numbered(a), numbered(a), numbered(b), numbered(a)]).toEqual([1, 1, 2, 1])
  })
})

test('checked values are what the gate can see', () => {
  const fields = {
    name: '甲',
    amount: { amount: '5', currency: 'CNY' },
    begins: { date: '2026-03-05', precision: 'day' },
  }
  const outcome = checkFields(sample, fields)
  if (outcome.kind === 'refused') throw new Error('refused')
  expect(gateValues(sample, outcome.value).fields).toMatchObject({ amount: 5, begins: '2026-03-05' })
})
