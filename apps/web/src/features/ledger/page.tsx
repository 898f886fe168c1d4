import type { Playbook } from '@guatu/playbook'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { usePlaybook } from '../../api/playbook.ts'
import { useMay } from '../../api/session.tsx'
import { useKeyHelp } from '../../app/keys.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import type { FieldContext } from '../../forms/context.ts'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { FilterChips } from './filter/filter-bar.tsx'
import { LedgerGrid } from './grid/ledger-grid.tsx'
import { type ListReply, useTotals } from './grid/use-rows.ts'
import { keySection } from './keys.ts'
import { PhoneList } from './phone-list.tsx'
import { LedgerSentence, TotalsLine } from './summary.tsx'
import { ledgerTexts } from './texts.ts'
import { Toolbar } from './toolbar.tsx'
import { usePrinting } from './use-printing.tsx'
import { type LedgerView, type LedgerViewActions, useLedgerView } from './view/use-ledger-view.ts'
import './ledger.css'
import './grid/grid.css'

const CreateDialog = lazy(() => import('./create/create-dialog.tsx'))

export default function LedgerPage() {
  const { playbook: key } = useParams({ from: '/list/$playbook' })
  const playbook = usePlaybook(key)
  return <Ledger key={key} playbook={playbook} />
}

function Ledger({ playbook }: { readonly playbook: Playbook }) {
  const t = useText()
  const context = useFieldContext()
  const [view, actions] = useLedgerView(playbook)
  const totals = useTotals(view.query)
  const [creating, setCreating] = useState(false)
  const phone = usePhone()
  const printing = usePrinting(view, context)
  usePageTitle(t(ledgerTexts.pageTitle, { list: t(playbook.title) }))
  useKeyHelp(keySection)
  const shared = { view, actions, context }
  return (
    <div className="ledger">
      <header className="ledger-head">
        {totals.data ? (
          <LedgerSentence {...{ view, context }} totals={totals.data} />
        ) : (
          <h1 className="sentence">{t(ledgerTexts.loading)}…</h1>
        )}
        <Toolbar {...shared} onCreate={() => setCreating(true)} onPrint={printing.start} />
        <FilterChips {...shared} />
      </header>
      {totals.data ? (
        <Rows {...shared} totals={totals.data} phone={phone} onCreate={() => setCreating(true)} />
      ) : totals.error ? (
        <ErrorState error={totals.error} onRetry={() => void totals.refetch()} />
      ) : (
        <Skeleton label={t(ledgerTexts.loading)} lines={14} />
      )}
      {totals.data && totals.data.total > 0 ? <TotalsLine {...shared} totals={totals.data} /> : null}
      {creating ? (
        <Suspense>
          <CreateDialog {...{ view, context }} onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
      {printing.table}
    </div>
  )
}

interface RowsProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly totals: ListReply
  readonly phone: boolean
  readonly onCreate: () => void
}

function Rows({ totals, phone, onCreate, ...shared }: RowsProps) {
  const t = useText()
  const may = useMay()
  const { view, actions } = shared
  const item = t(view.playbook.itemTitle)
  if (totals.total > 0) {
    return phone ? <PhoneList {...shared} total={totals.total} /> : <LedgerGrid {...shared} total={totals.total} />
  }
  if (view.q || view.conditions.length > 0) {
    return (
      <EmptyState title={t(ledgerTexts.noneTitle, { item })} hint={t(ledgerTexts.noneHint)}>
        <button
          type="button"
          className="button"
          onClick={() => void actions.setState({ q: undefined, filter: undefined, row: undefined })}
        >
          {t(ledgerTexts.clearFilters)}
        </button>
      </EmptyState>
    )
  }
  if (!may('item.create')) {
    return <EmptyState title={t(ledgerTexts.emptyTitle, { item })} hint={t(ledgerTexts.emptyReading)} />
  }
  return (
    <EmptyState title={t(ledgerTexts.emptyTitle, { item })} hint={t(ledgerTexts.emptyHint)}>
      {may('import.run') ? (
        <Link className="button is-primary" to="/import/$playbook" params={{ playbook: view.playbook.key }}>
          {t(ledgerTexts.importRows)}
        </Link>
      ) : null}
      <button type="button" className="button" onClick={onCreate}>
        {t(ledgerTexts.create, { item })}
      </button>
    </EmptyState>
  )
}

/** Narrow screens get lines to tap instead of a grid; turning the phone changes it on the spot. */
function usePhone(): boolean {
  const query = useMemo(() => matchMedia('(max-width: 700px)'), [])
  const [phone, setPhone] = useState(query.matches)
  useEffect(() => {
    const follow = () => setPhone(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [query])
  return phone
}
