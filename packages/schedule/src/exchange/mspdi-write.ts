import { chinaCalendar } from '../calendar/china.ts'
import { type Day, fromDay, toDay } from '../calendar/day.ts'
import { calendarOf } from '../network/calendars.ts'
import { constraintNamed } from '../network/constraint-name.ts'
import type { ActivityInput, CalendarSpec, LinkInput, ScheduleInput } from '../network/input.ts'
import type { Scheduled, ScheduledActivity } from '../network/result.ts'
import { writeCalendar } from './mspdi-calendar.ts'
import {
  CONSTRAINT_TYPES,
  LAG_FORMAT_DAYS,
  LAG_FORMAT_ELAPSED_DAYS,
  LINK_TYPES,
  MINUTES_PER_DAY,
  MINUTES_PER_ELAPSED_DAY,
} from './mspdi-units.ts'
import { xmlElement } from './xml-tree.ts'

const startOf = (date: string): string => `${date}T08:00:00`
const finishOf = (date: string): string => `${date}T17:00:00`
const hours = (days: number): string => `PT${(days * MINUTES_PER_DAY) / 60}H0M0S`

/** Activities with their outline levels, every parent right before its family, as the format wants them. */
function outline(
  activities: readonly ActivityInput[],
): { activity: ActivityInput; level: number; isSummary: boolean }[] {
  const children = new Map<string | null, ActivityInput[]>()
  for (const activity of activities) {
    const parent = activity.parent ?? null
    children.set(parent, [...(children.get(parent) ?? []), activity])
  }
  const family = (parent: string | null, level: number): ReturnType<typeof outline> =>
    (children.get(parent) ?? []).flatMap((activity) => [
      { activity, level, isSummary: children.has(activity.id) },
      ...family(activity.id, level + 1),
    ])
  return family(null, 1)
}

function linkElement(link: LinkInput, uid: number): string {
  const { type = 'FS', lag = 0, lagUnit = 'workday' } = link
  const minutes = lag * (lagUnit === 'workday' ? MINUTES_PER_DAY : MINUTES_PER_ELAPSED_DAY)
  const fields = [
    xmlElement('PredecessorUID', uid),
    xmlElement('Type', LINK_TYPES.indexOf(type)),
    xmlElement('LinkLag', minutes * 10),
    xmlElement('LagFormat', lagUnit === 'workday' ? LAG_FORMAT_DAYS : LAG_FORMAT_ELAPSED_DAYS),
  ]
  return `<PredecessorLink>${fields.join('')}</PredecessorLink>`
}

function constraintElements({ constraint, deadline, fixedStart }: ActivityInput): string[] {
  const type = constraint ? (constraintNamed(constraint.type) ?? null) : null
  return [
    xmlElement('ConstraintType', CONSTRAINT_TYPES.indexOf(type)),
    constraint?.date ? xmlElement('ConstraintDate', startOf(constraint.date)) : '',
    deadline ? xmlElement('Deadline', finishOf(deadline)) : '',
    fixedStart ? xmlElement('Manual', 1) + xmlElement('ManualStart', startOf(fixedStart)) : '',
  ]
}

function progressElements({ actualStart, actualFinish, remaining }: ActivityInput): string[] {
  return [
    actualStart ? xmlElement('ActualStart', startOf(actualStart)) : '',
    actualFinish ? xmlElement('ActualFinish', finishOf(actualFinish)) : '',
    remaining !== undefined && remaining !== null ? xmlElement('RemainingDuration', hours(remaining)) : '',
  ]
}

function dateElements(scheduled: ScheduledActivity): string[] {
  return [
    xmlElement('Start', startOf(scheduled.earlyStart)),
    xmlElement('Finish', finishOf(scheduled.earlyFinish)),
    xmlElement('EarlyStart', startOf(scheduled.earlyStart)),
    xmlElement('EarlyFinish', finishOf(scheduled.earlyFinish)),
    xmlElement('LateStart', startOf(scheduled.lateStart)),
    xmlElement('LateFinish', finishOf(scheduled.lateFinish)),
    xmlElement('Critical', scheduled.critical ? 1 : 0),
  ]
}

/** Calendars of a plan, numbered; the project's own is the first. */
function calendarNumbers(input: ScheduleInput): Map<string, { uid: number; spec: CalendarSpec }> {
  const numbers = new Map<string, { uid: number; spec: CalendarSpec }>()
  for (const spec of [input.calendar ?? 'cn', ...input.activities.map(({ calendar }) => calendar)]) {
    if (spec === undefined) continue
    const key = JSON.stringify(spec)
    if (!numbers.has(key)) numbers.set(key, { uid: numbers.size + 1, spec })
  }
  return numbers
}

/** Days around the plan for which calendars list their exceptions, so that the other program can move things about. */
const MARGIN_DAYS = 366

function span(outcome: Scheduled): [Day, Day] {
  const dates = outcome.activities.flatMap(({ earlyStart, lateStart, earlyFinish, lateFinish }) => [
    ...[earlyStart, lateStart, earlyFinish, lateFinish],
  ])
  const days = dates.map(toDay)
  const first = days.reduce((least, day) => Math.min(least, day), Infinity)
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity)
  return days.length === 0 ? [0, -1] : [first - MARGIN_DAYS, last + MARGIN_DAYS]
}

/**
 * A scheduled plan as Microsoft Project XML (MSPDI): tasks, links, calendars with their exceptions, constraints, progress and
 * the computed dates. `outcome` is what `schedule(input)` gave; days have eight hours. UIDs are positions in the outline.
 */
export function scheduleToMspdi(input: ScheduleInput, outcome: Scheduled, name: string): string {
  const rows = outline(input.activities)
  const uids = new Map(rows.map(({ activity }, i) => [activity.id, i + 1]))
  const scheduled = new Map(outcome.activities.map((activity) => [activity.id, activity]))
  const incoming = new Map<string, LinkInput[]>()
  for (const link of input.links ?? []) incoming.set(link.to, [...(incoming.get(link.to) ?? []), link])
  const calendars = calendarNumbers(input)
  const [first, last] = span(outcome)
  const tasks = rows.map(({ activity, level, isSummary }, i) => {
    const duration = activity.duration ?? 0
    const own = activity.calendar === undefined ? undefined : calendars.get(JSON.stringify(activity.calendar))
    const fields = [
      xmlElement('UID', i + 1) + xmlElement('ID', i + 1) + xmlElement('Name', activity.name ?? activity.id),
      xmlElement('OutlineLevel', level) + xmlElement('Summary', isSummary ? 1 : 0),
      xmlElement('Milestone', duration === 0 && !isSummary ? 1 : 0),
      isSummary ? '' : xmlElement('Duration', hours(duration)) + xmlElement('DurationFormat', LAG_FORMAT_DAYS),
      own === undefined ? '' : xmlElement('CalendarUID', own.uid),
      ...constraintElements(activity),
      ...progressElements(activity),
      ...dateElements(scheduled.get(activity.id)!),
      ...(incoming.get(activity.id) ?? []).map((link) => linkElement(link, uids.get(link.from)!)),
    ]
    return `<Task>${fields.join('')}</Task>`
  })
  const written = [...calendars.values()].map(({ uid, spec }) =>
    writeCalendar(uid, spec, calendarOf(spec) ?? chinaCalendar(), first, last),
  )
  const isForward = input.direction !== 'backward'
  const head = [
    xmlElement('Name', name) + xmlElement('ScheduleFromStart', isForward ? 1 : 0),
    isForward && outcome.start ? xmlElement('StartDate', startOf(input.start ?? outcome.start)) : '',
    !isForward && input.deadline ? xmlElement('FinishDate', finishOf(input.deadline)) : '',
    input.dataDate ? xmlElement('StatusDate', finishOf(fromDay(toDay(input.dataDate) - 1))) : '',
    xmlElement('CalendarUID', 1) + xmlElement('MinutesPerDay', MINUTES_PER_DAY),
  ].join('')
  const body = `${head}<Calendars>${written.join('')}</Calendars><Tasks>${tasks.join('')}</Tasks>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="http://schemas.microsoft.com/project">${body}</Project>\n`
}
