import { fieldKinds } from '@guatu/playbook'
import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { everyKind } from '../test/sample.ts'
import { columnsOf } from './columns.ts'
import { playbookDocument } from './document/document.ts'
import { table } from './document/markdown.ts'
import { formOf } from './form.ts'
import { documentSchema } from './schema.ts'
import { readSheetVersion, sheetLayout, sheetVersion } from './sheet/layout.ts'

test('the sample has a field of every kind', () => {
  expect(new Set(Object.values(everyKind.fields).map((field) => field.kind)).size).toBe(fieldKinds.length)
})

describe('schema', () => {
  const schema = documentSchema(everyKind)

  test('is as reviewed', () => {
    expect(JSON.stringify(schema, null, 2)).toMatchSnapshot()
  })

  test.each([
    ['nothing', {}, true],
    ['a cleared field', { note: null }, true],
    ['text', { name: '甲' }, true],
    ['text too long', { name: '一'.repeat(21) }, false],
    ['a figure', { staff: 5, site: 2.5 }, true],
    ['a figure out of range', { staff: 0 }, false],
    ['half a person', { staff: 1.5 }, false],
    ['money', { amount: { amount: '5.00', currency: 'CNY' } }, true],
    ['money as a float', { amount: { amount: 5, currency: 'CNY' } }, false],
    ['money with more', { amount: { amount: '5.00', currency: 'CNY', rate: '7' } }, false],
    ['money of nowhere', { amount: { amount: '5.00', currency: 'BTC' } }, false],
    ['a month', { begins: { date: '2024-03-01', precision: 'month' } }, true],
    ['a week', { begins: { date: '2024-03-01', precision: 'week' } }, false],
    ['a choice', { sort: 'big' }, true],
    ['another choice', { sort: 'huge' }, false],
    ['an open choice', { manner: '很慢' }, true],
    ['a flag', { urgent: true }, true],
    ['a flag as text', { urgent: '是' }, false],
    ['an unknown field', { colour: 'red' }, false],
  ])('%s', (_, document, valid) => {
    expect(Schema.Check(schema, document)).toBe(valid)
  })
})

describe('form', () => {
  const required = (stage: string, fields: Record<string, unknown> = {}) =>
    formOf(everyKind, { stage, fields })
      .flatMap((group) => group.fields)
      .filter((field) => field.required)
      .map((field) => `${field.key} ${field.required}`)

  test('is as reviewed', () => {
    expect(formOf(everyKind, { stage: 'idea', fields: {} })).toMatchSnapshot()
  })

  test('says what is required now and for the next stage', () => {
    expect(required('idea')).toEqual(['name now', 'lead next', 'owner next'])
    expect(required('prepare')).toEqual(['name now', 'owner next'])
    expect(required('end')).toEqual(['name now'])
  })

  test('a requirement with a condition appears with its condition, and goes when it is met', () => {
    expect(required('idea', { sort: 'big' })).toContain('serial next')
    expect(required('idea', { sort: 'big', serial: 'A1', lead: 'o', owner: 'p' })).toEqual(['name now'])
  })

  test('every field has one place', () => {
    const keys = formOf(everyKind, { stage: 'idea', fields: {} }).flatMap((group) =>
      group.fields.map((field) => field.key),
    )
    expect(keys.sort()).toEqual(Object.keys(everyKind.fields).sort())
  })
})

describe('columns', () => {
  test('are as reviewed', () => {
    expect(columnsOf(everyKind)).toMatchSnapshot()
  })

  test('begin with what the playbook shows at first, each once', () => {
    const keys = columnsOf(everyKind).map((column) => column.key)
    expect(keys.slice(0, everyKind.columns.length)).toEqual(everyKind.columns)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('figures stand at the end of their cell', () => {
    const align = Object.fromEntries(columnsOf(everyKind).map((column) => [column.key, column.align]))
    expect(align).toMatchObject({ amount: 'end', staff: 'end', behindPoints: 'end', name: 'start', begins: 'start' })
  })
})

describe('sheet', () => {
  test('is as reviewed', () => {
    expect(sheetLayout(everyKind)).toMatchSnapshot()
  })

  test('holds the columns that are asked for, between the hidden ones and the stage', () => {
    const keys = sheetLayout(everyKind, ['amount', 'name', 'nothing']).columns.map((column) => column.key)
    expect(keys).toEqual(['itemId', 'revision', 'amount', 'name', 'stage'])
  })

  test('says the unit in the label', () => {
    const labels = Object.fromEntries(sheetLayout(everyKind).columns.map((column) => [column.key, column.label]))
    expect(labels).toMatchObject({ amount: '总额（万元）', site: '用地（亩）', share: '占比（%）', name: '名称' })
  })

  test('its version reads back', () => {
    expect(readSheetVersion(sheetVersion(everyKind))).toEqual({ playbook: everyKind.key, version: everyKind.version })
    expect(readSheetVersion(` ${sheetVersion(everyKind)} `)).not.toBeNull()
  })

  test.each(['', '项目名称', 'guatu:x', 'guatu:x@1', 'guatu:x@1/99', 'guatu:X@1/1'])('%j is not ours', (text) => {
    expect(readSheetVersion(text)).toBeNull()
  })
})

describe('page', () => {
  test('is as reviewed', () => {
    expect(playbookDocument(everyKind)).toMatchSnapshot()
  })

  test('names every field, stage, node, rule and threshold', () => {
    const page = playbookDocument(everyKind)
    const keys = [
      ...Object.keys(everyKind.fields),
      ...everyKind.stages.map((stage) => stage.key),
      ...everyKind.nodes.map((node) => node.key),
      ...Object.keys(everyKind.lamps.thresholds),
      ...Object.keys(everyKind.metrics),
    ]
    for (const key of keys) expect(page).toContain(`\`${key}\``)
    for (const rule of everyKind.lamps.rules) expect(page).toContain(rule.title.zh)
  })

  test('a pipe or a line break in a text does not break its table', () => {
    expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |')
  })
})
