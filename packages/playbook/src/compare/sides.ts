/** A node as it stands on one side of a comparison. Dates are inclusive ISO days. */
export interface ComparedNode {
  readonly nodeKey: string
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  /** The finish that the baseline in force promises. */
  readonly baselineFinish: string | null
  readonly actualFinish: string | null
  readonly done: boolean
  /** Unit that answers for it; null: the item's. */
  readonly orgId: string | null
}

export interface ComparedItem {
  readonly itemId: string
  readonly deadline: string | null
  readonly orgId: string | null
  readonly nodes: readonly ComparedNode[]
}

/** One of the two plans that are compared. */
export interface PlanSide {
  /** The day that it stands for; null: a frozen baseline, a promise that no day puts to the test. */
  readonly day: string | null
  readonly items: readonly ComparedItem[]
}

/**
 * The finish that a node is held to. Beside a baseline it is that baseline's, whatever has been put in force since, and what
 * was done when it was frozen it does not promise; between two moments, or two baselines, each side is held to its own.
 */
export function promisedFinish(
  node: ComparedNode,
  day: PlanSide['day'],
  opposite: { readonly day: PlanSide['day']; readonly node: ComparedNode | undefined },
): string | null {
  if (day !== null && opposite.day !== null) return node.baselineFinish
  const promise = day === null ? node : opposite.node
  return promise && !promise.done ? promise.plannedFinish : null
}

/**
 * Whether a node keeps the finish it is held to: done by then, or open with that day still ahead and planned by then. Null
 * where nothing can be said: nothing was promised, or the stage alone says that it is done.
 */
export function keepsFinish(node: ComparedNode, day: PlanSide['day'], promised: string | null): boolean | null {
  if (promised === null) return null
  if (day === null) return true
  if (node.done) return node.actualFinish === null ? null : node.actualFinish <= promised
  return node.plannedFinish !== null && node.plannedFinish <= promised && day <= promised
}
