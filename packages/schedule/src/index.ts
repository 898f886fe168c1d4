export { chinaCalendar, type ExtraDays } from './calendar/china.ts'
export { type Day, fromDay, type IsoDate, isIsoDate, toDay } from './calendar/day.ts'
export { type LegalPeriod, legalDeadline, type Suspension } from './calendar/legal-period.ts'
export { everyDayCalendar, type WeeklyPattern, weeklyCalendar } from './calendar/weekly.ts'
export type { WorkCalendar } from './calendar/work-calendar.ts'
export { type CalendarHeading, scheduleToICalendar } from './exchange/icalendar.ts'
export { mspdiToSchedule, type ReadSchedule } from './exchange/mspdi-read.ts'
export { scheduleToMspdi } from './exchange/mspdi-write.ts'
export type {
  ActivityInput,
  CalendarSpec,
  ConstraintInput,
  ConstraintType,
  LinkInput,
  LinkType,
  ScheduleInput,
} from './network/input.ts'
export type {
  Notice,
  NoticeCode,
  Problem,
  ProblemCode,
  Refused,
  Scheduled,
  ScheduledActivity,
  ScheduleOutcome,
  Shortfall,
} from './network/result.ts'
export { schedule } from './schedule.ts'
