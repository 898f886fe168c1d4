import type { GapNode, ItemAssignment, NodeAssignment } from '@guatu/contract'

/** What is to be assigned to every selected node; absent parts are left alone. */
export interface Assigned {
  readonly ownerId?: string
  readonly leadOrgId?: string
  readonly leaderId?: string
  readonly standard?: string
}

const parts = ['ownerId', 'leadOrgId', 'leaderId', 'standard'] as const

const isMissing = (node: GapNode, part: (typeof parts)[number]): boolean =>
  part === 'standard' ? node.standard.trim() === '' : node[part] === null

/** The change of one node; null when nothing of it changes. */
function changeOf(node: GapNode, assigned: Assigned, onlyMissing: boolean): NodeAssignment | null {
  const wanted = parts.filter((part) => {
    if (assigned[part] === undefined || assigned[part] === node[part]) return false
    return !onlyMissing || isMissing(node, part)
  })
  if (wanted.length === 0) return null
  return { nodeKey: node.nodeKey, ...Object.fromEntries(wanted.map((part) => [part, assigned[part]])) }
}

/** Assignment and what takes it back. The revisions of `undo` are those of before: put the new ones in their place. */
export interface Assignments {
  readonly nodes: number
  readonly items: readonly ItemAssignment[]
  readonly undo: readonly ItemAssignment[]
}

/** What a request has to carry, item by item. */
export function assignmentsOf(nodes: readonly GapNode[], assigned: Assigned, onlyMissing: boolean): Assignments {
  const items = new Map<string, { revision: number; nodes: NodeAssignment[]; before: NodeAssignment[] }>()
  let count = 0
  for (const node of nodes) {
    const change = changeOf(node, assigned, onlyMissing)
    if (!change) continue
    count += 1
    const item = items.get(node.itemId) ?? { revision: node.revision, nodes: [], before: [] }
    const changed = parts.filter((part) => part in change)
    item.nodes.push(change)
    item.before.push({
      nodeKey: node.nodeKey,
      ...Object.fromEntries(changed.map((part) => [part, node[part]])),
    })
    items.set(node.itemId, item)
  }
  const all = [...items].map(([itemId, item]) => ({ itemId, ...item }))
  return {
    nodes: count,
    items: all.map(({ itemId, revision, nodes: wanted }) => ({ itemId, revision, nodes: wanted })),
    undo: all.map(({ itemId, revision, before }) => ({ itemId, revision, nodes: before })),
  }
}

/** The undoing with the revisions that the assignment made. */
export function undoOf(
  { undo }: Assignments,
  written: readonly { readonly itemId: string; readonly revision: number }[],
): ItemAssignment[] {
  const revisions = new Map(written.map(({ itemId, revision }) => [itemId, revision]))
  return undo.map((item) => ({ ...item, revision: revisions.get(item.itemId) ?? item.revision }))
}
