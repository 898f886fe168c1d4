export { chinaCalendar, type ExtraDays } from './calendar/china.ts'
export { type Day, fromDay, type IsoDate, isIsoDate, toDay } from './calendar/day.ts'
export { type LegalPeriod, legalDeadline, type Suspension } from './calendar/legal-period.ts'
export { everyDayCalendar, type WeeklyPattern, weeklyCalendar } from './calendar/weekly.ts'
export type { WorkCalendar } from './calendar/work-calendar.ts'
export { type Crashing, type CrashLimit, crash } from './compress/crash.ts'
export { type Compression, compress, type Gain, type ParallelChange } from './compress/parallel.ts'
export type { Clerk } from './compress/queue.ts'
export {
  buildColumns,
  type ColumnDates,
  type ColumnNetwork,
  type ColumnPlan,
  columnDates,
  LINK_CODES,
  scheduleColumns,
} from './engine/columns.ts'
export { type CalendarEvent, type CalendarHeading, calendarText, scheduleToICalendar } from './exchange/icalendar.ts'
export { mspdiToSchedule, type ReadSchedule } from './exchange/mspdi-read.ts'
export { scheduleToMspdi } from './exchange/mspdi-write.ts'
export { type Edit, type EditOutcome, LiveSchedule } from './live/live-schedule.ts'
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
export type { Shape, ThreePoint } from './risk/distribution.ts'
export { type RiskInput, type RiskOutcome, simulateRisk } from './risk/risk.ts'
export { schedule } from './schedule.ts'
