import { type Account, getAccount } from '@guatu/contract'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { NoticesPart } from './notices-part.tsx'
import { PasswordPart } from './password-part.tsx'
import { PostsPart } from './posts-part.tsx'
import { SecondFactorPart } from './second-factor-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { accountTexts as texts } from './texts.ts'
import { TokensPart } from './tokens-part.tsx'
import './account.css'

/** Who one is here, from which post one acts, and what opens one's account. */
export default function AccountPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(getAccount, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="account">
      {found.data ? <Parts account={found.data} /> : <Skeleton label={t(texts.loading)} lines={10} />}
    </div>
  )
}

function Parts({ account }: { readonly account: Account }) {
  const t = useText()
  const { name, post, userName, demonstration } = account
  return (
    <>
      <header className="account-head">
        <Sentence>{post ? t(texts.sentence, { name, post }) : t(texts.sentenceBare, { name })}</Sentence>
        {demonstration ? <p className="account-note">{t(texts.demonstration)}</p> : null}
        {userName ? <p className="account-note">{t(texts.userName, { userName })}</p> : null}
      </header>
      <PostsPart account={account} />
      {demonstration || userName === null ? null : (
        <>
          <PasswordPart account={account} userName={userName} />
          <SecondFactorPart account={account} />
        </>
      )}
      {account.personId ? (
        <>
          <NoticesPart />
          <CalendarPart />
        </>
      ) : null}
      <SessionsPart />
      <TokensPart account={account} />
    </>
  )
}
