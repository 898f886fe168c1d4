import { fromDay, type IsoDate, toDay } from '../calendar/day.ts'
import type { ScheduleInput } from '../network/input.ts'
import type { Scheduled } from '../network/result.ts'

/** What an iCalendar file says besides the dates. */
export type CalendarHeading = {
  readonly name: string
  /** When the file is made, `YYYY-MM-DDTHH:MM:SSZ`: the format asks for it, and a clock is not to be had here. */
  readonly stamp: string
  /** Makes the events' ids unique in the world, such as `projects.example.gov.cn`. */
  readonly domain: string
}

const MAX_LINE_OCTETS = 75

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a content line to 75 octets a line without splitting a character (RFC 5545, section 3.1). */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MAX_LINE_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** A TEXT value (RFC 5545, section 3.3.11); control characters that it cannot carry are dropped. */
function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const compact = (iso: string): string => iso.replace(/[-:]/g, '')

/** One span of whole days in a calendar; both days included. */
export type CalendarEvent = {
  /** Unique within the domain, and the same for as long as the event is the same one. */
  readonly uid: string
  readonly start: IsoDate
  readonly finish: IsoDate
  readonly summary: string
  readonly url?: string
  readonly critical?: boolean
  /** Grows with every change (RFC 5545, section 3.8.7.4), so that programs take the newer one. */
  readonly sequence?: number
  /** ISO instant in UTC of the last change. */
  readonly changedAt?: string
}

function eventLines(event: CalendarEvent, { domain, stamp }: CalendarHeading): string[] {
  const { uid, start, finish, summary, url, critical, sequence, changedAt } = event
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(uid)}@${domain}`,
    `DTSTAMP:${compact(stamp)}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    ...(changedAt === undefined ? [] : [`LAST-MODIFIED:${compact(changedAt.replace(/\.\d+Z$/, 'Z'))}`]),
    `DTSTART;VALUE=DATE:${compact(start)}`,
    // The end is the day after the last one.
    `DTEND;VALUE=DATE:${compact(fromDay(toDay(finish) + 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(critical ? ['CATEGORIES:CRITICAL'] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** Whole-day events as an iCalendar file (RFC 5545). */
export function calendarText(events: readonly CalendarEvent[], heading: CalendarHeading): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guatu//Schedule//ZH', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${escapeText(heading.name)}`,
    ...events.flatMap((event) => eventLines(event, heading)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

/** The early dates of every activity as whole-day events (RFC 5545); summaries included, in the order of the plan. */
export function scheduleToICalendar(input: ScheduleInput, outcome: Scheduled, heading: CalendarHeading): string {
  const names = new Map(input.activities.map(({ id, name }) => [id, name ?? id]))
  const events = outcome.activities.map(({ id, earlyStart, earlyFinish, critical }) => {
    return { uid: id, start: earlyStart, finish: earlyFinish, summary: names.get(id) ?? id, critical }
  })
  return calendarText(events, heading)
}
