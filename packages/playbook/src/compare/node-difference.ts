import type { DifferenceKind } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import { type ComparedNode, keepsFinish, type PlanSide, promisedFinish } from './sides.ts'

export interface NodeDifference {
  readonly nodeKey: string
  readonly kinds: readonly DifferenceKind[]
  readonly from: ComparedNode | null
  readonly to: ComparedNode | null
  /** Shift of the planned start and finish, later is positive; null where a side has no date. */
  readonly startWorkdays: number | null
  readonly finishWorkdays: number | null
  /** Unit that answers for it on the second side, or did on the first. */
  readonly orgId: string | null
}

type Day = PlanSide['day']

/** Shift from one date to another, later is positive; null without either. From a day off, back counts as much as forth. */
export function shiftWorkdays(from: string | null, to: string | null, calendar: WorkCalendar): number | null {
  if (from === null || to === null) return null
  return from <= to ? calendar.workdaysBetween(from, to) : 0 - calendar.workdaysBetween(to, from)
}

function keptKinds(from: ComparedNode, to: ComparedNode, days: readonly [Day, Day]): DifferenceKind[] {
  const [fromDay, toDay] = days
  const kept = keepsFinish(from, fromDay, promisedFinish(from, fromDay, { day: toDay, node: to }))
  const keeps = keepsFinish(to, toDay, promisedFinish(to, toDay, { day: fromDay, node: from }))
  if (kept === null || keeps === null || kept === keeps) return []
  return [keeps ? 'nowMeets' : 'noLonger']
}

function movedKinds(from: ComparedNode, to: ComparedNode): DifferenceKind[] {
  const [before, after] = [from.plannedFinish, to.plannedFinish]
  if (before === null || after === null) return before === after ? [] : [before === null ? 'dated' : 'undated']
  if (before !== after) return [after > before ? 'later' : 'earlier']
  const [start, next] = [from.plannedStart, to.plannedStart]
  if (start === null || next === null || start === next) return []
  return [next > start ? 'later' : 'earlier']
}

/** What differs of a node that may stand on either side; null where nothing does. */
export function nodeDifference(
  from: ComparedNode | undefined,
  to: ComparedNode | undefined,
  days: readonly [Day, Day],
  calendar: WorkCalendar,
): Omit<NodeDifference, 'orgId'> | null {
  const nodeKey = (to ?? from)?.nodeKey
  if (nodeKey === undefined) return null
  if (!from || !to) {
    const kinds: DifferenceKind[] = [to ? 'added' : 'gone']
    return { nodeKey, kinds, from: from ?? null, to: to ?? null, startWorkdays: null, finishWorkdays: null }
  }
  const done: DifferenceKind[] = from.done === to.done ? [] : [to.done ? 'finished' : 'reopened']
  const kinds = [...keptKinds(from, to, days), ...movedKinds(from, to), ...done]
  if (kinds.length === 0) return null
  return {
    nodeKey,
    kinds,
    from,
    to,
    startWorkdays: shiftWorkdays(from.plannedStart, to.plannedStart, calendar),
    finishWorkdays: shiftWorkdays(from.plannedFinish, to.plannedFinish, calendar),
  }
}
