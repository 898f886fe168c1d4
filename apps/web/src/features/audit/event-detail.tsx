import { type EventReply, getEvent } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { auditTexts as texts } from './texts.ts'

/** One event whole: before and after, its data, and its place in the chain. */
export function EventDetail({ seq }: { readonly seq: number }) {
  const t = useText()
  const found = useRoute(getEvent, { params: { seq } })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={3} />
  return <Whole reply={found.data} />
}

function Whole({ reply }: { readonly reply: EventReply }) {
  const t = useText()
  const { event, changes, data, hash, previousHash } = reply
  return (
    <div className="audit-detail">
      {changes.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t(texts.field)}</th>
              <th scope="col">{t(texts.before)}</th>
              <th scope="col">{t(texts.after)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ title, from, to }) => (
              <tr key={title.en}>
                <th scope="row">{t(title)}</th>
                <td>{from ? t(from) : '—'}</td>
                <td>{to ? t(to) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <details>
        <summary className="audit-data">{t(texts.data)}</summary>
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </details>
      <dl>
        <dt>{t(texts.hash)}</dt>
        <dd>{hash}</dd>
        <dt>{t(texts.previousHash)}</dt>
        <dd>{previousHash}</dd>
      </dl>
      {event.itemId ? (
        <Link className="button no-print" to="/audit" search={{ itemId: event.itemId }}>
          {t(texts.itemOnly)}
        </Link>
      ) : null}
    </div>
  )
}
