import { type AccountEntry, listAccounts } from '@guatu/contract'
import { useDeferredValue, useState } from 'react'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { AccountTable } from './account-table.tsx'
import { type Doing, DoingDialog } from './doing-dialog.tsx'
import { selected, states, tally } from './selection.ts'
import { stateTitles, accountsTexts as texts } from './texts.ts'
import '../../forms/forms.css'
import './accounts.css'

/** Who has an account: the system administrator opens and closes them, the security administrator unlocks. */
export default function AccountsPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(listAccounts, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="accounts">
      {found.data ? <Accounts accounts={found.data.accounts} /> : <Skeleton label={t(texts.loading)} lines={12} />}
    </div>
  )
}

function Accounts({ accounts }: { readonly accounts: readonly AccountEntry[] }) {
  const t = useText()
  const [view, change] = useViewState()
  const [doing, setDoing] = useState<Doing | null>(null)
  const typed = useDeferredValue(view.q ?? '')
  const state = states.find((entry) => entry === view.state) ?? null
  const counts = tally(accounts)
  const rows = selected(accounts, state, typed)
  if (accounts.length === 0) return <EmptyState title={t(texts.empty)} hint={t(texts.emptyHint)} />
  return (
    <>
      <Sentence>
        {t(texts.sentence, {
          count: accounts.length,
          open: counts.open + counts.locked,
          none: counts.none + counts.invited,
        })}
        {counts.locked > 0 ? t(texts.sentenceLocked, { count: counts.locked }) : ''}
      </Sentence>
      <div className="accounts-tools no-print">
        <input
          type="search"
          className="field-input"
          aria-label={t(texts.find)}
          placeholder={t(texts.find)}
          value={view.q ?? ''}
          onChange={(event) => void change({ q: event.target.value || undefined }, { replace: true })}
        />
        <select
          className="field-input"
          aria-label={t(texts.account)}
          value={state ?? ''}
          onChange={(event) => void change({ state: event.target.value || undefined })}
        >
          <option value="">
            {t(texts.all)} {accounts.length}
          </option>
          {states.map((entry) => (
            <option key={entry} value={entry}>
              {t(stateTitles[entry])} {counts[entry]}
            </option>
          ))}
        </select>
      </div>
      {rows.length === 0 ? <EmptyState title={t(texts.nothing)} /> : <AccountTable rows={rows} onAct={setDoing} />}
      {doing ? <DoingDialog doing={doing} onClose={() => setDoing(null)} /> : null}
    </>
  )
}
