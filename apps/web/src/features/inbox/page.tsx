import { type NoticeEntry, noticeKinds } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useSession } from '../../api/session.tsx'
import { useKeyHelp } from '../../app/keys.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { dayOfInstant, dayText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { grouped, unreadKinds } from './grouped.ts'
import { keySection, moveBy } from './keyboard.ts'
import { NoticeLine } from './notice-line.tsx'
import { inboxTexts as texts } from './texts.ts'
import { type Shown, useInbox, useMarking } from './use-inbox.ts'
import './inbox.css'

/** What one was told: unread or all, by time or by item. */
export default function InboxPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  useKeyHelp(keySection)
  const [view] = useViewState()
  const show: Shown = view.show === 'all' ? 'all' : 'unread'
  const by = view.by === 'item' ? 'item' : 'time'
  const found = useInbox(show)
  const marking = useMarking()
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  const notices = found.data?.pages.flatMap((page) => page.notices) ?? []
  const unread = found.data?.pages[0]?.unread ?? 0
  const first = notices[0]
  return (
    <div className="inbox">
      <header className="inbox-head">
        {found.data ? <Told unread={unread} notices={notices} /> : null}
        <Views
          show={show}
          by={by}
          onMarkAll={unread > 0 && first ? () => marking.mutate({ read: true, upTo: first.noticeId }) : undefined}
        />
      </header>
      {found.data ? null : <Skeleton label={t(texts.loading)} lines={12} />}
      {found.data && notices.length === 0 ? (
        <EmptyState title={t(show === 'all' ? texts.nothing : texts.nothingUnread)} hint={t(texts.nothingUnreadHint)} />
      ) : null}
      <Groups
        notices={notices}
        by={by}
        onMark={({ noticeId, readAt }) => marking.mutate({ read: readAt === null, noticeIds: [noticeId] })}
        onMarkItem={(itemId) => marking.mutate({ read: true, itemId })}
      />
      {found.hasNextPage ? (
        <button
          type="button"
          className="button no-print"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t(texts.more)}
        </button>
      ) : null}
    </div>
  )
}

const toldKinds = 4

function Told({ unread, notices }: { readonly unread: number; readonly notices: readonly NoticeEntry[] }) {
  const t = useText()
  const language = useLanguage()
  if (unread === 0) return <Sentence>{t(texts.sentenceNone)}</Sentence>
  const kinds = unreadKinds(notices)
    .slice(0, toldKinds)
    .map(({ kind, count }) => t(texts.kindCount, { count, kind: t(noticeKinds[kind]) }))
    .join(language === 'zh' ? '，' : ', ')
  return (
    <Sentence>
      {kinds ? t(texts.sentenceKinds, { count: unread, kinds }) : t(texts.sentence, { count: unread })}
    </Sentence>
  )
}

interface ViewsProps {
  readonly show: Shown
  readonly by: 'time' | 'item'
  readonly onMarkAll: (() => void) | undefined
}

function Views({ show, by, onMarkAll }: ViewsProps) {
  const t = useText()
  const [, change] = useViewState()
  const choice = (pressed: boolean, title: string, patch: Readonly<Record<string, string | undefined>>) => (
    <button type="button" className="button" aria-pressed={pressed} onClick={() => void change(patch)}>
      {title}
    </button>
  )
  return (
    <fieldset className="inbox-views no-print">
      <legend className="aside-text">{t(texts.view)}</legend>
      <span className="inbox-choice">
        {choice(show === 'unread', t(texts.showUnread), { show: undefined })}
        {choice(show === 'all', t(texts.showAll), { show: 'all' })}
      </span>
      <span className="inbox-choice">
        {choice(by === 'time', t(texts.byTime), { by: undefined })}
        {choice(by === 'item', t(texts.byItem), { by: 'item' })}
      </span>
      <span className="inbox-acts">
        {onMarkAll ? (
          <button type="button" className="button" onClick={onMarkAll}>
            {t(texts.markAll)}
          </button>
        ) : null}
        <Link to="/account" hash="notices">
          {t(texts.settings)}
        </Link>
      </span>
    </fieldset>
  )
}

interface GroupsProps {
  readonly notices: readonly NoticeEntry[]
  readonly by: 'time' | 'item'
  readonly onMark: (notice: NoticeEntry) => void
  readonly onMarkItem: (itemId: string) => void
}

function Groups({ notices, by, onMark, onMarkItem }: GroupsProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const day = (iso: string) => (iso === today ? t(texts.today) : dayText(iso, { language, today }))
  const titleOf = (key: string, [first]: readonly NoticeEntry[]) => {
    if (by === 'time') return day(key)
    return key === '' ? t(texts.noItem) : (first?.itemTitle ?? t(texts.hidden))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the notices within
    <div ref={list} onKeyDown={(event) => moveBy(event, list.current)}>
      {grouped(notices, by).map(({ key, notices: own }) => (
        <section key={key} className="inbox-group" aria-label={titleOf(key, own)}>
          <h2>
            {titleOf(key, own)}
            <small>{own.length}</small>
            {by === 'item' && key !== '' && own.some(({ readAt }) => readAt === null) ? (
              <button type="button" className="no-print" onClick={() => onMarkItem(key)}>
                {t(texts.markItem)}
              </button>
            ) : null}
          </h2>
          <ul>
            {own.map((notice) => (
              <NoticeLine
                key={notice.noticeId}
                notice={notice}
                underItem={by === 'item' && key !== ''}
                when={by === 'time' ? '' : day(dayOfInstant(notice.at))}
                onMark={onMark}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
