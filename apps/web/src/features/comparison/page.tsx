import {
  type BaselinesReply,
  type ComparisonReply,
  comparePlans,
  exportComparison,
  listBaselines,
} from '@guatu/contract'
import { differenceKinds } from '@guatu/kernel'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, use, useState } from 'react'
import { addressOf } from '../../api/call.ts'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { PastContext, useMay, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState, type ViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { FreezePanel } from './freeze-panel.tsx'
import { ItemRows } from './item-rows.tsx'
import { SidePicker } from './side-picker.tsx'
import { sideWords } from './side-words.ts'
import { Summary, Units } from './summary.tsx'
import { kindTitles, comparisonTexts as texts } from './texts.ts'
import { useComparison } from './use-comparison.ts'
import { type ComparisonView, comparisonView, queryOf } from './view.ts'
import { WholeItem } from './whole-item.tsx'
import '../../forms/forms.css'
import './comparison.css'

/** 计划对比: what differs between the plans of a list at two days or baselines. */
export default function ComparisonPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const { today } = useSession()
  const isPast = use(PastContext)
  const [state, change] = useViewState()
  const known = useRoute(listBaselines, {
    query: { playbook: playbook.key, ...(state.item ? { item: state.item } : {}) },
  })
  const view = comparisonView(state, today, known.data?.baselines ?? [])
  const query = queryOf(playbook.key, view)
  const { reply, ...asking } = useComparison(query, known.data !== undefined)
  usePageTitle(t(texts.pageTitle))
  const error = known.error ?? asking.error
  const patch = (next: ViewState) => void change(next)
  if (!known.data || !reply) {
    if (error) return <ErrorState error={error} onRetry={() => void refresh(listBaselines, comparePlans)} />
    return <Skeleton label={t(texts.loading)} lines={12} />
  }
  const [whole] = view.item ? reply.items : []
  return (
    <div className="compare" aria-busy={asking.isPlaceholderData}>
      <Head reply={reply} />
      {isPast ? <p className="compare-note">{t(texts.ofItsOwn)}</p> : null}
      <Bar playbook={playbook.key} baselines={known.data} view={view} onChange={patch} />
      {error ? <ErrorState error={error} /> : null}
      {reply.from.items + reply.to.items === 0 ? (
        <EmptyState title={t(texts.none, { side: t(texts.pageTitle) })} hint={t(texts.noneHint)} />
      ) : whole ? (
        <WholeItem playbook={playbook} item={whole} onBack={() => patch({ item: undefined })} />
      ) : (
        <>
          <Summary {...{ reply, view }} onChange={patch} />
          <Units {...{ reply, view }} onChange={patch} />
          <Rows {...{ reply, view }} onChange={patch}>
            <ItemRows
              {...{ playbook, reply }}
              onItem={(item) => patch({ item, kind: undefined, unit: undefined })}
              onMore={asking.hasNextPage ? () => void asking.fetchNextPage() : null}
            />
          </Rows>
        </>
      )}
    </div>
  )
}

interface RowsProps {
  readonly reply: ComparisonReply
  readonly view: ComparisonView
  readonly onChange: (patch: ViewState) => void
  readonly children: ReactNode
}

function Rows({ reply, view, onChange, children }: RowsProps) {
  const t = useText()
  if (reply.total > 0) return children
  const narrowed = view.kind !== undefined || view.unit !== undefined
  return (
    <EmptyState title={t(texts.noMatch)}>
      {narrowed ? (
        <button type="button" className="button" onClick={() => onChange({ kind: undefined, unit: undefined })}>
          {t(texts.showAll)}
        </button>
      ) : null}
    </EmptyState>
  )
}

/** What the comparison found, in one sentence. */
function Head({ reply }: { readonly reply: ComparisonReply }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const sides = {
    from: sideWords(reply.from, t, { language, today }),
    to: sideWords(reply.to, t, { language, today }),
  }
  const parts = differenceKinds
    .filter((kind) => reply.counts[kind] > 0)
    .slice(0, 4)
    .map((kind) => t(texts.part, { kind: t(kindTitles[kind]), count: countText(reply.counts[kind]) }))
  const changed = reply.changedItems + reply.addedItems + reply.goneItems
  if (changed === 0) return <Sentence>{t(texts.sentenceSame, { ...sides, items: countText(reply.to.items) })}</Sentence>
  const list = [t(texts.projects, { count: countText(changed) }), ...parts].join(language === 'zh' ? '，' : ', ')
  return <Sentence>{t(texts.sentence, { ...sides, list })}</Sentence>
}

interface BarProps {
  readonly playbook: string
  readonly baselines: BaselinesReply
  readonly view: ComparisonView
  readonly onChange: (patch: ViewState) => void
}

/** Which two plans; and what can be done with the result. */
function Bar({ playbook, baselines, view, onChange }: BarProps) {
  const t = useText()
  const may = useMay()
  const [freezing, setFreezing] = useState(false)
  const acts = baselines.baselines
  return (
    <>
      <div className="compare-bar no-print">
        <SidePicker label={t(texts.from)} side={view.from} baselines={acts} onSide={(from) => onChange({ from })} />
        <SidePicker label={t(texts.to)} side={view.to} baselines={acts} onSide={(to) => onChange({ to })} />
        <button type="button" className="button" onClick={() => onChange({ from: view.to, to: view.from })}>
          {t(texts.swap)}
        </button>
        <span className="compare-acts">
          {may('item.plan') && view.item === undefined ? (
            <button type="button" className="button" onClick={() => setFreezing(!freezing)}>
              {t(texts.freeze)}
            </button>
          ) : null}
          <a className="button" href={addressOf(exportComparison, { query: queryOf(playbook, view) })} download>
            {t(texts.excel)}
          </a>
          <button type="button" className="button" onClick={() => window.print()}>
            {t(texts.print)}
          </button>
        </span>
      </div>
      {freezing ? (
        <FreezePanel playbook={playbook} unfrozen={baselines.unfrozen} onClose={() => setFreezing(false)} />
      ) : null}
    </>
  )
}
