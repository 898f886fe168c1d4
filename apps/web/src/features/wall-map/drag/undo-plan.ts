import type { NodeChange, WallItem } from '@guatu/contract'
import { type PlanGround, previewChanges, withPlan } from './preview.ts'

/** One save of a plan: changes of nodes, another deadline, or both. */
export interface PlanWrite {
  readonly changes: readonly NodeChange[]
  readonly finish?: string
}

const sameDates = (a: WallItem, b: WallItem): boolean =>
  a.deadline === b.deadline &&
  a.nodes.every((node, place) => {
    const other = b.nodes[place]
    return node.plannedStart === other?.plannedStart && node.plannedFinish === other.plannedFinish
  })

/**
 * The writes, one after the other, that bring a project from `after` back to the dates of `before`: the deadline first, then
 * every node that is elsewhere is put back by hand, then let go again. Null where the engine would not give the same dates,
 * as for a node that was planned before today: nothing open is ever moved to there.
 */
export function undoWrites(before: WallItem, after: WallItem, ground: PlanGround): readonly PlanWrite[] | null {
  const writes: PlanWrite[] = []
  let item: WallItem | null = after
  const write = (next: PlanWrite) => {
    writes.push(next)
    item = item && written(item, next, ground)
  }
  if (before.deadline !== after.deadline) {
    if (before.deadline === null) return null
    write({ changes: [], finish: before.deadline })
  }
  if (item === null) return null
  for (const changes of putBack(before, item)) if (changes.length > 0) write({ changes })
  return item !== null && sameDates(before, item) ? writes : null
}

function written(item: WallItem, { changes, finish }: PlanWrite, ground: PlanGround): WallItem | null {
  const outcome = previewChanges(item, changes, ground, finish)
  return outcome.kind === 'refused' ? null : withPlan(item, outcome.value.nodes, finish)
}

/** Changes that put the nodes where they were, and changes that let them go again. */
function putBack(before: WallItem, after: WallItem): [NodeChange[], NodeChange[]] {
  const put: NodeChange[] = []
  const letGo: NodeChange[] = []
  before.nodes.forEach((node, place) => {
    const moved = after.nodes[place]
    if (moved === undefined || node.done || node.plannedStart === null) return
    const resized = node.durationWorkdays !== moved.durationWorkdays
    const shifted = node.plannedStart !== moved.plannedStart || node.notBefore !== moved.notBefore
    if (!resized && !shifted) return
    put.push({
      nodeKey: node.nodeKey,
      ...(shifted && node.actualStart === null ? { notBefore: node.plannedStart } : {}),
      ...(resized ? { durationWorkdays: node.durationWorkdays } : {}),
    })
    if (shifted && node.notBefore === null) letGo.push({ nodeKey: node.nodeKey, notBefore: null })
  })
  return [put, letGo]
}
