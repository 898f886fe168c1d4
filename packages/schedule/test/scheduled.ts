import { type Scheduled, type ScheduledActivity, type ScheduleInput, schedule } from '../src/index.ts'

/** The outcome of a plan that must not be refused. */
export function mustSchedule(plan: ScheduleInput): Scheduled {
  const outcome = schedule(plan)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

/** The same, of a plan that starts on Monday 2026-01-05 in the national calendar unless it says otherwise. */
export const scheduled = (plan: Partial<ScheduleInput>): Scheduled =>
  mustSchedule({ calendar: 'cn', start: '2026-01-05', activities: [], ...plan })

export const find = (outcome: Scheduled, id: string): ScheduledActivity => {
  const activity = outcome.activities.find((each) => each.id === id)
  if (activity === undefined) throw new Error(`no ${id}`)
  return activity
}

/** The early dates of an activity. */
export const early = (outcome: Scheduled, id: string): [string, string] => {
  const { earlyStart, earlyFinish } = find(outcome, id)
  return [earlyStart, earlyFinish]
}

/** The late dates of an activity. */
export const late = (outcome: Scheduled, id: string): [string, string] => {
  const { lateStart, lateFinish } = find(outcome, id)
  return [lateStart, lateFinish]
}
