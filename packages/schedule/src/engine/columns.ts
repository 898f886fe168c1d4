import { type Day, type IsoDate, toDay } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { buildNetwork, type Network, NO_UPPER } from './network.ts'
import { backwardPass, forwardPass } from './passes.ts'

/** Link types by number in the `type` column. */
export const LINK_CODES = { FS: 0, SS: 1, FF: 2, SF: 3 } as const

/** A plan of one calendar as columns, for tens of thousands of activities and up. Links name activities by position. */
export type ColumnPlan = {
  readonly calendar: WorkCalendar
  /** Whole working days; 0 is a milestone. */
  readonly duration: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** See LINK_CODES; all links are finish to start when absent. */
  readonly type?: Uint8Array
  /** Working days; none when absent. */
  readonly lag?: Int32Array
}

/** The network of a column plan; it serves for any start and deadline. */
export type ColumnNetwork = {
  readonly network: Network
  readonly calendar: WorkCalendar
  readonly duration: Int32Array
  readonly lower: Int32Array
  /** The last start of each activity by itself, counted from the end of the whole. */
  readonly lastStart: Int32Array
  /** What the passes write, kept so that scheduling again asks for no memory. */
  readonly indices: Indices
}

type Indices = { readonly early: Int32Array; readonly late: Int32Array; readonly free: Int32Array }

/** Results by position: inclusive day numbers and floats in working days. A milestone carries the day on which it is reached. */
export type ColumnDates = {
  readonly earlyStart: Int32Array
  readonly earlyFinish: Int32Array
  readonly lateStart: Int32Array
  readonly lateFinish: Int32Array
  readonly totalFloat: Int32Array
  readonly freeFloat: Int32Array
}

/** Columns for the results of so many activities. */
export function columnDates(size: number): ColumnDates {
  const column = (): Int32Array => new Int32Array(size)
  return {
    ...{ earlyStart: column(), earlyFinish: column(), lateStart: column(), lateFinish: column() },
    ...{ totalFloat: column(), freeFloat: column() },
  }
}

function weightsOf({ duration, from, to, type, lag }: ColumnPlan): Int32Array {
  const weight = new Int32Array(from.length)
  for (let e = 0; e < from.length; e++) {
    const code = type === undefined ? LINK_CODES.FS : type[e]!
    let sum = lag === undefined ? 0 : lag[e]!
    if (code === LINK_CODES.FS || code === LINK_CODES.FF) sum += duration[from[e]!]!
    if (code === LINK_CODES.FF || code === LINK_CODES.SF) sum -= duration[to[e]!]!
    weight[e] = sum
  }
  return weight
}

/** Builds the network of a column plan, or gives the positions of activities on cycles or behind them. */
export function buildColumns(
  plan: ColumnPlan,
): { kind: 'built'; columns: ColumnNetwork } | { kind: 'cyclic'; unordered: Int32Array } {
  const size = plan.duration.length
  const built = buildNetwork(size, { from: plan.from, to: plan.to, weight: weightsOf(plan) })
  if (built.kind === 'cyclic') return built
  const { calendar, duration } = plan
  const column = (): Int32Array => new Int32Array(size)
  const indices = { early: column(), late: column(), free: column() }
  return {
    kind: 'built',
    columns: {
      network: built.network,
      calendar,
      duration,
      lower: column(),
      lastStart: duration.map((days) => -days),
      indices,
    },
  }
}

/**
 * Both passes from a start date, and the days they come to, written to `into`; answers the last day of the whole. Without a
 * deadline the late dates run from the early finish.
 */
export function scheduleColumns(
  columns: ColumnNetwork,
  dates: { readonly start: IsoDate; readonly deadline?: IsoDate | null },
  into: ColumnDates,
): Day {
  const { network, calendar, duration, lower, indices } = columns
  const { early, late, free } = indices
  const { size } = network
  const { table } = calendar
  const bounds = { duration, lower, crossings: [] }
  // Times are counted from the project's first working day, which keeps the lower bounds at zero for every start.
  const origin = table.countBefore(toDay(dates.start))
  forwardPass(network, bounds, early)
  let finish = 0
  for (let i = 0; i < size; i++) finish = Math.max(finish, early[i]! + duration[i]!)
  const cap = dates.deadline ? table.countBefore(toDay(dates.deadline) + 1) - origin : finish
  // Late starts are counted from the cap here, so that what they begin with is the same every time.
  late.set(columns.lastStart)
  free.fill(NO_UPPER)
  backwardPass(network, bounds, early, late, free, null)
  // Every late date is at least as far from its early one as the deadline from the finish.
  writeDates(columns, { origin, finish, cap }, into)
  return table.dayAt(origin + finish - 1)
}

/** The days of a run of working-day indices, as an array to look them up in: index i is at `i - first`. */
function daysBetween(table: DayTable, first: number, last: number): Int32Array {
  if (first >= 0 && last < table.days.length) return table.days.subarray(first, last + 1)
  return Int32Array.from({ length: last - first + 1 }, (_, i) => table.dayAt(first + i))
}

/** Where the project begins, where it finishes and what it may not exceed, as indices; the last two counted from the first. */
type Span = { readonly origin: number; readonly finish: number; readonly cap: number }

function writeDates(columns: ColumnNetwork, { origin, finish, cap }: Span, into: ColumnDates): void {
  const { network, calendar, duration, indices } = columns
  const { early, late, free } = indices
  const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat } = into
  const least = Math.min(0, cap - finish)
  const days = daysBetween(calendar.table, origin + least - 1, origin + Math.max(finish, cap))
  const shift = 1 - least
  for (let i = 0, { size } = network; i < size; i++) {
    const start = early[i]!
    const length = duration[i]!
    // -1 for a milestone at the end of a day, which every one is but those at the very beginning.
    const closing = length === 0 && start > 0 ? -1 : 0
    const first = (start + shift + closing) | 0
    const last = (late[i]! + cap + shift + closing) | 0
    const further = length === 0 ? 0 : (length - 1) | 0
    earlyStart[i] = days[first]!
    earlyFinish[i] = days[first + further]!
    lateStart[i] = days[last]!
    lateFinish[i] = days[last + further]!
    totalFloat[i] = (last - first) | 0
    freeFloat[i] = (Math.min(free[i]!, finish - length) - start) | 0
  }
}
