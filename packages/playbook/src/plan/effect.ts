import type { PlanNode } from '@guatu/kernel'
import type { NodeChange } from './node-changes.ts'
import type { MovedNode, Replanned } from './replan.ts'

/** What a change does to one node. Dates are inclusive ISO days, shifts workdays, later is positive. */
export interface EffectNode {
  readonly nodeKey: string
  readonly title: string
  /** Changed by hand; the others follow. */
  readonly asked: boolean
  readonly fromStart: string | null
  readonly toStart: string | null
  readonly fromFinish: string | null
  readonly toFinish: string | null
  readonly workdays: number
  readonly baselineFinish: string | null
  readonly fromFloatWorkdays: number | null
  readonly toFloatWorkdays: number | null
  readonly fromCritical: boolean
  readonly toCritical: boolean
}

/** What a change of plan does by the engine, as whoever decides on it looks at it. */
export interface PlanEffect {
  readonly nodes: readonly EffectNode[]
  /** Shift of the last governed finish. */
  readonly finishShiftWorkdays: number
  readonly fromDeadline: string | null
  readonly toDeadline: string | null
  readonly feasible: boolean
  readonly shortfallWorkdays: number
}

/** What of a plan that was laid anew the effect is told by. */
interface Laid extends Pick<Replanned, 'nodes' | 'finishShiftWorkdays' | 'feasible' | 'shortfallWorkdays'> {
  readonly moved: readonly Pick<MovedNode, 'nodeKey' | 'workdays'>[]
}

interface Asked {
  readonly nodes: readonly PlanNode[]
  readonly changes: readonly NodeChange[]
  readonly finish: string | null
  readonly newFinish?: string | null
}

const isCritical = (node: PlanNode) => node.critical && !node.done

/** Every node that was asked to change, that moves, or that comes onto the critical path or leaves it. */
export function planEffect({ nodes, changes, finish, newFinish }: Asked, laid: Laid): PlanEffect {
  const asked = new Set(changes.map(({ nodeKey }) => nodeKey))
  const before = new Map(nodes.map((node) => [node.nodeKey, node]))
  const moved = new Map(laid.moved.map((node) => [node.nodeKey, node]))
  const touched = laid.nodes.flatMap((node): EffectNode[] => {
    const old = before.get(node.nodeKey) ?? node
    const move = moved.get(node.nodeKey)
    if (!asked.has(node.nodeKey) && !move && isCritical(old) === isCritical(node)) return []
    const { nodeKey, title, baselineFinish } = node
    return [
      {
        nodeKey,
        title,
        asked: asked.has(nodeKey),
        fromStart: old.plannedStart,
        toStart: node.plannedStart,
        fromFinish: old.plannedFinish,
        toFinish: node.plannedFinish,
        workdays: move?.workdays ?? 0,
        baselineFinish,
        fromFloatWorkdays: old.floatWorkdays,
        toFloatWorkdays: node.floatWorkdays,
        fromCritical: isCritical(old),
        toCritical: isCritical(node),
      },
    ]
  })
  const { finishShiftWorkdays, feasible, shortfallWorkdays } = laid
  const deadlines = { fromDeadline: finish, toDeadline: newFinish ?? finish }
  return { nodes: touched, finishShiftWorkdays, ...deadlines, feasible, shortfallWorkdays }
}
