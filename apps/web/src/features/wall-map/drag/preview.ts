import type { NodeChange, WallItem } from '@guatu/contract'
import type { Outcome, PlanNode } from '@guatu/kernel'
import { type PlanTemplate, type Replanned, replan } from '@guatu/playbook'
import type { WorkCalendar } from '@guatu/schedule'

export interface PlanGround {
  readonly template: PlanTemplate
  readonly calendar: WorkCalendar
  readonly today: string
}

/** Nodes as the engine takes them. What the wall does not carry has no part in dates. */
const planNodes = (item: WallItem): PlanNode[] =>
  item.nodes.map((node) => ({ ...node, leaderId: null, standard: '', doneBasis: null, percentDone: null }))

/** What changes of nodes, or another deadline, do to a project: the same engine as the server's, so the preview is what saving gives. */
export function previewChanges(
  item: WallItem,
  changes: readonly NodeChange[],
  ground: PlanGround,
  finish?: string,
): Outcome<Replanned> {
  const deadline = finish === undefined || finish === item.deadline ? {} : { newFinish: finish }
  return replan({ ...ground, nodes: planNodes(item), links: item.links, finish: item.deadline, changes, ...deadline })
}

/** The project with the nodes of a plan, and with its deadline where that is another one. */
export const withPlan = (item: WallItem, nodes: readonly PlanNode[], finish?: string): WallItem => ({
  ...item,
  nodes: [...nodes],
  deadline: finish ?? item.deadline,
})
