import { type DirectoryReply, exportDirectory, getDirectory } from '@guatu/contract'
import { useMemo } from 'react'
import { addressOf } from '../../api/call.ts'
import { useRoute } from '../../api/query.ts'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ChargesBoard } from './charges-board.tsx'
import { type Entries, entriesOf, isNow } from './entries.ts'
import { Finder } from './finder.tsx'
import { ImportPart } from './import-part.tsx'
import { PersonDetail } from './person-detail.tsx'
import { directoryTexts as texts } from './texts.ts'
import { UnitDetail } from './unit-detail.tsx'
import './directory.css'

/** Who is who: the district's units, the persons in them, the posts that they hold and held, and what leaders are in charge of. */
export default function DirectoryPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(getDirectory, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="directory">
      {found.data ? <Directory reply={found.data} /> : <Skeleton label={t(texts.loading)} lines={12} />}
    </div>
  )
}

function Directory({ reply }: { readonly reply: DirectoryReply }) {
  const t = useText()
  const { today } = useSession()
  const [view] = useViewState()
  const entries = useMemo(() => entriesOf(reply), [reply])
  const now = reply.posts.filter((post) => isNow(post, today))
  const held = now.filter(({ deputyForId }) => deputyForId === null).length
  const counts = {
    units: reply.units.filter(({ closedOn }) => closedOn === null || closedOn >= today).length,
    persons: reply.persons.length,
    posts: held,
  }
  return (
    <>
      <header className="directory-head">
        <Sentence>
          {t(texts.sentence, counts)}
          {now.length > held ? t(texts.sentenceDeputies, { count: now.length - held }) : ''}
        </Sentence>
        <a className="button no-print" href={addressOf(exportDirectory, {})}>
          {t(texts.export)}
        </a>
      </header>
      <Parts />
      {view.tab === 'charges' ? (
        <ChargesBoard {...{ reply, entries }} />
      ) : view.tab === 'import' ? (
        <ImportPart />
      ) : (
        <Browser {...{ reply, entries }} />
      )}
    </>
  )
}

function Parts() {
  const t = useText()
  const [view, change] = useViewState()
  const may = useMay()
  const parts = [
    { key: undefined, title: texts.tabDirectory },
    { key: 'charges', title: texts.tabCharges },
    ...(may('directory.manage') || may('post.manage') ? [{ key: 'import', title: texts.tabImport }] : []),
  ]
  return (
    <nav className="directory-parts no-print" aria-label={t(texts.tabs)}>
      {parts.map(({ key, title }) => (
        <button
          key={title.zh}
          type="button"
          aria-current={view.tab === key ? 'page' : undefined}
          onClick={() => void change({ tab: key })}
        >
          {t(title)}
        </button>
      ))}
    </nav>
  )
}

function Browser({ reply, entries }: { readonly reply: DirectoryReply; readonly entries: Entries }) {
  const [view] = useViewState()
  const isOpen = Boolean(view.unit ?? view.person)
  return (
    <div className={`directory-browser ${isOpen ? 'is-open' : ''}`}>
      <Finder reply={reply} />
      <div className="directory-detail">
        <Detail entries={entries} />
      </div>
    </div>
  )
}

function Detail({ entries }: { readonly entries: Entries }) {
  const t = useText()
  const [view, change] = useViewState()
  const person = entries.persons.get(view.person ?? '')
  const unit = entries.units.get(view.unit ?? '')
  if (!view.person && !view.unit) return <EmptyState title={t(texts.pick)} hint={t(texts.pickHint)} />
  return (
    <>
      <button
        type="button"
        className="directory-back no-print"
        onClick={() => void change({ unit: undefined, person: undefined })}
      >
        ← {t(texts.back)}
      </button>
      {person ? (
        <PersonDetail key={person.personId} {...{ person, entries }} />
      ) : unit ? (
        <UnitDetail key={unit.orgId} {...{ unit, entries }} />
      ) : (
        <EmptyState title={t(texts.gone)} />
      )}
    </>
  )
}
