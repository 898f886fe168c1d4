import { describe, expect, test } from 'vitest'
import { dueItem, ground } from '../testing.ts'
import {
  bodyOfRow,
  cellOf,
  isChanged,
  pastedAt,
  rowProblems,
  sheetFields,
  standingRow,
  withCell,
  withFileRow,
} from './rows.ts'

const item = dueItem()
const standing = standingRow(item, ground, 'id')
const type = (...cells: [Parameters<typeof withCell>[1], string][]) =>
  cells.reduce((row, [field, typed]) => withCell(row, field, typed, item, ground), standing)

test('cells stand in the order of the list’s figures, then what is said of the node', () => {
  expect(sheetFields(ground.playbook)).toEqual([
    ...['figure.monthDone', 'figure.annualDone', 'percent', 'finishedOn', 'text', 'explanation'],
  ])
})

test('a row begins with what was reported for the month already', () => {
  const figures = item.figures.map((figure) => ({ ...figure, current: '500000.00' }))
  const reports = [{ reportId: 'r', nodeKey: 'foundation', state: 'sent' as const, text: '已报的话' }]
  const row = standingRow(dueItem({ figures, reports }), ground, 'id')
  expect([cellOf(row, 'figure.monthDone'), cellOf(row, 'text'), cellOf(row, 'percent')]).toEqual(['50', '已报的话', ''])
  expect(isChanged(row, row, ground.playbook)).toBe(false)
})

describe('typing', () => {
  test('a sum follows its month; a percentage may carry its sign', () => {
    const row = type(['figure.monthDone', '20'], ['percent', '55%'])
    expect(cellOf(row, 'figure.annualDone')).toBe('920')
    expect(row.state.percent).toBe(55)
    expect(isChanged(row, standing, ground.playbook)).toBe(true)
  })

  test('a finish makes the node done, however the day is written; taken away the percentage is back', () => {
    const done = type(['percent', '60'], ['finishedOn', '2026/11/5'])
    expect(done.state).toMatchObject({ done: true, finishedOn: '2026-11-05', percent: null })
    expect(withCell(done, 'finishedOn', '', item, ground).state).toMatchObject({ done: false, percent: 60 })
  })

  test('everything that is wrong with a row is said, each at its cell', () => {
    const row = type(['figure.monthDone', '很多'], ['percent', '大半'], ['finishedOn', '下月'])
    expect(rowProblems(row, item, ground).map(({ path }) => path)).toEqual([
      ...['figures/monthDone', 'percent', 'finishedOn', 'evidence/nodes/foundation'],
    ])
    expect(rowProblems(type(['text', '好']), item, ground)).toEqual([])
  })

  test('what goes out is the row, in yuan', () => {
    const body = bodyOfRow(type(['figure.monthDone', '20'], ['text', '好']), item, ground, '2026-11-22T00:00:00.000Z')
    expect(body).toMatchObject({
      itemId: item.itemId,
      text: '好',
      evidenceIds: [],
      figures: [{ value: '200000.00' }, {}],
    })
  })
})

test('a row of a file is laid over what stands', () => {
  const file = {
    ...{ row: 4, itemId: item.itemId, nodeKey: 'foundation', percent: 50, finishedOn: null, text: '表里的话' },
    ...{ figures: [{ metric: 'monthDone', value: '305000.00' }], explanation: null },
  }
  const row = withFileRow(standing, file, item, ground)
  expect([cellOf(row, 'figure.monthDone'), cellOf(row, 'figure.annualDone'), row.state.percent]).toEqual([
    '30.5',
    '930.5',
    50,
  ])
})

test('a pasted block falls on its cells; what reaches over the edge is left out', () => {
  const block = [
    ['1', '2'],
    ['3', ' 4 '],
  ]
  expect(pastedAt(block, { row: 1, field: 2 }, { rows: 3, fields: 4 })).toHaveLength(4)
  expect(pastedAt(block, { row: 2, field: 3 }, { rows: 3, fields: 4 })).toEqual([{ row: 2, field: 3, typed: '1' }])
  expect(pastedAt(block, { row: 1, field: 2 }, { rows: 9, fields: 9 }).at(-1)?.typed).toBe('4')
})
