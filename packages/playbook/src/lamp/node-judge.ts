import type { LampReason, PlanNode } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import { oncePer } from '../once.ts'
import type { Playbook } from '../playbook.ts'
import { compiledLamps, litReasons } from './compile.ts'
import { nodeFigures } from './node-figures.ts'

export interface Day {
  readonly thresholds: Readonly<Record<string, number>>
  readonly today: string
  readonly calendar: WorkCalendar
}

export type NodeJudge = (node: PlanNode) => readonly LampReason[]

const latest = oncePer((_: Playbook): { day: Day; judge: NodeJudge }[] => [])
const VERDICTS_KEPT = 100_000

/**
 * What lights an open node on a day. Nodes of many items share their dates, so verdicts are kept by what the figures are
 * made of; the last day asked for keeps its judge, and an import asks for one day only.
 */
export function nodeJudge(playbook: Playbook, day: Day): NodeJudge {
  const kept = latest(playbook)
  const known = kept[0]
  if (known && isSameDay(known.day, day)) return known.judge
  const judge = freshJudge(playbook, day)
  kept[0] = { day, judge }
  return judge
}

const isSameDay = (a: Day, b: Day): boolean =>
  a.today === b.today && a.calendar === b.calendar && a.thresholds === b.thresholds

function freshJudge(playbook: Playbook, { thresholds, today, calendar }: Day): NodeJudge {
  const rules = compiledLamps(playbook).node
  const verdicts = new Map<string, readonly LampReason[]>()
  return (node) => {
    const { plannedStart, plannedFinish, actualStart, floatWorkdays, critical } = node
    const key = `${plannedStart}|${plannedFinish}|${actualStart}|${floatWorkdays}|${critical}`
    const known = verdicts.get(key)
    if (known) return known
    if (verdicts.size >= VERDICTS_KEPT) verdicts.clear()
    const verdict = litReasons(rules, { ...nodeFigures(node, today, calendar) }, thresholds)
    verdicts.set(key, verdict)
    return verdict
  }
}
