import type { NodeChange, WallItem } from '@guatu/contract'

/** Changes of one project that are shown but not saved. `item` is as it was when the first was made. */
export interface Draft {
  readonly item: WallItem
  readonly changes: readonly NodeChange[]
  /** Another deadline. */
  readonly finish?: string
}

/** The project as it is saved, whatever a draft shows of it. */
export const savedItem = (draft: Draft | null, shown: WallItem): WallItem =>
  draft?.item.itemId === shown.itemId ? draft.item : shown

/** The deadline that is asked for; null, or the one that stands, asks for none. */
export function withFinish({ item, changes }: Draft, finish: string | null): Draft {
  return finish === null || finish === item.deadline ? { item, changes } : { item, changes, finish }
}

/** A draft that asks for nothing is none. */
export const isEmptyDraft = ({ changes, finish }: Draft): boolean => changes.length === 0 && finish === undefined

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
