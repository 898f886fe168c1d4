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
  /** Early starts as indices, kept so that scheduling again asks for no memory. */
  readonly early: Int32Array
}

/** Results by position: inclusive day numbers and floats in working days. A milestone carries the day on which it is reached. */
export type ColumnDates = {
  readonly earlyStart: Int32Array
  readonly earlyFinish: Int32Array
  readonly lateStart: Int32Array
  readonly lateFinish: Int32Array
  readonly totalFloat: Int32Array
  readonly freeFloat: Int32Array
  /** The columns above, one after the other in this order. */
  readonly block: Int32Array
}

/** Columns for the results of so many activities. */
export function columnDates(size: number): ColumnDates {
  const block = new Int32Array(6 * size)
  const column = (nth: number): Int32Array => block.subarray(nth * size, (nth + 1) * size)
  return {
    ...{ earlyStart: column(0), earlyFinish: column(1), lateStart: column(2), lateFinish: column(3) },
    ...{ totalFloat: column(4), freeFloat: column(5), block },
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
  const lastStart = new Int32Array(size)
  for (let i = 0; i < size; i++) lastStart[i] = -duration[i]!
  const { network } = built
  const [lower, early] = [new Int32Array(size), new Int32Array(size)]
  return { kind: 'built', columns: { network, calendar, duration, lower, lastStart, early } }
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
  const { network, calendar, duration, lower, early } = columns
  const { totalFloat: late, freeFloat: free } = into
  const { table } = calendar
  const bounds = { duration, lower, crossings: [] }
  // Times are counted from the project's first working day, which keeps the lower bounds at zero for every start.
  const origin = table.countBefore(toDay(dates.start))
  const finish = forwardPass(network, bounds, early)
  const cap = dates.deadline ? table.countBefore(toDay(dates.deadline) + 1) - origin : finish
  // Late starts are counted from the cap here, so that what they begin with is the same every time.
  late.set(columns.lastStart)
  free.fill(NO_UPPER)
  backwardPass(network, bounds, early, late, free, null)
  writeDates(columns, { origin, finish, cap }, into.block)
  return table.dayAt(origin + finish - 1)
}

/** The days of a run of working-day indices, as an array to look them up in: index i is at `i - first`. */
function daysBetween(table: DayTable, first: number, last: number): Int32Array {
  if (first >= 0 && last < table.days.length) return table.days.subarray(first, last + 1)
  return Int32Array.from({ length: last - first + 1 }, (_, i) => table.dayAt(first + i))
}

/** Where the project begins, where it finishes and what it may not exceed, as indices; the last two counted from the first. */
type Span = { readonly origin: number; readonly finish: number; readonly cap: number }

/** Puts dates and floats where the indices of the passes stand. */
function writeDates(columns: ColumnNetwork, { origin, finish, cap }: Span, block: Int32Array): void {
  const { network, calendar, duration, early } = columns
  const { size } = network
  // Every late date is at least as far from its early one as the deadline from the finish.
  const least = Math.min(0, cap - finish)
  const days = daysBetween(calendar.table, origin + least - 1, origin + Math.max(finish, cap))
  const shift = 1 - least
  // One array with six places for each activity: six arrays are more than the processor has registers to point at.
  const [second, third, fourth, fifth, sixth] = [size, 2 * size, 3 * size, 4 * size, 5 * size] as const
  for (let i = 0; i < size; i++) {
    const start = early[i]!
    const length = duration[i]!
    // -1 for a milestone at the end of a day, which every one is but those at the very beginning.
    const closing = length === 0 && start > 0 ? -1 : 0
    const first = (start + shift + closing) | 0
    const last = (block[i + fifth]! + cap + shift + closing) | 0
    const further = length === 0 ? 0 : (length - 1) | 0
    block[i] = days[first]!
    block[i + second] = days[(first + further) | 0]!
    block[i + third] = days[last]!
    block[i + fourth] = days[(last + further) | 0]!
    block[i + fifth] = (last - first) | 0
    block[i + sixth] = (Math.min(block[i + sixth]!, (finish - length) | 0) - start) | 0
  }
}
