import type { AskedNode, NodeReply } from '@guatu/contract'

/** The nodes that a change can be asked of: what is done is settled. */
export const openNodes = (nodes: readonly NodeReply[]): readonly NodeReply[] => nodes.filter(({ done }) => !done)

/** Asks something else of a node; what says what stands already asks nothing. */
export function withAsked(
  changes: readonly AskedNode[],
  node: Pick<NodeReply, 'nodeKey' | 'durationWorkdays' | 'notBefore'>,
  patch: { readonly notBefore?: string | undefined; readonly durationWorkdays?: number | undefined },
): AskedNode[] {
  const { nodeKey } = node
  const others = changes.filter((change) => change.nodeKey !== nodeKey)
  const before = changes.find((change) => change.nodeKey === nodeKey)
  const merged = { notBefore: before?.notBefore, durationWorkdays: before?.durationWorkdays, ...patch }
  const starts = merged.notBefore !== undefined && merged.notBefore !== node.notBefore
  const lasts = merged.durationWorkdays !== undefined && merged.durationWorkdays !== node.durationWorkdays
  if (!starts && !lasts) return others
  const asked: AskedNode = {
    nodeKey,
    ...(starts ? { notBefore: merged.notBefore as string | null } : {}),
    ...(lasts ? { durationWorkdays: merged.durationWorkdays as number } : {}),
  }
  const place = changes.findIndex((change) => change.nodeKey === nodeKey)
  return place < 0 ? [...changes, asked] : changes.map((change, at) => (at === place ? asked : change))
}
