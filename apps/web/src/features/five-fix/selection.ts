import type { GapNode } from '@guatu/contract'

/** Keys of the selected nodes. */
export type Selection = ReadonlySet<string>

export const nodeKeyOf = ({ itemId, nodeKey }: Pick<GapNode, 'itemId' | 'nodeKey'>): string => `${itemId}/${nodeKey}`

export const emptySelection: Selection = new Set()

const keysOf = (nodes: readonly GapNode[]): string[] =>
  nodes.filter(({ assignable }) => assignable).map((node) => nodeKeyOf(node))

export function toggled(selection: Selection, node: GapNode): Selection {
  if (!node.assignable) return selection
  const next = new Set(selection)
  if (!next.delete(nodeKeyOf(node))) next.add(nodeKeyOf(node))
  return next
}

/** Everything from the anchor to the node, both included, on top of what is selected; the node alone without an anchor. */
export function extended(
  selection: Selection,
  nodes: readonly GapNode[],
  anchor: string | null,
  node: GapNode,
): Selection {
  const to = nodes.indexOf(node)
  const from = anchor === null ? -1 : nodes.findIndex((one) => nodeKeyOf(one) === anchor)
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
  return new Set([...selection, ...keysOf(nodes.slice(first, last + 1))])
}

/** Adds all of these; takes them away when they are all selected already. */
export function wholly(selection: Selection, nodes: readonly GapNode[]): Selection {
  const keys = keysOf(nodes)
  if (!keys.every((key) => selection.has(key))) return new Set([...selection, ...keys])
  const gone = new Set(keys)
  return new Set([...selection].filter((key) => !gone.has(key)))
}

/** The selected nodes that are still listed, in their order. */
export const selectedOf = (selection: Selection, nodes: readonly GapNode[]): GapNode[] =>
  nodes.filter((node) => selection.has(nodeKeyOf(node)))
