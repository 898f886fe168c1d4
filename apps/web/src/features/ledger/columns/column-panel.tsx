import { useText } from '../../../app/language.ts'
import { ledgerTexts } from '../texts.ts'
import { choicesOf, type LedgerView, type LedgerViewActions } from '../view/use-ledger-view.ts'

interface ColumnPanelProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
}

/** Which columns are shown. A column that is ticked joins at the end; order is set by dragging heads or in their menus. */
export function ColumnPanel({ view, actions }: ColumnPanelProps) {
  const t = useText()
  const shown = new Set(view.columns.map(({ key }) => key))
  const toggle = (key: string) => {
    const column = view.all.find((candidate) => candidate.key === key)
    const next = shown.has(key) ? view.columns.filter((own) => own.key !== key) : [...view.columns, column!]
    if (next.length > 0) actions.setColumns(choicesOf(next, view.all))
  }
  return (
    <div className="column-panel">
      <ul>
        {view.all.map((column) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                checked={shown.has(column.key)}
                disabled={column.key === view.playbook.roles.title}
                onChange={() => toggle(column.key)}
              />
              <span>{t(column.title)}</span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => void actions.setState({ columns: undefined, frozen: undefined }, { replace: true })}
      >
        {t(ledgerTexts.resetColumns)}
      </button>
    </div>
  )
}
