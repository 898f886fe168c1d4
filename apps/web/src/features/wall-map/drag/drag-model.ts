import type { NodeChange, WallNode } from '@guatu/contract'
import { type Day, fromDay, toDay, type WorkCalendar } from '@guatu/schedule'
import { nodeSpan } from '../rows/span.ts'

/** What is taken hold of: the bar (its start moves) or its end (its duration changes). */
export type Grip = 'move' | 'finish'

export type Immovable = 'done' | 'undated' | 'started' | 'milestone'

/** Why a bar cannot be taken hold of there; null where it can. */
export function whyImmovable(node: WallNode, grip: Grip): Immovable | null {
  if (node.done || node.actualFinish !== null) return 'done'
  if (nodeSpan(node) === null) return 'undated'
  if (grip === 'move') return node.actualStart === null ? null : 'started'
  return node.durationWorkdays === 0 ? 'milestone' : null
}

/** The working day at a place on the time line; on a day off, the next one in the direction of the drag. */
export function snap(day: Day, towards: 'later' | 'earlier', calendar: WorkCalendar): Day {
  const { table } = calendar
  if (table.isWorkday(day)) return day
  return towards === 'later' ? table.dayAt(table.countBefore(day)) : table.dayAt(table.countBefore(day + 1) - 1)
}

/** The change that a drag of `days` calendar days asks for, snapped to working days; null where nothing changes. */
export function dragChange(node: WallNode, grip: Grip, days: number, calendar: WorkCalendar): NodeChange | null {
  const span = nodeSpan(node)
  if (span === null || days === 0) return null
  const towards = days > 0 ? 'later' : 'earlier'
  const { table } = calendar
  if (grip === 'move') {
    const start = snap(span.start + days, towards, calendar)
    return start === span.start ? null : { nodeKey: node.nodeKey, notBefore: fromDay(start) }
  }
  const finish = Math.max(span.start, snap(span.finish + days, towards, calendar))
  const durationWorkdays = Math.max(1, table.countBefore(finish + 1) - table.countBefore(span.start))
  return durationWorkdays === node.durationWorkdays ? null : { nodeKey: node.nodeKey, durationWorkdays }
}

/** One press of Shift+arrow: a working day later or earlier than what is asked for so far. */
export function nudgeChange(
  node: WallNode,
  grip: Grip,
  workdays: number,
  asked: NodeChange | undefined,
  calendar: WorkCalendar,
): NodeChange | null {
  const span = nodeSpan(node)
  if (span === null) return null
  if (grip === 'finish') {
    const duration = asked?.durationWorkdays ?? node.durationWorkdays
    return { nodeKey: node.nodeKey, durationWorkdays: Math.max(1, duration + workdays) }
  }
  const { table } = calendar
  const start = asked?.notBefore ? toDay(asked.notBefore) : span.start
  const slot = workdays > 0 ? table.countBefore(start + 1) + workdays - 1 : table.countBefore(start) + workdays
  return { nodeKey: node.nodeKey, notBefore: fromDay(table.dayAt(Math.max(0, slot))) }
}
