import { describe, expect, it } from 'vitest'
import { ledgerColumns } from '../columns/ledger-columns.ts'
import { samplePlaybook } from '../testing.ts'
import { choicesOf, columnsShown, frozenOf } from './use-ledger-view.ts'

const all = ledgerColumns(samplePlaybook)
const shown = (text?: string) => columnsShown(all, samplePlaybook, text).map(({ key, widthPx }) => `${key} ${widthPx}`)

describe('columns of a view', () => {
  it('shows the playbook’s choice until the link says otherwise', () => {
    expect(shown()).toEqual(['title 190', 'lamp 84', 'stage 72', 'amount 100', 'unit 112', 'finish 134'])
    expect(shown('land,title~200')).toEqual(['land 96', 'title 200'])
  })

  it('leaves out columns that the list does not have, and never shows none', () => {
    expect(shown('old,title')).toEqual(['title 190'])
    expect(shown('old')).toEqual(['title 190'])
  })

  it('keeps only widths that differ', () => {
    const columns = columnsShown(all, samplePlaybook, 'title~200,lamp')
    expect(choicesOf(columns, all)).toEqual([{ key: 'title', widthPx: 200 }, { key: 'lamp' }])
  })
})

describe('frozen columns', () => {
  const columns = (text: string) => columnsShown(all, samplePlaybook, text)

  it('keeps the name in sight until the link says otherwise', () => {
    expect(frozenOf(columns('lamp,title,stage'), samplePlaybook, undefined)).toBe(2)
    expect(frozenOf(columns('lamp,stage,amount,title'), samplePlaybook, undefined)).toBe(1)
    expect(frozenOf(columns('title'), samplePlaybook, '0')).toBe(0)
    expect(frozenOf(columns('title'), samplePlaybook, 'x')).toBe(0)
  })
})
