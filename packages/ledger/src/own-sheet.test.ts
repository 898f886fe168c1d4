import { sheetLayout, toCell } from '@guatu/derive'
import { expect, test } from 'vitest'
import type { Cell, Grid } from './grid/grid.ts'
import { isOwnSheet } from './own-sheet.ts'
import { readLedger } from './read-ledger.ts'
import { testPlaybook } from './testing/playbook.ts'

const layout = sheetLayout(testPlaybook)
const context = { nameOf: (_: string, id: string) => id, idsOf: (_: string, name: string) => [name], dictionaries: {} }

function sheet(fields: Readonly<Record<string, unknown>>, own: Readonly<Record<string, Cell>> = {}): Grid {
  const cells = layout.columns.map(({ key }): Cell => {
    if (key in own) return own[key]!
    const field = testPlaybook.fields[key]
    const cell = field ? toCell(field, fields[key], context) : null
    return typeof cell === 'object' && cell !== null ? { kind: 'date', date: cell.date, precision: 'day' } : cell
  })
  return {
    sheet: layout.name,
    merges: [],
    rows: [[layout.version], layout.columns.map(({ key }) => key), layout.columns.map(({ label }) => label), cells],
  }
}

function read(grid: Grid) {
  const outcome = readLedger(grid, { playbook: testPlaybook, today: '2026-11-21' })
  if (outcome.kind === 'refused') throw new Error('refused')
  return outcome.value
}

test('a sheet of ours is known by its version, and read by its keys', () => {
  const fields = {
    title: '甲项目',
    buildNature: 'new',
    totalInvestment: { amount: '12345678901.23', currency: 'CNY' },
    foreignInvestment: { amount: '5.00', currency: 'EUR', bound: 'about', raw: '约5欧元' },
    plannedStart: { date: '2024-03-01', precision: 'month', raw: '2024年3月' },
    signedOn: { date: '2024-03-05', precision: 'day' },
    landAreaMu: 12.5,
  }
  const grid = sheet(fields, { itemId: 'abc', stage: '在建' })
  expect(isOwnSheet(grid, testPlaybook)).toBe(true)
  const report = read(grid)
  expect(report).toMatchObject({ headerRows: [2, 3], rows: 1, errors: [] })
  expect(report.items[0]).toMatchObject({
    row: 4,
    itemId: 'abc',
    fields: { ...fields, totalInvestment: '12345678901.23', stage: { key: 'construction', raw: '在建' } },
  })
})

test('columns may be moved and left out, and what is wrong is told by cell', () => {
  const grid = sheet({ title: '甲' }, { stage: '不存在' })
  const moved = { ...grid, rows: grid.rows.map((row, at) => (at === 0 ? row : [...row].reverse())) }
  const report = read(moved)
  expect(report.errors).toEqual([
    expect.objectContaining({ row: 4, column: 'A', value: '不存在', accepted: expect.arrayContaining(['在建']) }),
  ])
})

test('what stood beside the fields comes back', () => {
  const grid = sheet({ title: '甲' })
  const rows = grid.rows.map((row, at) => [...row, [null, 'extra', '其他', '{"旧列":"值"}'][at] ?? null])
  expect(read({ ...grid, rows }).items[0]!.fields.extra).toEqual({ 旧列: '值' })
})

test('another list’s sheet is not ours', () => {
  expect(isOwnSheet({ ...sheet({}), rows: [['guatu:other@1/1']] }, testPlaybook)).toBe(false)
})
