import type { Replanned } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { askableOf, askText } from '../../../ui/plan-effect/ask-text.ts'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import type { Draft } from './draft.ts'
import { dragTexts } from './texts.ts'
import type { DraftState } from './use-draft.ts'

interface DraftBarProps {
  readonly draft: DraftState
  readonly today: string
}

/** What a change would move, said before it is saved. */
export function DraftBar({ draft, today }: DraftBarProps) {
  const t = useText()
  if (draft.draft === null) return null
  return (
    <section className="wall-draft" aria-label={t(dragTexts.region)}>
      <div className="wall-draft-words" role="status">
        <strong>{draft.draft.item.title}</strong>
        {draft.draft.finish ? <DeadlineWords draft={draft.draft} today={today} followed={draft.plan !== null} /> : null}
        {draft.plan ? <PlanWords plan={draft.plan} /> : null}
        {draft.refusals.length > 0 ? (
          <ScrollBox className="wall-draft-refusals" label={t(dragTexts.failed)}>
            <ul>
              {draft.refusals.map(({ path, message }) => (
                <li key={`${path}${message.zh}`}>{t(message)}</li>
              ))}
            </ul>
          </ScrollBox>
        ) : null}
      </div>
      {draft.plan && draft.plan.moved.length > 0 ? <MovedList draft={draft} plan={draft.plan} today={today} /> : null}
      <div className="wall-draft-acts">
        {draft.refusals.some(({ code }) => code === 'CHANGE_NEEDED') ? (
          <Link
            className="button"
            to={'/change/$itemId' as never}
            params={{ itemId: draft.draft.item.itemId } as never}
            search={{ ask: askText(askableOf(draft.draft.changes)), finish: draft.draft.finish } as never}
          >
            {t(dragTexts.applyForThis)}
          </Link>
        ) : null}
        <button type="button" className="button" onClick={draft.cancel}>
          {t(dragTexts.cancel)}
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={draft.plan === null || draft.saving}
          onClick={() => void draft.save()}
        >
          {t(draft.saving ? dragTexts.saving : dragTexts.save)}
        </button>
      </div>
    </section>
  )
}

interface DeadlineWordsProps {
  readonly draft: Draft
  readonly today: string
  /** Whether what the deadline moves is said behind it. */
  readonly followed: boolean
}

function DeadlineWords({ draft, today, followed }: DeadlineWordsProps) {
  const t = useText()
  const language = useLanguage()
  const day = (iso: string | null | undefined) => (iso ? dayText(iso, { language, today }) : '—')
  const moved = { from: day(draft.item.deadline), to: day(draft.finish) }
  return (
    <span>
      {t(dragTexts.deadlineMoved, moved)}
      {followed ? t(dragTexts.separator) : null}
    </span>
  )
}

function PlanWords({ plan }: { readonly plan: Replanned }) {
  const t = useText()
  const { moved, finishShiftWorkdays: shift, shortfallWorkdays: shortfall } = plan
  const words = [
    moved.length === 0 ? t(dragTexts.movesNothing) : t(dragTexts.moves, { count: moved.length }),
    shift > 0
      ? t(dragTexts.finishLater, { count: shift })
      : shift < 0
        ? t(dragTexts.finishEarlier, { count: -shift })
        : t(dragTexts.finishSame),
  ]
  return (
    <span>
      {words.join(t(dragTexts.separator))}
      {shortfall > 0 ? (
        <em className="wall-short">
          {t(dragTexts.separator)}
          {t(dragTexts.pastDeadline, { count: shortfall })}
        </em>
      ) : null}
    </span>
  )
}

interface MovedListProps {
  readonly draft: DraftState
  readonly plan: Replanned
  readonly today: string
}

function MovedList({ draft, plan, today }: MovedListProps) {
  const t = useText()
  const language = useLanguage()
  const titles = new Map(draft.draft?.item.nodes.map((node) => [node.nodeKey, node.title]))
  const day = (iso: string | null) => (iso === null ? '—' : dayText(iso, { language, today }))
  return (
    <details className="wall-draft-moved">
      <summary>{t(dragTexts.which)}</summary>
      <ul>
        {plan.moved.map((node) => (
          <li key={node.nodeKey}>
            {t(dragTexts.movedBy, {
              title: titles.get(node.nodeKey) ?? node.nodeKey,
              from: day(node.fromFinish),
              to: day(node.toFinish),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
