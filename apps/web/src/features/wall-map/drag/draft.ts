import type { NodeChange, WallItem } from '@guatu/contract'

/** Changes of one project's nodes that are shown but not saved. `item` is as it was when the first was made. */
export interface Draft {
  readonly item: WallItem
  readonly changes: readonly NodeChange[]
}

/** Adds a change; a later one of the same node takes the place of what it names, and a change back to what was is dropped. */
export function withChange(draft: Draft, change: NodeChange): Draft {
  const before = draft.changes.find((entry) => entry.nodeKey === change.nodeKey)
  const node = draft.item.nodes.find((entry) => entry.nodeKey === change.nodeKey)
  const merged: NodeChange = { ...before, ...change }
  if (node && merged.durationWorkdays === node.durationWorkdays) delete merged.durationWorkdays
  if (
    node &&
    (merged.notBefore === node.notBefore || (node.notBefore === null && merged.notBefore === node.plannedStart))
  ) {
    delete merged.notBefore
  }
  const others = draft.changes.filter((entry) => entry.nodeKey !== change.nodeKey)
  return { ...draft, changes: Object.keys(merged).length > 1 ? [...others, merged] : others }
}

/** The changes that lead back to how the nodes stood: what 'undo' saves. */
export function inverseChanges({ item, changes }: Draft): NodeChange[] {
  const nodes = new Map(item.nodes.map((node) => [node.nodeKey, node]))
  return changes.flatMap((change) => {
    const node = nodes.get(change.nodeKey)
    if (node === undefined) return []
    return [
      {
        nodeKey: change.nodeKey,
        ...('notBefore' in change ? { notBefore: node.notBefore } : {}),
        ...('durationWorkdays' in change ? { durationWorkdays: node.durationWorkdays } : {}),
      },
    ]
  })
}
