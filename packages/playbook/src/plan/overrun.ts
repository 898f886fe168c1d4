import type { PlanNode } from '@guatu/kernel'
import type { NodeChange } from './node-changes.ts'
import { type ReplanInput, replan } from './replan.ts'

/** What a plan was promised to keep: by a frozen baseline, or by a change that was approved since. */
export interface Promises {
  readonly finish: string | null
  /** Finishes by node. */
  readonly nodes: ReadonlyMap<string, string>
}

/** A finish that would come later than promised. */
export interface Overrun {
  /** Null: the deadline of the whole. */
  readonly nodeKey: string | null
  readonly title: string
  readonly promised: string
  readonly finish: string
}

/** The part of a change that tells what has happened. */
function reported({ nodeKey, actualStart, actualFinish }: NodeChange): NodeChange[] {
  if (actualStart === undefined && actualFinish === undefined) return []
  return [
    {
      nodeKey,
      ...(actualStart === undefined ? {} : { actualStart }),
      ...(actualFinish === undefined ? {} : { actualFinish }),
    },
  ]
}

/** The plan with what has happened alone: where time and facts push it, nobody decided anything. */
function pushedBy({ newFinish: _, ...input }: ReplanInput): readonly PlanNode[] {
  const outcome = replan({ ...input, changes: input.changes.flatMap(reported) })
  return outcome.kind === 'done' ? outcome.value.nodes : input.nodes
}

/**
 * The finishes that a change of plan puts off beyond what was promised. A finish that stood later already, or that facts
 * push later by themselves, is no decision and is left out; so is whatever moves earlier.
 */
export function overruns(input: ReplanInput, after: readonly PlanNode[], promises: Promises): Overrun[] {
  const pushed = new Map(pushedBy(input).map((node) => [node.nodeKey, node.plannedFinish]))
  const before = new Map(input.nodes.map((node) => [node.nodeKey, node.plannedFinish]))
  const late = after.flatMap(({ nodeKey, title, plannedFinish: finish, done }): Overrun[] => {
    const promised = promises.nodes.get(nodeKey)
    if (done || promised === undefined || finish === null || finish <= promised) return []
    const stood = [before.get(nodeKey), pushed.get(nodeKey)]
    return stood.some((date) => date != null && finish <= date) ? [] : [{ nodeKey, title, promised, finish }]
  })
  const { newFinish, finish } = input
  const { finish: promised } = promises
  if (newFinish === undefined || promised === null || newFinish <= promised) return late
  if (finish !== null && newFinish <= finish) return late
  return [{ nodeKey: null, title: '', promised, finish: newFinish }, ...late]
}
