import { fromDay, toDay } from '../calendar/day.ts'
import type { ActivityInput, CalendarSpec, LinkInput, ScheduleInput } from '../network/input.ts'
import { Problems } from '../network/problems.ts'
import type { Notice, Refused } from '../network/result.ts'
import { dateOf, type Pattern, readCalendars } from './mspdi-calendar.ts'
import {
  CONSTRAINT_TYPES,
  durationMinutes,
  isElapsedFormat,
  isPercentFormat,
  LINK_TYPES,
  MINUTES_PER_DAY,
  MINUTES_PER_ELAPSED_DAY,
} from './mspdi-units.ts'
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml-tree.ts'

/** A plan read from another program's file, with what could not be taken over exactly. */
export type ReadSchedule = { readonly kind: 'read'; readonly input: ScheduleInput; readonly notices: readonly Notice[] }

type Reading = {
  readonly calendars: ReadonlyMap<string, Pattern>
  readonly minutesPerDay: number
  readonly notices: Notice[]
}

/** Whole days of minutes; a part of a day counts as a day, away from zero, and is told. */
function wholeDays(minutes: number, minutesPerDay: number, id: string, { notices }: Reading): number {
  const days = minutes / minutesPerDay
  // Minutes come in tenths and seconds; what is left of such parts is no part of a day.
  const whole =
    Math.abs(days - Math.round(days)) < 1e-6 ? Math.round(days) : Math.sign(days) * Math.ceil(Math.abs(days))
  if (Math.abs(whole - days) > 1e-6) {
    const zh = `「${id}」的 ${days.toFixed(2)} 天按 ${whole} 天计`
    notices.push({
      code: 'rounded',
      ids: [id],
      message: { zh, en: `${days.toFixed(2)} days of "${id}" are taken as ${whole}` },
    })
  }
  return whole === 0 ? 0 : whole
}

/** Days of a task's Duration or RemainingDuration; undefined when it has none. */
function daysOfField(task: XmlElement, field: string, id: string, reading: Reading): number | undefined {
  const minutes = durationMinutes(textOf(task, field))
  if (minutes === undefined) return undefined
  const isElapsed = isElapsedFormat(Number(textOf(task, 'DurationFormat') ?? '7'))
  return wholeDays(minutes, isElapsed ? MINUTES_PER_ELAPSED_DAY : reading.minutesPerDay, id, reading)
}

function readConstraint(task: XmlElement): ActivityInput['constraint'] {
  const type = CONSTRAINT_TYPES[Number(textOf(task, 'ConstraintType') ?? '0')]
  if (type === undefined || type === null) return null
  return { type, date: dateOf(textOf(task, 'ConstraintDate')) ?? null }
}

function readTask(task: XmlElement, id: string, parent: string | null, reading: Reading): ActivityInput {
  const isElapsed = isElapsedFormat(Number(textOf(task, 'DurationFormat') ?? '7'))
  const calendar = isElapsed ? 'every-day' : reading.calendars.get(textOf(task, 'CalendarUID') ?? '')
  const isManual = textOf(task, 'Manual') === '1'
  const isMilestone = textOf(task, 'Milestone') === '1'
  const actualFinish = dateOf(textOf(task, 'ActualFinish')) ?? null
  const actualStart = dateOf(textOf(task, 'ActualStart')) ?? null
  const isUnderWay = actualStart !== null && actualFinish === null
  const name = textOf(task, 'Name')
  return {
    id,
    ...(name !== undefined && { name }),
    duration: daysOfField(task, 'Duration', id, reading) ?? (isMilestone ? 0 : 1),
    parent,
    ...(calendar !== undefined && { calendar }),
    constraint: readConstraint(task),
    deadline: dateOf(textOf(task, 'Deadline')) ?? null,
    fixedStart: isManual ? (dateOf(textOf(task, 'ManualStart') ?? textOf(task, 'Start')) ?? null) : null,
    ...{ actualStart, actualFinish },
    remaining: isUnderWay ? (daysOfField(task, 'RemainingDuration', id, reading) ?? null) : null,
  }
}

function readLink(link: XmlElement, to: string, from: ActivityInput, reading: Reading): LinkInput {
  const type = LINK_TYPES[Number(textOf(link, 'Type') ?? '1')] ?? 'FS'
  const format = Number(textOf(link, 'LagFormat') ?? '7')
  const amount = Number(textOf(link, 'LinkLag') ?? '0')
  const isElapsed = isElapsedFormat(format)
  const perDay = isElapsed ? MINUTES_PER_ELAPSED_DAY : reading.minutesPerDay
  // Lags are in tenths of a minute, or in percent of the predecessor's duration.
  const minutes = isPercentFormat(format) ? ((from.duration ?? 0) * perDay * amount) / 100 : amount / 10
  const lag = Number.isFinite(minutes) ? wholeDays(minutes, perDay, to, reading) : 0
  return { from: from.id, to, type, lag, lagUnit: isElapsed ? 'calendar' : 'workday' }
}

type ReadTasks = { activities: ActivityInput[]; elements: XmlElement[] }

/** The tasks in outline order; the project's own summary line, blank rows and inactive tasks are left out. */
function readTasks(project: XmlElement, reading: Reading): ReadTasks {
  const read: ReadTasks = { activities: [], elements: [] }
  const open: string[] = []
  for (const task of childrenOf(childOf(project, 'Tasks'), 'Task')) {
    const id = textOf(task, 'UID') ?? ''
    const level = Number(textOf(task, 'OutlineLevel') ?? '1')
    if (level === 0 || textOf(task, 'IsNull') === '1' || textOf(task, 'Active') === '0') continue
    open.length = Math.min(open.length, Math.max(0, level - 1))
    read.activities.push(readTask(task, id, open.at(-1) ?? null, reading))
    read.elements.push(task)
    open.push(id)
  }
  return read
}

function readLinks({ activities, elements }: ReadTasks, reading: Reading): LinkInput[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  return elements.flatMap((task, i) =>
    childrenOf(task, 'PredecessorLink').flatMap((link) => {
      const to = activities[i]!.id
      const fromId = textOf(link, 'PredecessorUID') ?? ''
      const from = byId.get(fromId)
      if (textOf(link, 'CrossProject') === '1') {
        const message = { zh: `「${to}」的跨项目连线未读入`, en: `a link of "${to}" from another project is left out` }
        reading.notices.push({ code: 'left-out', ids: [to], message })
        return []
      }
      // A predecessor that is not there is refused with all else that is wrong with the plan.
      return from === undefined ? [{ from: fromId, to }] : [readLink(link, to, from, reading)]
    }),
  )
}

function headOf(project: XmlElement, calendar: CalendarSpec | undefined): Omit<ScheduleInput, 'activities' | 'links'> {
  const isForward = textOf(project, 'ScheduleFromStart') !== '0'
  const status = dateOf(textOf(project, 'StatusDate'))
  const start = dateOf(textOf(project, 'StartDate')) ?? null
  const finish = dateOf(textOf(project, 'FinishDate')) ?? null
  return {
    calendar: calendar ?? { weekdays: [1, 2, 3, 4, 5] },
    start: isForward ? start : null,
    deadline: isForward ? null : finish,
    direction: isForward ? 'forward' : 'backward',
    // The status date is the last day that progress was recorded for.
    dataDate: status === undefined ? null : fromDay(toDay(status) + 1),
  }
}

/**
 * Reads a Microsoft Project XML file (MSPDI). Tasks keep their UID as id. Dates lose their hours, durations and lags become
 * whole days. A document type, an unknown entity or anything that is no MSPDI is refused.
 */
export function mspdiToSchedule(xml: string): ReadSchedule | Refused {
  const parsed = parseXml(xml)
  const problems = new Problems()
  if (parsed.kind === 'rejected') {
    problems.add('invalid-xml', [], `XML 无法读取:${parsed.reason}`, `the XML cannot be read: ${parsed.reason}`)
    return { kind: 'refused', problems: problems.list }
  }
  const { root } = parsed
  if (root.name !== 'Project') {
    problems.add(
      'invalid-xml',
      [],
      `不是 MS Project XML:${root.name}`,
      `not a Microsoft Project XML file: ${root.name}`,
    )
    return { kind: 'refused', problems: problems.list }
  }
  const minutes = Number(textOf(root, 'MinutesPerDay') ?? MINUTES_PER_DAY)
  const minutesPerDay = minutes > 0 && minutes <= MINUTES_PER_ELAPSED_DAY ? minutes : MINUTES_PER_DAY
  const reading: Reading = { calendars: readCalendars(root), minutesPerDay, notices: [] }
  const tasks = readTasks(root, reading)
  const head = headOf(root, reading.calendars.get(textOf(root, 'CalendarUID') ?? ''))
  const input = { ...head, activities: tasks.activities, links: readLinks(tasks, reading) }
  return { kind: 'read', input, notices: reading.notices }
}
