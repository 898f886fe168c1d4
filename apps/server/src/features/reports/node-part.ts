import { done, type Outcome, type PlanNode, type Refusal } from '@guatu/kernel'
import type { NodeChange, ReportDraft } from '@guatu/playbook'
import { type HeldItem, replanItem } from '../../store/items/change.ts'
import { isReason, unexplainedDates } from '../../store/items/reasons.ts'
import type { ReportedNode } from '../../store/report-rows.ts'

interface Plan {
  readonly nodes: readonly PlanNode[]
  readonly feasible: boolean
  readonly shortfallWorkdays: number
}

const isDated = ({ actualStart, actualFinish }: NodeChange) => actualStart !== undefined || actualFinish !== undefined

/** The plan with one node's report: dates move what follows, a percentage moves nothing. */
export function planWith(held: HeldItem, change: NodeChange): Outcome<Plan> {
  if (isDated(change)) return replanItem(held, [change])
  const { feasible, shortfallWorkdays } = held.row
  const nodes = held.state.nodes.map((node) =>
    node.nodeKey === change.nodeKey ? { ...node, percentDone: change.percentDone ?? null } : node,
  )
  return done({ nodes, feasible, shortfallWorkdays })
}

/** What a report says of its node; null: nothing that the plan keeps. */
export function changeOf(draft: ReportDraft): NodeChange | null {
  const { nodeKey, percent, startedOn, finishedOn } = draft
  if (nodeKey === null) return null
  const change: NodeChange = {
    nodeKey,
    ...(percent === null ? {} : { percentDone: percent }),
    ...(startedOn === null ? {} : { actualStart: startedOn }),
    ...(draft.done && finishedOn !== null ? { actualFinish: finishedOn } : {}),
  }
  return Object.keys(change).length > 1 ? change : null
}

/** Actual dates that were set before and become others, for which nobody said why. */
export const unexplainedDatesOf = (held: HeldItem, change: NodeChange | null, explanation: string | null): Refusal[] =>
  change === null || isReason(explanation) ? [] : unexplainedDates(held, [change])

export const reportedOf = ({ percentDone, actualStart, actualFinish }: PlanNode): ReportedNode => {
  return { percentDone, actualStart, actualFinish }
}
