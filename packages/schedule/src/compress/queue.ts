import type { LinkInput, ScheduleInput } from '../network/input.ts'
import type { Scheduled } from '../network/result.ts'

/** One clerk, or one desk, that does the activities named one after the other. */
export type Clerk = { readonly id: string; readonly activities: readonly string[] }

/**
 * The links of a clerk's queue: first come, first served, by the early start that the plan without the queue gives them; the
 * plan's order decides between equals. In that order no link of the queue can close a cycle with the plan's own finish-to-
 * start links, since what follows never starts earlier.
 */
export function queueLinks(input: ScheduleInput, outcome: Scheduled, clerk: Clerk): LinkInput[] {
  const place = new Map(input.activities.map(({ id }, i) => [id, i]))
  const start = new Map(outcome.activities.map(({ id, earlyStart, earlyFinish }) => [id, earlyStart + earlyFinish]))
  const waiting = clerk.activities.filter((id) => place.has(id) && start.has(id))
  waiting.sort((a, b) => start.get(a)!.localeCompare(start.get(b)!) || place.get(a)! - place.get(b)!)
  return waiting.slice(1).map((to, i) => ({ from: waiting[i]!, to, type: 'FS', lag: 0 }))
}
