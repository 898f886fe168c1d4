import { reportFact } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { reportedEvent } from '../../store/item-events.ts'
import { changeItem } from '../../store/items/change.ts'
import { factReplies } from '../../store/items/fact-reply.ts'
import { isReason, replacedFigure, unexplainedFigures } from '../../store/items/reasons.ts'

interface Reported {
  readonly metric: string
  readonly period: string
  readonly value: string
}

const problem = (path: string, zh: string, en: string, accepted?: readonly string[]): Refusal => ({
  code: 'INPUT_INVALID',
  path,
  message: { zh, en },
  ...(accepted ? { accepted } : {}),
})

/** Everything that is wrong with a figure: its metric, its period, a period to come, its places. */
function problemsOf(playbook: Playbook, { metric: key, period, value }: Reported, today: string): Refusal[] {
  const metric = Object.hasOwn(playbook.metrics, key) ? playbook.metrics[key] : undefined
  if (!metric) return [problem('metric', `没有指标 ${key}`, `There is no metric ${key}`, Object.keys(playbook.metrics))]
  const problems: Refusal[] = []
  const length = metric.period === 'year' ? 4 : 7
  if (period.length !== length) {
    const [zh, en] =
      metric.period === 'year'
        ? ['按年报送，如 2026', 'is reported by year: 2026']
        : ['按月报送，如 2026-03', 'is reported by month: 2026-03']
    problems.push(problem('period', zh!, `The figure ${en}`))
  } else if (period > today.slice(0, length)) {
    problems.push(problem('period', '不能报送将来的数据', 'A period to come cannot be reported'))
  }
  const places = value.split('.')[1]?.length ?? 0
  if (places > 2 || value.length > 20 || (metric.unit === 'count' && places > 0)) {
    problems.push(problem('value', '数值位数过多', 'The figure has too many places'))
  }
  return problems
}

export const reportFactFeature = feature(reportFact, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['fact.report'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const { playbook, today } = held.context
    const problems = problemsOf(playbook, body, today)
    if (problems.length > 0) return refused(...problems)
    const { metric, period, evidence = null, reason = null } = body
    const isMoney = playbook.metrics[metric]?.unit === 'CNY'
    const value = twoPlaces(body.value)
    const stamp = { source: { kind: 'manual' } as const, reportedBy: deps.actor.name, reportedAt: clock.now }
    const draft = { metric, period, value, currency: isMoney ? 'CNY' : null, evidence, ...stamp }
    if (!isReason(reason)) {
      const unexplained = unexplainedFigures(held, [draft])
      if (unexplained.length > 0) return refused(...unexplained)
    }
    const write = changeItem(held, { drafts: [draft] })
    const fact = write.facts[0]!
    const event = { ...reportedEvent(fact, write.after.revision, replacedFigure(held, fact)), reason }
    await append(tx, { at: clock.now, events: [event], items: [write], facts: write.facts })
    const [reply] = factReplies([
      { ...fact, verifiedBy: null, verifiedAt: null, verifiedEvidence: null, standingFactId: fact.factId },
    ])
    return done({ fact: reply!, revision: write.after.revision })
  })
})

function twoPlaces(value: string): string {
  const [whole = '0', places = ''] = value.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}
