import type { NodeChange, NodeReply } from '@guatu/contract'

/** The change that puts a node back as it was read: the same keys, their earlier values. */
export function undoOf(node: NodeReply, change: NodeChange): NodeChange {
  const keys = Object.keys(change).filter((key) => key !== 'nodeKey') as Exclude<keyof NodeChange, 'nodeKey'>[]
  return { nodeKey: node.nodeKey, ...Object.fromEntries(keys.map((key) => [key, node[key]])) }
}
