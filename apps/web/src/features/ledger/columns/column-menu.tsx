import type { Condition } from '../../../api/filter.ts'
import { type Text, useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { Popover } from '../../../ui/menu/popover.tsx'
import { withConditions } from '../filter/conditions.ts'
import { FilterEditor } from '../filter/filter-editor.tsx'
import { ledgerTexts } from '../texts.ts'
import { choicesOf, type LedgerView, type LedgerViewActions } from '../view/use-ledger-view.ts'
import { clampWidth, moveColumn } from './layout.ts'

interface ColumnMenuProps {
  readonly at: number
  readonly anchor: Element | null
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly onClose: () => void
}

type Act = readonly [title: Text, act: () => void]

const STEP_PX = 40

/** Everything that can be done to a column, for pointer and keyboard (Alt+↓): sort, filter, freeze, move, width, hide. */
export function ColumnMenu({ at, anchor, view, actions, context, onClose }: ColumnMenuProps) {
  const t = useText()
  const column = view.columns[at]
  if (!column) return null
  const put = (columns: typeof view.columns) => actions.setColumns(choicesOf(columns, view.all))
  const widen = (px: number) =>
    put(view.columns.map((own, index) => (index === at ? { ...own, widthPx: clampWidth(own.widthPx + px) } : own)))
  const run = (act: () => void) => () => {
    act()
    onClose()
  }
  const apply = (own: readonly Condition[]) => {
    actions.setConditions(withConditions(view.conditions, column.key, own))
    onClose()
  }
  const sorts: readonly Act[] = [
    [ledgerTexts.sortUp, run(() => actions.setSort([{ key: column.key, descending: false }]))],
    [ledgerTexts.sortDown, run(() => actions.setSort([{ key: column.key, descending: true }]))],
  ]
  const acts: readonly Act[] = [
    ...(column.masked ? [] : sorts),
    view.frozen === at + 1
      ? [ledgerTexts.unfreeze, run(() => actions.setFrozen(0))]
      : [ledgerTexts.freezeHere, run(() => actions.setFrozen(at + 1))],
    [ledgerTexts.hideColumn, run(() => put(view.columns.filter((_, index) => index !== at)))],
    [ledgerTexts.moveLeft, run(() => put(moveColumn(view.columns, at, at - 1)))],
    [ledgerTexts.moveRight, run(() => put(moveColumn(view.columns, at, at + 1)))],
    [ledgerTexts.narrower, () => widen(-STEP_PX)],
    [ledgerTexts.wider, () => widen(STEP_PX)],
  ]
  return (
    <Popover anchor={anchor} label={t(ledgerTexts.columnMenu, { title: t(column.title) })} onClose={onClose}>
      <div className="menu-acts">
        {acts.map(([title, act]) => (
          <button key={title.zh} type="button" onClick={act}>
            {t(title)}
          </button>
        ))}
      </div>
      {column.masked ? null : (
        <FilterEditor {...{ column, context }} conditions={view.conditions} playbook={view.playbook} onApply={apply} />
      )}
    </Popover>
  )
}
