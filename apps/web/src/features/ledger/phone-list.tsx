import type { ItemRow } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useText } from '../../app/language.ts'
import type { FieldContext } from '../../forms/context.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { cellText } from './columns/cell-text.ts'
import { ledgerColumns } from './columns/ledger-columns.ts'
import { useListScroll } from './grid/use-grid.ts'
import { useRows } from './grid/use-rows.ts'
import type { LedgerView, LedgerViewActions } from './view/use-ledger-view.ts'

interface PhoneListProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly total: number
}

const CARD_PX = 84

/** Figures that a phone shows of each row, as far as the list has them. */
const keyRoles = ['amount', 'annualDone', 'leadOrg'] as const

/** On a phone each row is a line to tap: title, lamp, stage, the figures that matter. */
export function PhoneList({ view, actions, context, total }: PhoneListProps) {
  const { box, virtualizer, firstRow } = useListScroll({
    count: total,
    rowPx: CARD_PX,
    headPx: 0,
    view,
    actions,
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const range = { first: items[0]?.index ?? firstRow, last: items.at(-1)?.index ?? firstRow }
  const rows = useRows(view.query, range, total)
  return (
    <div ref={box} className="phone-list">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.rowAt(index)
          return (
            <li
              key={index % 64}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={total}
            >
              {row ? <Card row={row} view={view} context={context} /> : <span className="grid-bone" />}
            </li>
          )
        })}
      </ul>
      {rows.error ? <ErrorState error={rows.error} onRetry={rows.retry} /> : null}
    </div>
  )
}

function Card({
  row,
  view,
  context,
}: {
  readonly row: ItemRow
  readonly view: LedgerView
  readonly context: FieldContext
}) {
  const t = useText()
  const columns = ledgerColumns(view.playbook)
  const stage = view.playbook.stages.find(({ key }) => key === row.stage)
  const figures = keyRoles.flatMap((role) => {
    const column = columns.find(({ key }) => key === view.playbook.roles[role])
    const text = column ? cellText(column, row, view.playbook, context) : ''
    return column && text ? [{ key: column.key, title: t(column.title), text, plain: role === 'leadOrg' }] : []
  })
  return (
    <Link to="/item/$itemId" params={{ itemId: row.itemId }} className="phone-card">
      <span className="phone-title">{row.title}</span>
      <span className="phone-lamp">
        <LampMark level={row.lamp} />
        <span>{stage ? t(stage.title) : row.stage}</span>
      </span>
      <span className="phone-figures">
        {figures.map(({ key, title, text, plain }) => (
          <span key={key}>{plain ? text : `${title} ${text}`}</span>
        ))}
      </span>
    </Link>
  )
}
