import { sheetLayout } from '@guatu/derive'
import { extraKey } from '@guatu/ledger'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, test } from 'vitest'
import { exportLayout } from './layout.ts'

describe.each(playbooks.map((playbook) => [playbook.key, playbook] as const))('the workbook of %s', (_, playbook) => {
  test('has the derived columns, and what fits none of them hidden behind', () => {
    const { columns, ...head } = exportLayout(playbook)
    const { columns: derived, ...derivedHead } = sheetLayout(playbook)
    expect(head).toEqual(derivedHead)
    expect(columns.slice(0, -1)).toEqual(derived)
    expect(columns.at(-1)).toMatchObject({ key: extraKey, hidden: true, required: false })
  })

  test('keeps the extra column when only some columns are wanted, so that nothing is lost on the way back', () => {
    const [wanted] = Object.keys(playbook.fields)
    const keys = exportLayout(playbook, [wanted!]).columns.map(({ key }) => key)
    expect(keys).toContain(wanted)
    expect(keys).toContain('itemId')
    expect(keys.at(-1)).toBe(extraKey)
    expect(keys.length).toBeLessThan(exportLayout(playbook).columns.length)
  })

  test('names every column once', () => {
    const keys = exportLayout(playbook).columns.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
