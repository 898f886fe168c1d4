import type { NodeChange, WallItem } from '@guatu/contract'
import { type PlanGround, previewChanges, withPlan } from './preview.ts'

const sameDates = (a: WallItem, b: WallItem): boolean =>
  a.nodes.every((node, place) => {
    const other = b.nodes[place]
    return node.plannedStart === other?.plannedStart && node.plannedFinish === other.plannedFinish
  })

/**
 * The writes, one after the other, that bring a project from `after` back to the dates of `before`: every node that moved
 * is put back by hand, then let go again. Null where the engine would not give the same dates, as for a node that was
 * planned before today: nothing open is ever moved to there.
 */
export function undoWrites(before: WallItem, after: WallItem, ground: PlanGround): readonly NodeChange[][] | null {
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
  const writes = [put, letGo].filter((changes) => changes.length > 0)
  let item = after
  for (const changes of writes) {
    const outcome = previewChanges(item, changes, ground)
    if (outcome.kind === 'refused') return null
    item = withPlan(item, outcome.value.nodes)
  }
  return sameDates(before, item) ? writes : null
}
