import type { NodeLink, PlanNode } from '@guatu/kernel'
import type { NodeChange } from './node-changes.ts'
import { type OffsetActivity, scheduleOffsets } from './offset-network.ts'
import type { Room } from './room.ts'

/** A plan with its changes applied, on the way to dates that keep its links. */
export interface Settling {
  readonly nodes: readonly PlanNode[]
  readonly links: readonly NodeLink[]
  readonly changes: ReadonlyMap<string, NodeChange>
  readonly room: Room
  /** Offset of the item's finish date. */
  readonly due: number | null
  /** Nodes that must be done by then. */
  readonly governed: ReadonlySet<string>
}

/** A node that is not done and has dates. */
export interface OpenNode {
  readonly key: string
  readonly start: number
  readonly finish: number
  readonly started: boolean
  /** Its dates are not those that the plan had: they may not lie before today. */
  readonly moved: boolean
}

export interface Span {
  readonly start: number
  readonly finish: number
}

const finishFrom = (start: number, duration: number): number => start + Math.max(duration - 1, 0)

/** The open nodes where the changes want them, links not yet looked at. */
export function openNodes({ nodes, changes, room }: Settling): readonly OpenNode[] {
  return nodes.flatMap((node): OpenNode[] => {
    if (node.done) return []
    const change = changes.get(node.nodeKey)
    const dragged = typeof change?.notBefore === 'string' ? change.notBefore : null
    const from = dragged ?? node.plannedStart
    if (from === null || (dragged === null && node.plannedFinish === null)) return []
    const start = dragged === null ? room.startOffset(from) : Math.max(0, room.startOffset(from))
    const resized = dragged !== null || change?.durationWorkdays !== undefined
    const finish = resized ? finishFrom(start, node.durationWorkdays) : room.finishOffset(node.plannedFinish!)
    return [{ key: node.nodeKey, start, finish, started: node.actualStart !== null, moved: dragged !== null }]
  })
}

/** Pulls what must be done before a change earlier: nothing finishes later than it did, and the links hold. */
export function pullEarlier(settling: Settling): readonly OpenNode[] {
  const open = openNodes(settling)
  const free = open.filter((node) => !node.started)
  if (free.length === 0) return open
  const durations = durationsOf(settling)
  const activities = free.map(({ key, finish }): OffsetActivity => {
    return { key, duration: durations.get(key)!, constraint: { type: 'not-later', at: finish } }
  })
  const deadline = Math.max(...free.map((node) => node.finish))
  const start = Math.min(...free.map((node) => node.start))
  // What follows a changed node yields to it, so its links onward pull nothing.
  const links = settling.links.filter((link) => !settling.changes.has(link.from))
  const { dates } = scheduleOffsets(activities, links, { direction: 'backward', start, deadline })
  return open.map((node) => {
    const late = dates.get(node.key)
    if (!late || late.lateStart >= node.start) return node
    return { ...node, start: late.lateStart, finish: late.lateFinish, moved: true }
  })
}

/** Pushes what comes after a change later, as far as links force it, and says whether the finish date is kept. */
export function pushLater(settling: Settling, open: readonly OpenNode[]) {
  const { nodes, links, due, governed } = settling
  const byKey = new Map(nodes.map((node) => [node.nodeKey, node]))
  const activities = open.map((node): OffsetActivity => {
    const planNode = byKey.get(node.key)!
    const deadline = due !== null && governed.has(node.key) ? { deadline: due } : {}
    const base = { key: node.key, duration: planNode.durationWorkdays, ...deadline }
    if (node.started) return { ...base, ...actualsOf(planNode, settling.room) }
    return { ...base, constraint: { type: 'not-earlier', at: earliest(node, planNode, settling.room) } }
  })
  const reported = reportedNodes(settling)
  const start = Math.min(0, ...open.map((node) => node.start), ...reported.map((node) => node.actualStart ?? 0))
  const result = scheduleOffsets([...activities, ...reported], links, { direction: 'forward', start })
  const dates = new Map<string, Span>()
  for (const node of open) {
    const early = result.dates.get(node.key)!
    if (!node.started) dates.set(node.key, { start: early.earlyStart, finish: early.earlyFinish })
  }
  const { feasible, shortfallWorkdays, chain } = result
  return { dates, feasible, shortfallWorkdays, chain }
}

function earliest(node: OpenNode, planNode: PlanNode, room: Room): number {
  const fixed = planNode.notBefore === null ? node.start : room.startOffset(planNode.notBefore)
  return Math.max(node.start, fixed, node.moved ? 0 : node.start)
}

export function actualsOf(node: PlanNode, room: Room): Pick<OffsetActivity, 'actualStart' | 'actualFinish'> {
  const finish = node.actualFinish === null ? null : room.finishOffset(node.actualFinish)
  // Only the finish may be known; the start before it is for the arithmetic and is never written.
  const start =
    node.actualStart === null ? finish! - Math.max(node.durationWorkdays - 1, 0) : room.startOffset(node.actualStart)
  return finish === null ? { actualStart: start } : { actualStart: Math.min(start, finish), actualFinish: finish }
}

/** Nodes that are done on a known date: they hold what follows them. */
export function reportedNodes({ nodes, room }: Settling): OffsetActivity[] {
  return nodes
    .filter((node) => node.done && node.actualFinish !== null)
    .map((node) => ({ key: node.nodeKey, duration: node.durationWorkdays, ...actualsOf(node, room) }))
}

const durationsOf = ({ nodes }: Settling): ReadonlyMap<string, number> =>
  new Map(nodes.map((node) => [node.nodeKey, node.durationWorkdays]))
