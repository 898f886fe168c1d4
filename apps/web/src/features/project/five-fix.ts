import type { NodeReply } from '@guatu/contract'

/** 五定: what every node must have. `matter` is its title, which a node cannot lack. */
export const fixes = ['person', 'standard', 'time', 'accountability'] as const

export type Fix = (typeof fixes)[number]

const hasFix: Record<Fix, (node: NodeReply) => boolean> = {
  person: (node) => node.ownerId !== null,
  standard: (node) => node.standard.trim() !== '',
  time: (node) => node.plannedFinish !== null,
  accountability: (node) => node.leadOrgId !== null,
}

export const holesOf = (node: NodeReply): readonly Fix[] => fixes.filter((fix) => !hasFix[fix](node))

/** Holes of the nodes that are still ahead: what is done needs no owner any more. */
export function holeCounts(nodes: readonly NodeReply[]): Readonly<Record<Fix, number>> {
  const counts: Record<Fix, number> = { person: 0, standard: 0, time: 0, accountability: 0 }
  for (const node of nodes) {
    if (!node.done) for (const fix of holesOf(node)) counts[fix] += 1
  }
  return counts
}
