import type { PlanNode } from '@guatu/kernel'
import type { NodeChange, PlanEffect } from '@guatu/playbook'
import { effectOn } from '../../store/changes/request.ts'
import { dateIn, type HeldItem } from '../../store/items/change.ts'

/** What an invented application asks, and what it comes to. */
export interface Asked {
  readonly changes: readonly NodeChange[]
  readonly effect: PlanEffect
}

const isAhead = ({ done, actualStart, plannedStart }: PlanNode, today: string) =>
  !done && actualStart === null && plannedStart !== null && plannedStart > today

/** More time for the first node ahead by which the finish moves. */
export function askedLater(held: HeldItem, workdays: number): Asked | null {
  const ahead = held.state.nodes.filter((one) => isAhead(one, held.context.today) && one.durationWorkdays >= 5)
  for (const node of ahead) {
    const changes = [{ nodeKey: node.nodeKey, durationWorkdays: node.durationWorkdays + workdays }]
    const outcome = effectOn(held, { changes })
    if (outcome.kind === 'done' && outcome.value.effect.finishShiftWorkdays > 0) {
      return { changes, effect: outcome.value.effect }
    }
  }
  return null
}

/** The change that a plan shows as made: from what its nodes promised to where they stand. Null: nothing was put off. */
export function askedSince({ context, state }: HeldItem): Asked | null {
  const { calendar, playbook } = context
  const moved = state.nodes.filter(({ done, plannedFinish, baselineFinish }) => {
    return !done && plannedFinish !== null && baselineFinish !== null && plannedFinish > baselineFinish
  })
  const [first] = moved
  if (!first) return null
  const nodes = moved.map((node) => ({
    nodeKey: node.nodeKey,
    title: node.title,
    asked: node === first,
    fromStart: node.baselineStart,
    toStart: node.plannedStart,
    fromFinish: node.baselineFinish,
    toFinish: node.plannedFinish,
    workdays: calendar.workdaysBetween(node.baselineFinish as string, node.plannedFinish as string),
    baselineFinish: node.baselineFinish,
    fromFloatWorkdays: null,
    toFloatWorkdays: node.floatWorkdays,
    fromCritical: node.critical,
    toCritical: node.critical,
  }))
  const deadline = dateIn(playbook, state.fields, 'finish')
  const finishShiftWorkdays = nodes.at(-1)?.workdays ?? 0
  const kept = { fromDeadline: deadline, toDeadline: deadline, feasible: true, shortfallWorkdays: 0 }
  return {
    changes: [{ nodeKey: first.nodeKey, notBefore: first.plannedStart as string }],
    effect: { nodes, finishShiftWorkdays, ...kept },
  }
}
