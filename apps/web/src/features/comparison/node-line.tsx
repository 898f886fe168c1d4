import type { NodeDifferenceReply, NodeThen } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { nodeTitle } from '../../api/playbook.ts'
import { useDirectory, useSession } from '../../api/session.tsx'
import { type Translate, useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { shiftWords } from '../../ui/plan-effect/effect-words.ts'
import { kindTitles, comparisonTexts as texts } from './texts.ts'

const grave = new Set(['noLonger', 'later', 'gone', 'undated', 'reopened'])

/** One node before and after. */
export function NodeLine({ playbook, node }: { readonly playbook: Playbook; readonly node: NodeDifferenceReply }) {
  const t = useText()
  const { orgName } = useDirectory()
  const { kinds, from, to, finishWorkdays, orgId } = node
  return (
    <li className="compare-node">
      <span className="compare-what">
        {t(nodeTitle(playbook, node))}
        <small>{orgName(orgId)}</small>
      </span>
      <span className="compare-kinds">
        {kinds.map((kind) => (
          <span key={kind} className={grave.has(kind) ? 'is-grave' : ''}>
            {t(kindTitles[kind])}
          </span>
        ))}
      </span>
      <span className="compare-dates">
        <Then then={from} label={t(texts.was)} />
        <span aria-hidden="true">→</span>
        <Then then={to} label={t(texts.is)} isLate={kinds.includes('noLonger')} />
      </span>
      <span className={`compare-shift ${(finishWorkdays ?? 0) > 0 ? 'is-grave' : ''}`}>
        {finishWorkdays ? shiftWords(finishWorkdays, t) : ''}
      </span>
    </li>
  )
}

interface ThenProps {
  readonly then: NodeThen | null
  readonly label: string
  /** Keeps its date no longer: a day that has passed is said to have. */
  readonly isLate?: boolean
}

function Then({ then, label, isLate = false }: ThenProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const day = (iso: string) => dayText(iso, { language, today })
  const words = thenWords(then, day, t, isLate && (then?.plannedFinish ?? today) < today)
  return <span title={label}>{words}</span>
}

function thenWords(then: NodeThen | null, day: (iso: string) => string, t: Translate, hasPassed: boolean): string {
  if (!then) return t(texts.absent)
  const { done, actualFinish, plannedFinish } = then
  if (done) return actualFinish ? t(texts.doneOn, { day: day(actualFinish) }) : t(texts.done)
  if (!plannedFinish) return t(texts.notSet)
  return hasPassed ? t(texts.notDone, { day: day(plannedFinish) }) : day(plannedFinish)
}
