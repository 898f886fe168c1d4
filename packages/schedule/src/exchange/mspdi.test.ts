import { describe, expect, it } from 'vitest'
import { randomPlan } from '../../test/random-plan.ts'
import { mustSchedule } from '../../test/scheduled.ts'
import { type Scheduled, type ScheduleInput, schedule } from '../index.ts'
import { mspdiToSchedule } from './mspdi-read.ts'
import { scheduleToMspdi } from './mspdi-write.ts'

function read(xml: string): { input: ScheduleInput; notices: string[] } {
  const outcome = mspdiToSchedule(xml)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return { input: outcome.input, notices: outcome.notices.map(({ code }) => code) }
}

const project = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-01-05T08:00:00</StartDate>
  <CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>${head}
  <Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>
    <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
    <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking></WeekDay>
    <WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>
  </WeekDays><Exceptions><Exception><Name>元旦</Name><DayWorking>0</DayWorking>
    <TimePeriod><FromDate>2026-01-08T00:00:00</FromDate><ToDate>2026-01-09T23:59:00</ToDate></TimePeriod>
  </Exception></Exceptions></Calendar>
  <Calendar><UID>2</UID><Name>Night</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><WeekDays>
    <WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay>
    <WeekDay><DayType>0</DayType><DayWorking>1</DayWorking>
      <TimePeriod><FromDate>2026-01-09T00:00:00</FromDate><ToDate>2026-01-09T23:59:00</ToDate></TimePeriod></WeekDay>
  </WeekDays></Calendar></Calendars>
  <Tasks><Task><UID>0</UID><Name>whole</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>${body}</Tasks>
</Project>`

const task = (uid: number, fields: string, hours = 16): string =>
  `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>任务 ${uid}</Name><OutlineLevel>1</OutlineLevel>
   <Duration>PT${hours}H0M0S</Duration><DurationFormat>7</DurationFormat>${fields}</Task>`

const link = (from: number, type: number, lag = 0, format = 7): string =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag>
   <LagFormat>${format}</LagFormat></PredecessorLink>`

describe('reading MSPDI', () => {
  it('takes tasks with their durations, names and UIDs', () => {
    const { input } = read(project(task(7, '') + task(9, '', 0)))
    expect(input.activities).toMatchObject([
      { id: '7', name: '任务 7', duration: 2, parent: null },
      { id: '9', name: '任务 9', duration: 0 },
    ])
    expect(input).toMatchObject({ start: '2026-01-05', deadline: null, direction: 'forward', dataDate: null })
  })

  it('takes the calendar with its exceptions', () => {
    const { input } = read(project(task(1, '', 40)))
    expect(input.calendar).toEqual({ weekdays: [1, 2, 3, 4, 5], off: ['2026-01-08', '2026-01-09'], work: [] })
    expect(mustSchedule(input).finish).toBe('2026-01-13')
  })

  it('takes a calendar that derives from another', () => {
    const { input } = read(project(task(1, '<CalendarUID>2</CalendarUID>', 40)))
    expect(input.activities[0]?.calendar).toEqual({
      weekdays: [1, 2, 3, 4, 5, 6],
      off: ['2026-01-08'],
      work: ['2026-01-09'],
    })
    expect(mustSchedule(input).finish).toBe('2026-01-10')
  })

  it.each([
    [0, 'FF'],
    [1, 'FS'],
    [2, 'SF'],
    [3, 'SS'],
  ])('takes link type %i for %s', (number, type) => {
    const { input } = read(project(task(1, '') + task(2, link(1, number))))
    expect(input.links).toEqual([{ from: '1', to: '2', type, lag: 0, lagUnit: 'workday' }])
  })

  it.each([
    [9600, 7, 2, 'workday', []],
    [-4800, 7, -1, 'workday', []],
    [28_800, 8, 2, 'calendar', []],
    [2400, 7, 1, 'workday', ['rounded']],
    [50, 19, 1, 'workday', []],
    [25, 19, 1, 'workday', ['rounded']],
  ])('takes a lag of %i in format %i for %i %s', (amount, format, lag, lagUnit, notices) => {
    const found = read(project(task(1, '') + task(2, link(1, 1, amount, format))))
    expect(found.input.links).toMatchObject([{ lag, lagUnit }])
    expect(found.notices).toEqual(notices)
  })

  it.each([
    [0, null],
    [1, { type: 'as-late-as-possible', date: '2026-02-02' }],
    [2, { type: 'must-start', date: '2026-02-02' }],
    [3, { type: 'must-finish', date: '2026-02-02' }],
    [4, { type: 'not-earlier', date: '2026-02-02' }],
    [5, { type: 'start-not-later', date: '2026-02-02' }],
    [6, { type: 'finish-not-earlier', date: '2026-02-02' }],
    [7, { type: 'not-later', date: '2026-02-02' }],
  ])('takes constraint type %i', (number, constraint) => {
    const fields = `<ConstraintType>${number}</ConstraintType><ConstraintDate>2026-02-02T08:00:00</ConstraintDate>`
    expect(read(project(task(1, fields))).input.activities[0]?.constraint).toEqual(constraint)
  })

  it('takes deadlines, progress and the status date', () => {
    const done = '<ActualStart>2026-01-05T08:00:00</ActualStart><ActualFinish>2026-01-06T17:00:00</ActualFinish>'
    const begun = '<ActualStart>2026-01-07T08:00:00</ActualStart><RemainingDuration>PT24H0M0S</RemainingDuration>'
    const late = '<Deadline>2026-01-30T17:00:00</Deadline>'
    const xml = project(
      task(1, done) + task(2, begun, 40) + task(3, late),
      '<StatusDate>2026-01-13T17:00:00</StatusDate>',
    )
    const { input } = read(xml)
    expect(input.dataDate).toBe('2026-01-14')
    expect(input.activities).toMatchObject([
      { actualStart: '2026-01-05', actualFinish: '2026-01-06', remaining: null },
      { actualStart: '2026-01-07', actualFinish: null, remaining: 3 },
      { deadline: '2026-01-30' },
    ])
    expect(mustSchedule(input).activities[1]?.earlyFinish).toBe('2026-01-16')
  })

  it('takes tasks scheduled by hand for fixed', () => {
    const fields = '<Manual>1</Manual><Start>2026-01-19T08:00:00</Start>'
    expect(read(project(task(1, fields))).input.activities[0]?.fixedStart).toBe('2026-01-19')
  })

  it('takes an elapsed duration for one that counts every day', () => {
    const xml = project(
      task(1, '').replace('PT16H0M0S</Duration><DurationFormat>7', 'PT72H0M0S</Duration><DurationFormat>8'),
    )
    expect(read(xml).input.activities[0]).toMatchObject({ duration: 3, calendar: 'every-day' })
  })

  it('rounds a part of a day up and says so', () => {
    const found = read(project(task(1, '', 12)))
    expect(found.input.activities[0]?.duration).toBe(2)
    expect(found.notices).toEqual(['rounded'])
  })

  it('takes the outline for parents', () => {
    const level = (uid: number, depth: number): string => task(uid, '').replace('Level>1<', `Level>${depth}<`)
    const { input } = read(project(level(1, 1) + level(2, 2) + level(3, 3) + level(4, 2) + level(5, 1)))
    expect(input.activities.map(({ parent }) => parent)).toEqual([null, '1', '2', '1', null])
  })

  it('leaves out blank rows, inactive tasks and links from other projects', () => {
    const other = link(9, 1).replace('</PredecessorLink>', '<CrossProject>1</CrossProject></PredecessorLink>')
    const found = read(project(`${task(1, '<IsNull>1</IsNull>')}${task(2, '<Active>0</Active>')}${task(3, other)}`))
    expect(found.input.activities.map(({ id }) => id)).toEqual(['3'])
    expect(found.input.links).toEqual([])
    expect(found.notices).toEqual(['left-out'])
  })

  it('hands on a predecessor that is not there, so that it is refused with the rest', () => {
    const { input } = read(project(task(1, link(99, 1))))
    expect(schedule(input)).toMatchObject({ kind: 'refused', problems: [{ code: 'dangling-link', ids: ['99', '1'] }] })
  })

  it('schedules backward what is scheduled from its finish', () => {
    const xml = project(task(1, '')).replace(
      '<ScheduleFromStart>1',
      '<FinishDate>2026-03-31T17:00:00</FinishDate><ScheduleFromStart>0',
    )
    expect(read(xml).input).toMatchObject({ direction: 'backward', deadline: '2026-03-31', start: null })
  })
})

describe('reading anything else', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;&x;">]><Project><Name>&z;</Name></Project>'
  it.each([
    ['a document type', '<!DOCTYPE Project><Project/>'],
    ['entities that explode', bomb],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>'],
    ['an unknown entity', '<Project><Name>&unknown;</Name></Project>'],
    ['an element that does not end', '<Project><Tasks>'],
    ['elements that cross', '<Project><a><b></a></b></Project>'],
    ['another root', '<Plan/>'],
    ['no XML at all', 'hello'],
    ['nothing', ''],
    ['a pit', `<Project>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</Project>`],
  ])('refuses %s', (_, xml) => {
    expect(mspdiToSchedule(xml)).toMatchObject({ kind: 'refused', problems: [{ code: 'invalid-xml' }] })
  })

  it('takes the five entities that XML itself knows', () => {
    const xml = project(task(1, '').replace('任务 1', '&lt;a&gt; &amp; &quot;b&quot; &#20013;'))
    expect(read(xml).input.activities[0]?.name).toBe('<a> & "b" 中')
  })
})

/** The dates of a plan that went out and came back; the way renames activities to their places. */
function returned(plan: ScheduleInput): { there: object[]; back: object[] } {
  const there = mustSchedule(plan)
  const { input } = read(scheduleToMspdi(plan, there, '项目'))
  const back = mustSchedule(input)
  const strip = ({ activities }: Scheduled): object[] => activities.map(({ id: _, driver: __, ...dates }) => dates)
  return { there: strip(there), back: strip(back) }
}

describe('writing MSPDI and reading it again', () => {
  it('gives the same dates and floats', () => {
    let compared = 0
    for (let seed = 1; seed <= 200; seed++) {
      const plan = randomPlan(seed, { size: 10 })
      // The format has no lag calendars, and a lag counts in the calendar of the project or the task.
      const links = plan.links!.map(({ lagCalendar: _, ...link }) => link)
      const { there, back } = returned({ ...plan, deadline: null, links })
      expect(back, `seed ${seed}`).toEqual(there)
      compared++
    }
    expect(compared).toBe(200)
  })

  it('keeps summaries, progress and fixed nodes', () => {
    const { there, back } = returned({
      calendar: 'cn',
      start: '2026-01-05',
      dataDate: '2026-01-14',
      activities: [
        { id: 'S', name: 'A & B <两者>' },
        { id: 'a', duration: 3, parent: 'S', actualStart: '2026-01-05', actualFinish: '2026-01-08' },
        { id: 'b', duration: 6, parent: 'S', actualStart: '2026-01-09', remaining: 4 },
        { id: 'c', duration: 2, fixedStart: '2026-02-02' },
        { id: 'd', duration: 1, calendar: 'every-day', deadline: '2026-03-01' },
      ],
      links: [
        { from: 'S', to: 'd', lag: 2, lagUnit: 'calendar' },
        { from: 'b', to: 'c', lag: -1 },
      ],
    })
    expect(back).toEqual(there)
  })

  it('keeps a backward plan', () => {
    const plan: ScheduleInput = {
      direction: 'backward',
      deadline: '2026-12-31',
      activities: [
        { id: 'a', duration: 3 },
        { id: 'b', duration: 0 },
      ],
      links: [{ from: 'a', to: 'b' }],
    }
    const { there, back } = returned(plan)
    expect(back).toEqual(there)
  })

  it('escapes names and drops what XML cannot carry', () => {
    const plan: ScheduleInput = {
      calendar: 'cn',
      start: '2026-01-05',
      activities: [{ id: 'a', name: '<&>\u0000\u000b"\'', duration: 1 }],
    }
    const xml = scheduleToMspdi(plan, mustSchedule(plan), '</Project>')
    expect(xml).toContain('<Name>&lt;&amp;&gt;"\'</Name>')
    expect(read(xml).input.activities[0]?.name).toBe('<&>"\'')
  })

  it('writes an empty plan', () => {
    const plan: ScheduleInput = { calendar: 'cn', start: '2026-01-05', activities: [] }
    expect(read(scheduleToMspdi(plan, mustSchedule(plan), '空')).input.activities).toEqual([])
  })
})
