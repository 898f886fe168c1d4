import type { PlanNode } from '@guatu/kernel'
import { type OffsetActivity, scheduleOffsets } from './offset-network.ts'
import { actualsOf, reportedNodes, type Settling, type Span } from './settle.ts'

export type Slack = Pick<PlanNode, 'floatWorkdays' | 'critical'>

/**
 * How long each dated open node can wait from today before the finish date is in danger. Nodes behind the finish have no
 * float; without a finish date the float is against the plan's own end.
 */
export function slackOf(settling: Settling, dated: ReadonlyMap<string, Span>): ReadonlyMap<string, Slack> {
  const { nodes, links, due, governed, room } = settling
  const open = nodes.filter((node) => !node.done && (dated.has(node.nodeKey) || node.actualStart !== null))
  const activities = open.map((node): OffsetActivity => {
    const deadline = due !== null && governed.has(node.nodeKey) ? { deadline: due } : {}
    const base = { key: node.nodeKey, duration: node.durationWorkdays, ...deadline }
    if (node.actualStart !== null) return { ...base, ...actualsOf(node, room) }
    if (node.notBefore === null) return base
    return { ...base, constraint: { type: 'not-earlier', at: room.startOffset(node.notBefore) } }
  })
  const { dates } = scheduleOffsets([...activities, ...reportedNodes(settling)], links, {
    direction: 'forward',
    start: 0,
  })
  return new Map(
    nodes.map((node) => {
      const date = dates.get(node.nodeKey)
      const limited = !node.done && date !== undefined && (due === null || governed.has(node.nodeKey))
      const slack = limited ? { floatWorkdays: date.floatWorkdays, critical: date.critical } : noSlack
      return [node.nodeKey, slack]
    }),
  )
}

const noSlack: Slack = { floatWorkdays: null, critical: false }
