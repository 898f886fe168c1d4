import type { AccountEntry } from '@guatu/contract'
import { useMay } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { instantText } from '../../ui/format.ts'
import type { Doing } from './doing-dialog.tsx'
import { actsOf } from './selection.ts'
import { stateTitles, accountsTexts as texts } from './texts.ts'
import { usePlainActs } from './use-plain-acts.ts'

interface AccountTableProps {
  readonly rows: readonly AccountEntry[]
  /** Acts that ask for a reason or answer a link open a dialog. */
  readonly onAct: (doing: Doing) => void
}

export function AccountTable({ rows, onAct }: AccountTableProps) {
  const t = useText()
  return (
    <table className="accounts-table">
      <thead>
        <tr>
          <th scope="col">{t(texts.person)}</th>
          <th scope="col">{t(texts.account)}</th>
          <th scope="col">{t(texts.security)}</th>
          <th scope="col">{t(texts.last)}</th>
          <th scope="col" className="no-print">
            <span className="aside-text">{t(texts.acts)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => (
          <AccountRow key={account.personId} account={account} onAct={onAct} />
        ))}
      </tbody>
    </table>
  )
}

function AccountRow({
  account,
  onAct,
}: {
  readonly account: AccountEntry
  readonly onAct: AccountTableProps['onAct']
}) {
  const t = useText()
  const language = useLanguage()
  const { name, org, post, userName, state, lockedUntil, invitedUntil, secondFactor, sessions, lastSignInAt } = account
  const until =
    state === 'locked' && lockedUntil
      ? t(texts.lockedUntil, { at: instantText(lockedUntil, language) })
      : state === 'invited' && invitedUntil
        ? t(texts.invitedUntil, { at: instantText(invitedUntil, language) })
        : null
  const security = [
    ...(secondFactor ? [t(texts.secondFactor)] : []),
    ...(sessions > 0 ? [t(texts.sessions, { count: sessions })] : []),
  ]
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="accounts-note">{[org, post].filter(Boolean).join(' ')}</span>
      </th>
      <td className={`is-state is-${state}`}>
        {t(stateTitles[state])}
        <span className="accounts-note">{[userName, until].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="is-security">{security.join(' · ')}</td>
      <td className="is-last">
        {lastSignInAt ? instantText(lastSignInAt, language) : <span className="accounts-note">{t(texts.never)}</span>}
      </td>
      <td className="is-acts no-print">
        <Acts account={account} onAct={onAct} />
      </td>
    </tr>
  )
}

function Acts({ account, onAct }: { readonly account: AccountEntry; readonly onAct: AccountTableProps['onAct'] }) {
  const t = useText()
  const may = useMay()
  const plain = usePlainActs(account)
  const acts = actsOf(account, { manages: may('account.manage'), unlocks: may('account.unlock') })
  return acts.map((act) => (
    <button
      key={act}
      type="button"
      className="link-button"
      disabled={plain.busy}
      onClick={() => (act === 'unlock' || act === 'endSessions' ? plain.run(act) : onAct({ act, account }))}
    >
      {t(act === 'invite' && account.state === 'invited' ? texts.inviteAgain : texts[act])}
    </button>
  ))
}
