import type { NodeLink } from '@guatu/kernel'
import type { PlanTemplate } from '../plan-template.ts'
import { reachable } from './reach.ts'

interface Staged {
  readonly key: string
  readonly stage: string
}

/**
 * The nodes that must be done by the date of the anchor node: the anchor, what leads to it, and what belongs to its
 * stage or an earlier one without coming after it. An item has no loose ends behind its finish.
 */
export function governedBy(
  anchor: Staged,
  nodes: readonly Staged[],
  links: readonly Pick<NodeLink, 'from' | 'to'>[],
  stages: readonly string[],
): ReadonlySet<string> {
  const after = reachable(anchor.key, links, 'down')
  const before = reachable(anchor.key, links, 'up')
  const last = stages.indexOf(anchor.stage)
  const governs = (node: Staged) => before.has(node.key) || (!after.has(node.key) && stages.indexOf(node.stage) <= last)
  return new Set(nodes.filter(governs).map((node) => node.key))
}

/** The nodes that the finish of a plan governs, done or open; all of them where the template names no finish. */
export function governedByFinish(
  template: PlanTemplate,
  nodes: readonly Staged[],
  links: readonly Pick<NodeLink, 'from' | 'to'>[],
): ReadonlySet<string> {
  const key = template.nodes.find((node) => node.anchor === 'finish')?.key
  const anchor = nodes.find((node) => node.key === key)
  return anchor ? governedBy(anchor, nodes, links, template.stages) : new Set(nodes.map((node) => node.key))
}
