import { phaseTitles } from '@guatu/access'
import { type AccessReply, explainAccess } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Section, Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { ExplanationTable } from './explanation-table.tsx'
import { ItemPick } from './item-pick.tsx'
import { PersonPick } from './person-pick.tsx'
import { postWords } from './post-words.ts'
import { accessTexts as texts } from './texts.ts'
import './access.css'

/** Why somebody may, or may not: every action with yes or no, the rule that says so, and what would be needed. */
export default function AccessPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const [view] = useViewState()
  const { me } = useSession()
  // The operator holds no post: there is only somebody else to look up.
  const isAsked = me !== null || view.person !== undefined
  const query = { ...(view.person ? { personId: view.person } : {}), ...(view.item ? { itemId: view.item } : {}) }
  const found = useRoute(explainAccess, { query }, { enabled: isAsked, keepLast: true })
  return (
    <div className="access">
      <div className="access-picks no-print">
        <PersonPick />
        <ItemPick known={found.data?.item ?? null} />
        <Link className="button" to="/access/rules">
          {t(texts.toRules)}
        </Link>
      </div>
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Answer reply={found.data} />
      ) : isAsked ? (
        <Skeleton label={t(texts.loading)} lines={12} />
      ) : null}
    </div>
  )
}

function Answer({ reply }: { readonly reply: AccessReply }) {
  const t = useText()
  const { me } = useSession()
  const { person, item, posts, explanations } = reply
  const allowed = explanations.filter((entry) => entry.allowed)
  const refused = explanations.filter((entry) => !entry.allowed)
  const name = me?.personId === person.personId ? t(texts.you) : person.name
  const counts = { person: name, yes: allowed.length, no: refused.length, all: explanations.length }
  return (
    <>
      <header>
        <Sentence>
          {item ? t(texts.sentenceItem, { ...counts, item: item.title }) : t(texts.sentenceDistrict, counts)}
        </Sentence>
        <p className="access-muted">
          {posts.length === 0
            ? t(texts.noPosts)
            : `${t(texts.posts)}：${posts.map((post) => postWords(post, t)).join('、')}`}
          {item ? `。${t(texts.inPhase, { phase: t(phaseTitles[item.phase]) })}` : ''}
        </p>
      </header>
      {refused.length > 0 ? (
        <Section title={t(texts.refused)} aside={refused.length}>
          <ExplanationTable explanations={refused} reply={reply} />
        </Section>
      ) : null}
      {allowed.length > 0 ? (
        <Section title={t(texts.allowed)} aside={allowed.length}>
          <ExplanationTable explanations={allowed} reply={reply} />
        </Section>
      ) : null}
    </>
  )
}
