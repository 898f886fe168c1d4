import { exportItems, getTemplateFile } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../../api/call.ts'
import { useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import type { FieldContext } from '../../forms/context.ts'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import { ColumnPanel } from './columns/column-panel.tsx'
import { FilterButton, SearchBox } from './filter/filter-bar.tsx'
import type { Paper } from './print-table.tsx'
import { ledgerTexts } from './texts.ts'
import type { LedgerView, LedgerViewActions } from './view/use-ledger-view.ts'
import { ViewsPanel } from './view/views-panel.tsx'

interface ToolbarProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly onCreate: () => void
  readonly onPrint: (paper: Paper) => void
}

export function Toolbar({ view, actions, context, onCreate, onPrint }: ToolbarProps) {
  const t = useText()
  const may = useMay()
  const { playbook } = view
  return (
    <div className="ledger-tools no-print">
      <SearchBox {...{ view, actions }} />
      <FilterButton {...{ view, actions, context }} />
      <MenuButton title={t(ledgerTexts.views)}>
        {(close) => <ViewsPanel {...{ view, actions }} onDone={close} />}
      </MenuButton>
      <span className="is-grid-only">
        <MenuButton title={t(ledgerTexts.columns)}>{() => <ColumnPanel {...{ view, actions }} />}</MenuButton>
      </span>
      <span className="ledger-tools-end">
        <MenuButton title={t(ledgerTexts.more)}>
          {(close) => (
            <MoreMenu
              view={view}
              onPrint={(paper) => {
                close()
                onPrint(paper)
              }}
            />
          )}
        </MenuButton>
        {may('item.create') ? (
          <button type="button" className="button is-primary" onClick={onCreate}>
            {t(ledgerTexts.create, { item: t(playbook.itemTitle) })}
          </button>
        ) : null}
      </span>
    </div>
  )
}

function MoreMenu({ view, onPrint }: { readonly view: LedgerView; readonly onPrint: (paper: Paper) => void }) {
  const t = useText()
  const may = useMay()
  const { key } = view.playbook
  const columns = view.columns.map((column) => column.key).join(',')
  return (
    <div className="menu-acts is-list">
      <a href={addressOf(exportItems, { query: { ...view.query, columns } })} download>
        {t(ledgerTexts.exportRows)}
      </a>
      {may('import.run') ? (
        <>
          <a href={addressOf(getTemplateFile, { query: { playbook: key } })} download>
            {t(ledgerTexts.template)}
          </a>
          <Link to="/import/$playbook" params={{ playbook: key }}>
            {t(ledgerTexts.importRows)}
          </Link>
        </>
      ) : null}
      <button type="button" onClick={() => onPrint('a4')}>
        {t(ledgerTexts.printA4)}
      </button>
      <button type="button" onClick={() => onPrint('a3')}>
        {t(ledgerTexts.printA3)}
      </button>
      <Link to="/rules/$playbook" params={{ playbook: key }}>
        {t(ledgerTexts.rulesLink)}
      </Link>
    </div>
  )
}
