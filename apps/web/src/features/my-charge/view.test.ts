import type { ChargeList, ChargeRow } from '@guatu/contract'
import { expect, test } from 'vitest'
import { alarms, openedFigure, rowsOf } from './view.ts'

const row = (itemId: string, more: Partial<ChargeRow> = {}): ChargeRow => ({
  ...{ itemId, playbookKey: 'orders', title: itemId, stage: 's', lamp: 'none', lampText: null, leadOrgId: null },
  ...{ areaCode: null, deadline: null, dueAt: null, overdue: false, escalatedTo: null, final: false },
  ...more,
})

const list: ChargeList = {
  ...{ playbook: 'orders', total: 5, open: 4, red: 1, overdue: 1, escalated: 1 },
  rows: [
    row('red', { lamp: 'red' }),
    row('late', { overdue: true }),
    row('up', { escalatedTo: 'joint' }),
    row('town', { escalatedTo: 'town' }),
    row('done', { lamp: 'red', overdue: true, final: true }),
  ],
}

test('every figure opens as many rows as it says', () => {
  for (const figure of ['open', 'red', 'overdue', 'escalated', 'total'] as const)
    expect(rowsOf(list, figure), figure).toHaveLength(list[figure])
})

test('unasked the rows that ask for attention are shown', () => {
  expect(rowsOf(list, undefined).map(({ itemId }) => itemId)).toEqual(['red', 'late', 'up'])
})

test('the address names list and figure', () => {
  expect(openedFigure({ open: 'orders:red' }, list)).toBe('red')
  expect(openedFigure({ open: 'others:red' }, list)).toBeUndefined()
  expect(openedFigure({ open: 'orders:strange' }, list)).toBeUndefined()
  expect(openedFigure({}, list)).toBeUndefined()
})

test('the sentence says only what is there', () => {
  expect(alarms([list, { ...list, playbook: 'calm', red: 0, overdue: 0, escalated: 0 }])).toEqual([
    { playbook: 'orders', figure: 'red', count: 1 },
    { playbook: 'orders', figure: 'overdue', count: 1 },
    { playbook: 'orders', figure: 'escalated', count: 1 },
  ])
})
