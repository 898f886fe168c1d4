import type { ItemRow } from '@guatu/contract'
import { listItems } from '@guatu/contract'
import { lampFaces } from '@guatu/kernel'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import type { FieldContext } from '../../forms/context.ts'
import { cellText } from './columns/cell-text.ts'
import type { LedgerColumn } from './columns/ledger-columns.ts'
import { conditionWords } from './filter/words.ts'
import type { LedgerView, ListQuery } from './view/use-ledger-view.ts'

export type Paper = 'a4' | 'a3'

/** Fifty pages of A4: more is a workbook's task. */
export const MOST_PRINTED = 2000
const PAGE = 500

export async function rowsToPrint(query: ListQuery): Promise<readonly ItemRow[]> {
  const rows: ItemRow[] = []
  for (let offset = 0; offset < MOST_PRINTED; offset += PAGE) {
    const reply = await call(listItems, { query: { ...query, offset, limit: PAGE } })
    rows.push(...reply.rows)
    if (rows.length >= reply.total) break
  }
  return rows
}

/** Figures, days, lamps and stages are read as one word; names and sentences share what is left. */
const paperClass = ({ align, filter, field }: LedgerColumn): string =>
  align === 'end' ? 'is-end' : filter === 'date' || !field ? 'is-tight' : ''

interface PrintTableProps {
  readonly view: LedgerView
  readonly context: FieldContext
  readonly rows: readonly ItemRow[]
  readonly paper: Paper
  readonly onDone: () => void
}

/** The whole selection as a plain table: heads repeat on every page, rows are never cut. Prints as soon as it stands. */
export function PrintTable({ view, context, rows, paper, onDone }: PrintTableProps) {
  const t = useText()
  useEffect(() => {
    const done = () => onDone()
    const { classList } = document.documentElement
    classList.add('is-printing-rows')
    addEventListener('afterprint', done, { once: true })
    print()
    return () => {
      removeEventListener('afterprint', done)
      classList.remove('is-printing-rows')
    }
  }, [onDone])
  const words = view.conditions.map((condition) => conditionWords(condition, view.all, view.playbook, context))
  return createPortal(
    <section className={`print-table is-${paper}`}>
      {words.length > 0 ? <p>{words.join('；')}</p> : null}
      <table>
        <thead>
          <tr>
            <th>#</th>
            {view.columns.map(({ key, title, align }) => (
              <th key={key} className={align === 'end' ? 'is-end' : ''}>
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.itemId}>
              <td>{index + 1}</td>
              {view.columns.map((column) => (
                <td key={column.key} className={paperClass(column)}>
                  {column.key === 'lamp' ? `${lampFaces[row.lamp].glyph} ` : ''}
                  {cellText(column, row, view.playbook, context)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.getElementById('main') ?? document.body,
  )
}
