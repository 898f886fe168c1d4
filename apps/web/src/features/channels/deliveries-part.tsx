import {
  type DeliveryEntry,
  type DeliveryState,
  deliveryStates,
  getChannels,
  listDeliveries,
  noticeKinds,
  resendDelivery,
} from '@guatu/contract'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { messageOf } from '../../api/refused.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { instantText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { stateTitles, channelTexts as texts } from './texts.ts'

const isState = (text: string | undefined): text is DeliveryState => deliveryStates.some((state) => state === text)

/** What became of each message, with the way to send it again. */
export function DeliveriesPart() {
  const t = useText()
  const [view, change] = useViewState()
  const state = isState(view.state) ? view.state : undefined
  const found = useInfiniteQuery({
    queryKey: [listDeliveries.name, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        listDeliveries,
        { query: { ...(state ? { state } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 15_000,
  })
  const deliveries = found.data?.pages.flatMap((page) => page.deliveries) ?? []
  return (
    <Section title={t(texts.deliveries)} aside={t(texts.deliveriesHint)}>
      <div className="channel-choice">
        {([undefined, ...deliveryStates] as const).map((one) => (
          <label key={one ?? ''}>
            <input type="radio" name="state" checked={state === one} onChange={() => void change({ state: one })} />
            {one ? t(stateTitles[one]) : t(texts.all)}
          </label>
        ))}
      </div>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data && deliveries.length === 0 ? <p className="channel-note">{t(texts.noDeliveries)}</p> : null}
      <ul className="channel-lines is-deliveries">
        {deliveries.map((delivery) => (
          <DeliveryLine key={delivery.deliveryId} delivery={delivery} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
          {t(texts.more)}
        </button>
      ) : null}
    </Section>
  )
}

function DeliveryLine({ delivery }: { readonly delivery: DeliveryEntry }) {
  const t = useText()
  const language = useLanguage()
  const { deliveryId, target, kind, purpose, state, attempts, createdAt, nextAt, sentAt, lastError } = delivery
  const resending = useMutation({
    mutationFn: () => call(resendDelivery, { params: { deliveryId } }),
    onSuccess: () => toast({ text: t(texts.resent) }),
    onError: (error) => toast({ text: t(messageOf(error)), tone: 'failed', error }),
    onSettled: () => refresh(listDeliveries, getChannels),
  })
  const what = kind ? noticeKinds[kind] : purpose === 'digest' ? texts.digest : texts.testing
  const said = [
    attempts > 1 ? t(texts.attempts, { count: attempts }) : '',
    state === 'waiting' ? t(texts.nextAt, { at: instantText(nextAt, language) }) : '',
    lastError ?? '',
  ].filter(Boolean)
  return (
    <li>
      <time dateTime={createdAt}>{instantText(sentAt ?? createdAt, language)}</time>
      <span>
        {target} <span className="channel-kind">{t(what)}</span>
        {said.length > 0 ? <small>{said.join(' · ')}</small> : null}
      </span>
      <span className="channel-acts">
        <span className={state === 'sent' ? 'channel-good' : state === 'givenUp' ? 'channel-bad' : 'channel-note'}>
          {t(stateTitles[state])}
        </span>
        {state === 'givenUp' && purpose !== 'test' ? (
          <button type="button" className="button" disabled={resending.isPending} onClick={() => resending.mutate()}>
            {t(texts.resend)}
          </button>
        ) : null}
      </span>
    </li>
  )
}
