import type { DayTable } from '../calendar/day-table.ts'

/** A link that cannot be said as a sum of indices, because its ends or its lag count in different calendars. */
export type Crossing = {
  readonly from: number
  readonly to: number
  readonly fromTable: DayTable
  readonly toTable: DayTable
  /** Of a lag in working days; null when the lag counts every day. */
  readonly lagTable: DayTable | null
  readonly lag: number
  readonly leavesFinish: boolean
  readonly entersFinish: boolean
}

// Ends of activities are instants: a start is the beginning of its day, a finish the beginning of the day after. With p the
// predecessor's and q the successor's, and W(x) the working days before x in the lag's calendar, a link says
//   no lag: p <= q      n calendar days: p + n <= q      n working days: W(p) + n <= W(q)
// which reads the same backward as forward, so that the two passes mirror each other.

// From a start to a finish without lag, days off on either side of the seam do not count: a successor that finishes on Friday
// touches a predecessor that starts on Monday.
const isSeam = ({ leavesFinish, entersFinish, lag }: Crossing): boolean => !leavesFinish && entersFinish && lag === 0

/** The earliest start index of the successor that a predecessor starting at `start` allows. */
export function crossForward(crossing: Crossing, start: number, fromDuration: number, toDuration: number): number {
  const { fromTable, toTable, lagTable, lag } = crossing
  if (isSeam(crossing)) {
    const seam = fromDuration > 0 ? fromTable.dayAt(start - 1) + 1 : fromTable.dayAt(start)
    return toTable.countBefore(seam) - toDuration
  }
  let instant = crossing.leavesFinish ? fromTable.dayAt(start + fromDuration - 1) + 1 : fromTable.dayAt(start)
  if (lag !== 0) {
    instant = lagTable === null ? instant + lag : lagTable.dayAt(lagTable.countBefore(instant) + lag - 1) + 1
  }
  return crossing.entersFinish ? toTable.countBefore(instant - 1) + 1 - toDuration : toTable.countBefore(instant)
}

/** The latest start index of the predecessor that leaves a successor starting at `start` in place. */
export function crossBackward(crossing: Crossing, start: number, fromDuration: number, toDuration: number): number {
  const { fromTable, toTable, lagTable, lag } = crossing
  if (isSeam(crossing)) return fromTable.countBefore(toTable.dayAt(start + toDuration))
  let instant = crossing.entersFinish ? toTable.dayAt(start + toDuration - 1) + 1 : toTable.dayAt(start)
  if (lag !== 0) instant = lagTable === null ? instant - lag : lagTable.dayAt(lagTable.countBefore(instant) - lag)
  return crossing.leavesFinish ? fromTable.countBefore(instant) - fromDuration : fromTable.countBefore(instant + 1) - 1
}
