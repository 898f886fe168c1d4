import { type EventLine, searchEvents } from '@guatu/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '../../api/call.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { instantText } from '../../ui/format.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { EventDetail } from './event-detail.tsx'
import { filterOf } from './filter.ts'
import { auditTexts as texts } from './texts.ts'

/** The events of a search, newest first; each opens to all that is known of it. */
export function EventList() {
  const t = useText()
  const language = useLanguage()
  const [view] = useViewState()
  const filter = useDeferredValue(filterOf(view))
  const found = useInfiniteQuery({
    queryKey: [searchEvents.name, JSON.stringify(filter)],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(searchEvents, { query: { ...filter, ...(pageParam ? { before: pageParam } : {}) } }, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={12} />
  const events = found.data.pages.flatMap((page) => page.events)
  const searchedTo = found.data.pages.at(-1)?.searchedTo ?? null
  return (
    <>
      {events.length > 0 ? (
        <ol className="audit-events" aria-label={t(texts.list)}>
          {events.map((event) => (
            <Line key={event.seq} event={event} />
          ))}
        </ol>
      ) : found.hasNextPage ? null : (
        <EmptyState title={t(texts.nothing)} hint={t(texts.nothingHint)} />
      )}
      {found.hasNextPage ? (
        <button
          type="button"
          className="button no-print"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {searchedTo ? t(texts.searchedTo, { at: instantText(searchedTo, language) }) : t(texts.more)}
        </button>
      ) : null}
    </>
  )
}

function Line({ event }: { readonly event: EventLine }) {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { seq, at, actor, post, origin, verbTitle, itemTitle, text, reason } = event
  return (
    <li>
      <details onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
        <summary>
          <time dateTime={at}>{instantText(at, language)}</time>
          <span className="audit-who">
            {actor === 'system' ? t(texts.system) : actor}
            {post || origin ? <small>{[post, origin].filter(Boolean).join(' · ')}</small> : null}
          </span>
          <span className="audit-what">
            <b>{t(verbTitle)}</b> {itemTitle ? `“${itemTitle}” ` : ''}
            {t(text)}
            {reason ? (
              <small>
                {t(texts.reason)}：{reason}
              </small>
            ) : null}
          </span>
          <span className="audit-seq">#{seq}</span>
        </summary>
        {open ? <EventDetail seq={seq} /> : null}
      </details>
    </li>
  )
}
