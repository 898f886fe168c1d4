import type { PlanNode } from '@guatu/kernel'
import { type OffsetActivity, type OffsetLink, scheduleOffsets } from './offset-network.ts'
import { actualsOf, reportedNodes, type Settling, type Span } from './settle.ts'

export type Slack = Pick<PlanNode, 'floatWorkdays' | 'critical'>

/**
 * Total float: the working days by which the finish of a node can slip from the earliest that is possible from today without
 * moving the finish of the plan past `due`; negative by as much as that cannot be kept. Critical are the chain that takes
 * longest and whatever has no float left. What the finish does not govern has neither.
 */
export function floatsOf(
  activities: readonly OffsetActivity[],
  links: readonly OffsetLink[],
  governed: ReadonlySet<string>,
  due: number,
): ReadonlyMap<string, Slack> {
  const bound = activities.filter(({ key }) => governed.has(key))
  const { dates } = scheduleOffsets(bound, links, { direction: 'forward', start: 0, deadline: due })
  return new Map([...dates].map(([key, { floatWorkdays, critical }]) => [key, { floatWorkdays, critical }]))
}

/**
 * Floats of the dated open nodes of a plan, with what is reported and the starts fixed by hand held. Without a finish date
 * they are against the plan's own finish.
 */
export function slackOf(settling: Settling, dated: ReadonlyMap<string, Span>): ReadonlyMap<string, Slack> {
  const { nodes, links, governed } = settling
  const open = nodes.filter((node) => !node.done && (dated.has(node.nodeKey) || node.actualStart !== null))
  const due = settling.due ?? ownFinish(settling, open, dated)
  const isDone = new Set(nodes.filter((node) => node.done).map((node) => node.nodeKey))
  // What leads to a node that is done no longer has to wait for its date.
  const standing = links.filter((link) => !isDone.has(link.to))
  const activities = [...open.map((node) => openActivity(node, settling)), ...reportedNodes(settling)]
  const floats = due === null ? null : floatsOf(activities, standing, governed, due)
  return new Map(nodes.map((node) => [node.nodeKey, (!node.done && floats?.get(node.nodeKey)) || noSlack] as const))
}

function openActivity(node: PlanNode, { room }: Settling): OffsetActivity {
  const { nodeKey: key, durationWorkdays: duration, notBefore } = node
  if (node.actualStart !== null) {
    const { actualStart = 0 } = actualsOf(node, room)
    // What is under way finishes today at the earliest, however long ago it was to be done.
    return { key, actualStart, duration: actualStart + duration > 0 ? duration : 1 - actualStart }
  }
  if (notBefore === null) return { key, duration }
  return { key, duration, constraint: { type: 'not-earlier', at: room.startOffset(notBefore) } }
}

function ownFinish(
  { governed, room }: Settling,
  open: readonly PlanNode[],
  dated: ReadonlyMap<string, Span>,
): number | null {
  const finishes = open.flatMap(({ nodeKey, plannedFinish }) => {
    if (!governed.has(nodeKey)) return []
    const finish = dated.get(nodeKey)?.finish ?? (plannedFinish === null ? null : room.finishOffset(plannedFinish))
    return finish === null ? [] : [finish]
  })
  return finishes.length === 0 ? null : Math.max(...finishes)
}

const noSlack: Slack = { floatWorkdays: null, critical: false }
