import type { ActivityInput, LinkInput, ScheduleInput } from '../src/index.ts'
import { countWorkdays, dayOf, type NaiveCalendar, naiveCalendar, onOrAfter, onOrBefore } from './naive-calendar.ts'

// Bellman-Ford on a grid of days: every activity steps one day at a time until no link and no date pushes it any more.

/** An activity placed on the grid: it occupies [start, finish), instants being the beginnings of days. */
export type Placed = { start: number; finish: number; calendar: NaiveCalendar }

type Task = {
  input: ActivityInput
  duration: number
  calendar: NaiveCalendar
  earliestStart: number
  earliestFinish: number
  latestStart: number
  latestFinish: number
}

export type BruteForce = {
  tasks: Task[]
  early: Placed[]
  late: Placed[]
  totalFloat: number[]
  freeFloat: number[]
  finish: number
}

const FAR = 10_000_000

function placeFrom(task: Task, day: number): Placed {
  if (task.duration === 0) return { start: day, finish: day, calendar: task.calendar }
  const start = onOrAfter(task.calendar, day)
  let last = start
  for (let left = task.duration - 1; left > 0; left--) last = onOrAfter(task.calendar, last + 1)
  return { start, finish: last + 1, calendar: task.calendar }
}

function placeBackFrom(task: Task, day: number): Placed {
  return placeFrom(task, task.duration === 0 ? day : onOrBefore(task.calendar, day))
}

function readTask(input: ActivityInput, plan: ScheduleInput): Task {
  const calendar = naiveCalendar(input.calendar ?? plan.calendar ?? 'cn')
  const task: Task = {
    ...{ input, duration: input.duration ?? 0, calendar, earliestStart: dayOf(plan.start!), earliestFinish: -FAR },
    ...{ latestStart: FAR, latestFinish: FAR },
  }
  if (task.duration === 0) task.earliestStart = onOrAfter(calendar, task.earliestStart)
  if (input.deadline) task.latestFinish = onOrBefore(calendar, dayOf(input.deadline)) + 1
  if (!input.constraint?.date) return task
  const day = dayOf(input.constraint.date)
  const after = onOrAfter(calendar, day)
  const before = onOrBefore(calendar, day)
  const { type } = input.constraint
  if (type === 'not-earlier' || type === 'must-start') task.earliestStart = Math.max(task.earliestStart, after)
  if (type === 'must-start') task.latestStart = after
  if (type === 'start-not-later') task.latestStart = before
  if (type === 'finish-not-earlier') task.earliestFinish = after + 1
  if (type === 'must-finish') task.earliestFinish = before + 1
  if (type === 'must-finish' || type === 'not-later') task.latestFinish = Math.min(task.latestFinish, before + 1)
  return task
}

/** Start to finish without lag: days off after the successor's finish and before the predecessor's start do not count. */
function seamTouches(from: Placed, to: Placed): boolean {
  const isMilestone = ({ start, finish }: Placed): boolean => start === finish
  const opens = isMilestone(from) ? from.start : onOrBefore(from.calendar, from.start - 1) + 1
  const closes = isMilestone(to) ? to.finish : onOrAfter(to.calendar, to.finish)
  return closes >= opens
}

/** Whether a link holds between two placed activities. */
function linkHolds(link: LinkInput, from: Placed, to: Placed, lagCalendar: NaiveCalendar): boolean {
  const type = link.type ?? 'FS'
  const p = type === 'FS' || type === 'FF' ? from.finish : from.start
  const q = type === 'FS' || type === 'SS' ? to.start : to.finish
  const lag = link.lag ?? 0
  if (type === 'SF' && lag === 0) return seamTouches(from, to)
  if (lag === 0) return p <= q
  if (link.lagUnit === 'calendar') return p + lag <= q
  // A positive lag needs that many working days in between; a negative one allows that many to overlap.
  return countWorkdays(lagCalendar, p, q) >= lag
}

/** Early and late positions and floats of a small plan without actual dates, found by stepping. */
export function bruteForce(plan: ScheduleInput): BruteForce {
  const tasks = plan.activities.map((activity) => readTask(activity, plan))
  const indexOf = new Map(plan.activities.map(({ id }, i) => [id, i]))
  const links = (plan.links ?? []).map((link) => {
    const to = indexOf.get(link.to)!
    const spec = link.lagCalendar ?? plan.activities[to]!.calendar ?? plan.calendar ?? 'cn'
    return { link, from: indexOf.get(link.from)!, to, calendar: naiveCalendar(spec) }
  })
  const holds = (l: (typeof links)[number], placed: Placed[]): boolean =>
    linkHolds(l.link, placed[l.from]!, placed[l.to]!, l.calendar)

  const early = tasks.map((task) => {
    let placed = placeFrom(task, task.earliestStart)
    while (placed.finish < task.earliestFinish) placed = placeFrom(task, placed.start + 1)
    return placed
  })
  for (let changed = true; changed; ) {
    changed = false
    for (const l of links) {
      while (!holds(l, early)) {
        early[l.to] = placeFrom(tasks[l.to]!, early[l.to]!.start + 1)
        changed = true
      }
    }
  }
  const finish = Math.max(...early.map((placed) => placed.finish))
  const cap = plan.deadline ? dayOf(plan.deadline) + 1 : finish
  const late = tasks.map((task) => {
    let placed = placeBackFrom(task, Math.min(cap, task.latestFinish, task.latestStart))
    while (placed.finish > Math.min(cap, task.latestFinish)) placed = placeBackFrom(task, placed.start - 1)
    return placed
  })
  for (let changed = true; changed; ) {
    changed = false
    for (const l of links) {
      while (!holds(l, late)) {
        late[l.from] = placeBackFrom(tasks[l.from]!, late[l.from]!.start - 1)
        changed = true
      }
    }
  }
  const freeFloat = tasks.map((task, i) => {
    let last = early[i]!
    for (let next = last; ; ) {
      next = placeFrom(task, next.start + 1)
      const moved = early.map((placed, j) => (j === i ? next : placed))
      if (next.finish > finish || links.some((l) => l.from === i && !holds(l, moved))) break
      last = next
    }
    return countWorkdays(task.calendar, early[i]!.start, last.start)
  })
  const totalFloat = tasks.map((task, i) => countWorkdays(task.calendar, early[i]!.start, late[i]!.start))
  return { tasks, early, late, totalFloat, freeFloat, finish }
}
