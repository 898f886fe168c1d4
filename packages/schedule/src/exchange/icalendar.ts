import { fromDay, toDay } from '../calendar/day.ts'
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

/** The early dates of every activity as whole-day events (RFC 5545); summaries included, in the order of the plan. */
export function scheduleToICalendar(input: ScheduleInput, outcome: Scheduled, heading: CalendarHeading): string {
  const names = new Map(input.activities.map(({ id, name }) => [id, name ?? id]))
  const events = outcome.activities.flatMap(({ id, earlyStart, earlyFinish, critical }) => [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(id)}@${heading.domain}`,
    `DTSTAMP:${compact(heading.stamp)}`,
    `DTSTART;VALUE=DATE:${compact(earlyStart)}`,
    // The end is the day after the last one.
    `DTEND;VALUE=DATE:${compact(fromDay(toDay(earlyFinish) + 1))}`,
    `SUMMARY:${escapeText(names.get(id) ?? id)}`,
    ...(critical ? ['CATEGORIES:CRITICAL'] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guatu//Schedule//ZH', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${escapeText(heading.name)}`,
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
