import { fromDay, toDay } from '../calendar/day.ts'
import type { Model } from '../network/compile.ts'
import { computeTimes, type Times } from '../network/compute.ts'
import type { ScheduleInput } from '../network/input.ts'
import type { Refused } from '../network/result.ts'
import { readModel } from '../schedule.ts'
import { cheapestCut } from './cut.ts'

/** How short an activity can be made, and what each day costs in whatever unit the caller compares by (1 when absent). */
export type CrashLimit = { readonly id: string; readonly minDuration: number; readonly costPerDay?: number }

export type Crashing = {
  readonly kind: 'crashed'
  /** Whether the finish asked for is reached. */
  readonly reached: boolean
  readonly finish: string
  readonly cost: number
  /** The activities made shorter, in the order of the plan. */
  readonly changes: readonly { readonly id: string; readonly from: number; readonly to: number }[]
}

type State = { readonly model: Model; readonly times: Times }

/** A plan with other durations and no deadlines, which would make things critical that delay nothing. */
function withDurations(input: ScheduleInput, durations: ReadonlyMap<string, number>): ScheduleInput {
  const activities = input.activities.map((activity) => {
    const days = durations.get(activity.id)
    return { ...activity, deadline: null, ...(days !== undefined && { duration: days }) }
  })
  return { ...input, direction: 'forward', deadline: null, activities }
}

/** The day on which the whole finishes. */
const finishOf = ({ times, model }: State): number => (model.nodes.length === 0 ? 0 : times.finish - 1)

/**
 * Shortens activities within their limits until the plan finishes by `target`, at each step by the cheapest set of days that
 * moves the finish (a minimum cut through the critical activities; Phillips and Dessouky, Management Science 24(4), 1977).
 * Days that turn out not to be needed are given back at the end, the dearest first. Not reached: as far as it goes.
 */
export function crash(input: ScheduleInput, limits: readonly CrashLimit[], target: string): Crashing | Refused {
  const original = new Map(input.activities.map(({ id, duration }) => [id, duration ?? 0]))
  const durations = new Map(original)
  const compute = (): State | Refused => {
    const read = readModel(withDurations(input, durations))
    return read.kind === 'refused' ? read : { model: read.model, times: computeTimes(read.model) }
  }
  const goal = toDay(target)
  const usable = new Map(limits.filter(({ id }) => original.has(id)).map((limit) => [limit.id, limit]))
  let state = compute()
  if ('kind' in state) return state
  while (finishOf(state) > goal) {
    const cut = cheapestCut(state.model, state.times, (id) => {
      const limit = usable.get(id)
      return limit !== undefined && durations.get(id)! > Math.max(0, limit.minDuration)
        ? (limit.costPerDay ?? 1)
        : Infinity
    })
    if (cut === null) break
    const before = finishOf(state)
    for (const id of cut) durations.set(id, durations.get(id)! - 1)
    const next = compute()
    if ('kind' in next) return next
    if (finishOf(next) >= before) {
      // Constraints or days off hold the finish where it is; the days would be wasted.
      for (const id of cut) durations.set(id, durations.get(id)! + 1)
      break
    }
    state = next
  }
  const best = giveBack(durations, original, usable, Math.max(goal, finishOf(state)), compute) ?? state
  const changes = input.activities.flatMap(({ id }) =>
    durations.get(id) === original.get(id) ? [] : [{ id, from: original.get(id)!, to: durations.get(id)! }],
  )
  const cost = changes.reduce((sum, { id, from, to }) => sum + (from - to) * (usable.get(id)?.costPerDay ?? 1), 0)
  return {
    kind: 'crashed',
    reached: finishOf(best) <= goal,
    finish: best.model.nodes.length === 0 ? '' : fromDay(finishOf(best)),
    cost,
    changes,
  }
}

/** Lengthens what was shortened for nothing; answers the state reached, or null when nothing was given back. */
function giveBack(
  durations: Map<string, number>,
  original: ReadonlyMap<string, number>,
  limits: ReadonlyMap<string, CrashLimit>,
  finish: number,
  compute: () => State | Refused,
): State | null {
  let reached: State | null = null
  const costOf = (id: string): number => limits.get(id)?.costPerDay ?? 1
  for (const id of [...limits.keys()].sort((a, b) => costOf(b) - costOf(a))) {
    while (durations.get(id)! < original.get(id)!) {
      durations.set(id, durations.get(id)! + 1)
      const state = compute()
      if ('kind' in state || finishOf(state) > finish) {
        durations.set(id, durations.get(id)! - 1)
        break
      }
      reached = state
    }
  }
  return reached
}
