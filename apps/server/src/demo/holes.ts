import type { PlanNode } from '@guatu/kernel'

/**
 * Holes as real plans have them: nodes not yet begun of which nobody has settled the owner, the leader or the standard.
 * By place in the list rather than by chance, so that nothing else of the district changes with them.
 */
export const withHoles = (nodes: readonly PlanNode[], project: number): PlanNode[] =>
  nodes.map((node, place) => {
    if (node.done || node.actualStart !== null) return node
    const noOwner = project % 6 === 1 && place % 4 === 3
    const noLeader = project % 10 === 4 && place % 3 === 2
    const noStandard = (project * 3 + place) % 61 === 7
    return {
      ...node,
      ownerId: noOwner ? null : node.ownerId,
      leaderId: noLeader ? null : node.leaderId,
      standard: noStandard ? '' : node.standard,
    }
  })
