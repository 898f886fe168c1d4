import { type ItemEvent, listItemEvents } from '@guatu/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { asOfHere } from '../../api/as-of.ts'
import { call } from '../../api/call.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { clockText, dayOfInstant, dayText } from '../../ui/format.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import type { Project } from './project.ts'
import { texts } from './texts.ts'

/** Every change, newest first: who, when, what, why, and its place in the chain. */
export function ChangesPart({ reply }: Project) {
  const t = useText()
  const { itemId, revision } = reply.item
  const found = useInfiniteQuery({
    queryKey: [listItemEvents.name, itemId, revision, asOfHere()],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listItemEvents, { params: { itemId }, query: pageParam ? { before: pageParam } : {} }, { signal }),
    getNextPageParam: (last) => (last.more ? last.events.at(-1)?.seq : undefined),
  })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={6} />
  const events = found.data.pages.flatMap((page) => page.events)
  if (events.length === 0) return <EmptyState title={t(texts.noChanges)} />
  return (
    <>
      <ol className="project-changes">
        {events.map((event) => (
          <Change key={event.seq} event={event} />
        ))}
      </ol>
      {found.hasNextPage ? (
        <button type="button" className="button no-print" onClick={() => void found.fetchNextPage()}>
          {t(texts.more)}
        </button>
      ) : null}
    </>
  )
}

function Change({ event }: { readonly event: ItemEvent }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  return (
    <li>
      <time dateTime={event.at}>
        {dayText(dayOfInstant(event.at), { language, today })} {clockText(event.at)}
      </time>
      <div>
        <p>{t(event.text)}</p>
        {event.reason ? (
          <p className="project-muted">
            {t(texts.reason)}：{event.reason}
          </p>
        ) : null}
        <p className="project-muted">
          {[event.actor, event.post, event.origin].filter(Boolean).join(' · ')} ·{' '}
          <span title={`${t(texts.hash)} ${event.hash}`}>
            #{event.seq} {event.hash.slice(0, 8)}
          </span>
        </p>
      </div>
    </li>
  )
}
