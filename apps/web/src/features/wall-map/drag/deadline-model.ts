import type { WallItem } from '@guatu/contract'
import { fromDay, toDay, type WorkCalendar } from '@guatu/schedule'
import { snap } from './drag-model.ts'

export type FixedDeadline = 'noDeadline' | 'allDone'

/** Why the deadline of a project cannot be moved; null where it can. */
export function whyDeadlineFixed({ deadline, nodes }: WallItem): FixedDeadline | null {
  if (deadline === null) return 'noDeadline'
  return nodes.every((node) => node.done) ? 'allDone' : null
}

/**
 * The deadline that a drag of `days` calendar days asks for: a working day, never before today, since nothing can be
 * finished in the past. Null where nothing changes.
 */
export function dragDeadline(deadline: string, days: number, calendar: WorkCalendar, today: string): string | null {
  if (days === 0) return null
  const first = toDay(calendar.nextWorkday(today))
  const finish = fromDay(Math.max(first, snap(toDay(deadline) + days, days > 0 ? 'later' : 'earlier', calendar)))
  return finish === deadline ? null : finish
}
