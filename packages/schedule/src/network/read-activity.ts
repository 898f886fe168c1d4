import { type Day, isIsoDate, toDay } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { calendarOf } from './calendars.ts'
import { constraintNamed } from './constraint-name.ts'
import type { ActivityInput } from './input.ts'
import type { PlanActivity } from './plan.ts'
import { type Problems, shown } from './problems.ts'

/** Beyond this a duration or a lag is a slip of the pen: it is more than 2,700 years. */
export const MAX_DAYS = 1_000_000

/** A date field: null when absent, and null with a problem when it is no date. */
export function readDate(value: unknown, field: string, ids: readonly string[], problems: Problems): Day | null {
  if (value === undefined || value === null) return null
  if (isIsoDate(value)) return toDay(value)
  problems.add('invalid-date', ids, `${field} 不是有效日期:${shown(value)}`, `${field} is not a date: ${shown(value)}`)
  return null
}

/** A calendar field, with the given one when absent or, with a problem, when it is none. */
export function readCalendar(
  value: ActivityInput['calendar'] | null,
  ids: readonly string[],
  otherwise: WorkCalendar,
  problems: Problems,
): WorkCalendar {
  if (value === undefined || value === null) return otherwise
  const calendar = calendarOf(value)
  if (calendar !== undefined) return calendar
  problems.add('invalid-calendar', ids, `日历无效:${shown(value)}`, `not a calendar: ${shown(value)}`)
  return otherwise
}

const isDayCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DAYS

const FIELDS = { duration: '工期', remaining: '剩余工期' }

function readDuration(value: unknown, id: string, field: keyof typeof FIELDS, problems: Problems): number {
  if (isDayCount(value)) return value
  problems.add(
    'invalid-duration',
    [id],
    `「${id}」的${FIELDS[field]}必须是 0 到 ${MAX_DAYS} 的整数工作日:${shown(value)}`,
    `the ${field} of "${id}" must be a whole number of working days from 0 to ${MAX_DAYS}: ${shown(value)}`,
  )
  return 0
}

function readConstraint(input: ActivityInput, id: string, problems: Problems): PlanActivity['constraint'] {
  const { constraint } = input
  if (constraint === undefined || constraint === null) return null
  const type = constraintNamed(constraint.type)
  if (type === null) return null
  if (type === undefined) {
    const name = shown(constraint.type)
    problems.add(
      'invalid-constraint',
      [id],
      `「${id}」的约束类型未知:${name}`,
      `unknown constraint of "${id}": ${name}`,
    )
    readDate(constraint.date, 'constraint.date', [id], problems)
    return null
  }
  if (type === 'as-late-as-possible') return { type, day: 0 }
  const day = readDate(constraint.date, 'constraint.date', [id], problems)
  if (day !== null) return { type, day }
  if (constraint.date === undefined || constraint.date === null) {
    problems.add('invalid-constraint', [id], `「${id}」的约束缺日期`, `the constraint of "${id}" lacks its date`)
  }
  return null
}

/** Actual dates must be possible: no finish before a start, nothing done that is still to come. */
function checkActuals(activity: PlanActivity, dataDate: Day | null, problems: Problems): void {
  const { id, actualStart, actualFinish, remaining } = activity
  const bad = (zh: string, en: string): void => problems.add('invalid-actual', [id], `「${id}」${zh}`, `"${id}" ${en}`)
  if (actualFinish !== null && actualStart !== null && actualFinish < actualStart) {
    bad('的实际完成早于实际开始', 'finished before it started')
  }
  if (remaining !== null && actualFinish !== null && remaining > 0)
    bad('已完成却仍有剩余工期', 'is finished but has work left')
  if (remaining !== null && remaining > 0 && dataDate === null)
    bad('有剩余工期但没有数据日期', 'has work left but no data date')
  const done = actualFinish ?? actualStart
  if (dataDate !== null && done !== null && done >= dataDate) {
    const isUnderWay = actualFinish === null && actualStart === dataDate
    if (!isUnderWay) bad('的实际日期不早于数据日期', 'has an actual date that is not before the data date')
  }
}

/** One activity with its defaults filled in; what is wrong with it goes to `problems`. */
export function readActivity(
  input: ActivityInput,
  id: string,
  place: { parent: number; isSummary: boolean; calendar: WorkCalendar; dataDate: Day | null },
  problems: Problems,
): PlanActivity {
  const remaining = input.remaining ?? null
  // A summary's own duration does not count, but an impossible one is a mistake all the same.
  const isUnneeded = place.isSummary && (input.duration === undefined || input.duration === null)
  const duration = isUnneeded ? 0 : readDuration(input.duration, id, 'duration', problems)
  const activity: PlanActivity = {
    id,
    duration: place.isSummary ? 0 : duration,
    calendar: readCalendar(input.calendar, [id], place.calendar, problems),
    constraint: readConstraint(input, id, problems),
    deadline: readDate(input.deadline, 'deadline', [id], problems),
    fixedStart: readDate(input.fixedStart, 'fixedStart', [id], problems),
    actualStart: readDate(input.actualStart, 'actualStart', [id], problems),
    actualFinish: readDate(input.actualFinish, 'actualFinish', [id], problems),
    remaining: remaining === null ? null : readDuration(remaining, id, 'remaining', problems),
    parent: place.parent,
    isSummary: place.isSummary,
  }
  checkActuals(activity, place.dataDate, problems)
  return activity
}
