import type { ItemRow } from '@guatu/contract'
import { amountOfCents, centsOf, type Money } from '@guatu/kernel'
import { use } from 'react'
import { PastContext, useMay } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { countText } from '../../../ui/format.ts'
import { cellText, sumText } from '../columns/cell-text.ts'
import { reasonText } from '../columns/ledger-columns.ts'
import { type CellStates, cellKey } from '../edit/cell-state.ts'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'
import { columnsOf, isSingle, rangeOf, rowsOf, type Selection } from './selection.ts'

interface StatusLineProps {
  readonly view: LedgerView
  readonly context: FieldContext
  readonly total: number
  readonly selection: Selection
  readonly rowAt: (index: number) => ItemRow | null
  readonly states: CellStates
}

const MOST_SUMMED_ROWS = 2000

/** Sum of the yuan amounts in the range as far as its rows are at hand; null where it holds none. */
export function sumOfRange({
  view,
  selection,
  rowAt,
}: Pick<StatusLineProps, 'view' | 'selection' | 'rowAt'>): string | null {
  const { top, bottom, left, right } = rangeOf(selection)
  const keys = view.columns.slice(left, right + 1).flatMap(({ key, field }) => (field?.kind === 'money' ? [key] : []))
  if (keys.length === 0 || bottom - top >= MOST_SUMMED_ROWS) return null
  let cents = 0n
  for (let index = top; index <= bottom; index += 1) {
    for (const key of keys) {
      const money = rowAt(index)?.fields[key] as Money | null | undefined
      if (money?.currency === 'CNY') cents += centsOf(money.amount)
    }
  }
  return amountOfCents(cents)
}

/** What the cursor stands on, in full: the whole text of a cell that is too narrow, why a lamp is lit, what is refused. */
export function StatusLine(props: StatusLineProps) {
  const t = useText()
  const may = useMay()
  const past = use(PastContext)
  const { view, context, total, selection, rowAt, states } = props
  const range = rangeOf(selection)
  const sum = isSingle(range) ? null : sumOfRange(props)
  return (
    <div className="status-line no-print">
      <span className="status-cell" aria-live="polite">
        {isSingle(range) ? <CellWords {...{ view, context, selection, rowAt, states }} /> : null}
        {isSingle(range)
          ? null
          : t(ledgerTexts.selected, { rows: countText(rowsOf(range)), columns: columnsOf(range) })}
        {sum ? `　${t(ledgerTexts.selectedSum, { sum: sumText(sum, context) })}` : null}
      </span>
      <span className="status-place">
        {may('item.edit') ? null : `${t(past ? ledgerTexts.readOnlyPast : ledgerTexts.readOnly)}　`}
        {t(ledgerTexts.rowOf, { row: countText(selection.cell.row + 1), count: countText(total) })}
      </span>
    </div>
  )
}

function CellWords({ view, context, selection, rowAt, states }: Omit<StatusLineProps, 'total'>) {
  const t = useText()
  const row = rowAt(selection.cell.row)
  const column = view.columns[selection.cell.column]
  if (!row || !column) return null
  const state = states.get(cellKey(row.itemId, column.key))
  const reasons = column.key === 'lamp' ? reasonText(row.lampReasons, context.language).replaceAll('\n', '；') : ''
  const fixed = column.field ? '' : t(column.key === 'stage' ? ledgerTexts.stageMoves : ledgerTexts.computed)
  const refused = state?.kind === 'refused' ? state.messages.map((message) => t(message)).join('；') : ''
  return (
    <>
      <strong>{t(column.title)}</strong>　{refused || reasons || cellText(column, row, view.playbook, context) || '—'}
      {fixed && !reasons ? <span className="status-fixed">　{fixed}</span> : null}
    </>
  )
}
