import { describe, expect, it } from 'vitest'
import { ledgerColumns } from '../columns/ledger-columns.ts'
import { samplePlaybook, sampleRow } from '../testing.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'
import { sumOfRange } from './status-line.tsx'

const columns = ledgerColumns(samplePlaybook)
const view: LedgerView = {
  ...{ state: {}, playbook: samplePlaybook, all: columns, columns, frozen: 1, q: '', conditions: [], sort: [] },
  query: { playbook: samplePlaybook.key },
}
const amount = columns.findIndex(({ key }) => key === 'amount')
const rows = [
  sampleRow,
  { ...sampleRow, fields: { amount: { amount: '0.10', currency: 'CNY' } } },
  { ...sampleRow, fields: { amount: { amount: '999.00', currency: 'USD' } } },
  { ...sampleRow, fields: {} },
]
const sum = (top: number, bottom: number, left = amount, right = amount) =>
  sumOfRange({
    view,
    selection: { cell: { row: top, column: left }, corner: { row: bottom, column: right } },
    rowAt: (index) => rows[index] ?? null,
  })

describe('the sum of a selection', () => {
  it('adds yuan exactly and leaves foreign money and blanks out', () => {
    expect(sum(0, 3)).toBe('120000000.10')
    expect(sum(1, 1)).toBe('0.10')
    expect(sum(0, 9)).toBe('120000000.10')
  })

  it('has none where no amounts are selected, or too many rows', () => {
    expect(sum(0, 3, 0, 0)).toBeNull()
    expect(sum(0, 5000)).toBeNull()
  })
})
