import { getDesk, type ReplyOf } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link, useParams } from '@tanstack/react-router'
import { useIssues } from '../../api/issues.ts'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useMay } from '../../api/session.tsx'
import { type Translate, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { DeskList } from './desk-list.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { NewOrder } from './new-order.tsx'
import { deskTexts as texts } from './texts.ts'
import { type DeskView, deskView, shownRows, waitingMoves } from './view.ts'
import './order-desk.css'

type Desk = ReplyOf<typeof getDesk>

/** 督办台: what waits for the reader, by lamp and time, with its documents; new orders, also from what they are about. */
export default function OrderDeskPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const [state, change] = useViewState()
  const { data, error } = useRoute(getDesk, { query: { playbook: playbook.key } })
  usePageTitle(t(texts.pageTitle))
  if (error) return <ErrorState error={error} onRetry={() => void refresh(getDesk)} />
  if (!data) return <Skeleton label={t(texts.loading)} lines={12} />
  const view = deskView(state, data.waiting)
  const { compose, about, node, document, item } = state
  const closed = { compose: undefined, about: undefined, node: undefined, document: undefined, item: undefined }
  return (
    <div className="desk">
      <Sentence>{sentenceOf(t, data)}</Sentence>
      {data.asOf ? <p className="desk-past">{t(texts.past)}</p> : null}
      <Filters {...{ playbook, desk: data, view }} />
      {data.rows.length === 0 ? (
        <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} />
      ) : (
        <DeskList playbook={playbook} rows={shownRows(data.rows, view)} />
      )}
      {compose ? <NewOrder {...{ playbook, about, node }} onClose={() => void change(closed)} /> : null}
      {document && item ? (
        <DocumentDialog itemId={item} document={document} onClose={() => void change(closed)} />
      ) : null}
    </div>
  )
}

const sentenceOf = (t: Translate, { open, waiting, overdue }: Desk) =>
  open === 0 ? t(texts.sentenceNone) : t(texts.sentence, { open, waiting, overdue })

interface FiltersProps {
  readonly playbook: Playbook
  readonly desk: Desk
  readonly view: DeskView
}

/** What is shown, each with how much it is. */
function Filters({ playbook, desk, view }: FiltersProps) {
  const t = useText()
  const may = useMay()
  const issues = useIssues()
  const [, change] = useViewState()
  const { show, move } = view
  const choice = (label: string, count: number, pressed: boolean, patch: Record<string, string | undefined>) => (
    <button
      type="button"
      key={label}
      aria-pressed={pressed}
      onClick={() => void change({ show: undefined, move: undefined, ...patch })}
    >
      {label} <strong>{count}</strong>
    </button>
  )
  return (
    <div className="desk-bar no-print">
      <fieldset className="desk-filters" aria-label={t(texts.filters)}>
        {choice(t(texts.mine), desk.waiting, show === 'mine' && !move, { show: 'mine' })}
        {waitingMoves(desk.rows).map(({ key, title, count }) =>
          choice(t(title), count, show === 'mine' && move === key, { show: 'mine', move: key }),
        )}
        {choice(t(texts.late), desk.overdue, show === 'late', { show: 'late' })}
        {choice(t(texts.all), desk.open, show === 'all', { show: 'all' })}
      </fieldset>
      <span className="desk-acts">
        <Link className="button" to="/list/$playbook" params={{ playbook: playbook.key }}>
          {t(texts.ledger)}
        </Link>
        {issues && may('item.create') ? (
          <button type="button" className="button is-primary" onClick={() => void change({ compose: '1' })}>
            {t(texts.newOrder)}
          </button>
        ) : null}
      </span>
    </div>
  )
}
