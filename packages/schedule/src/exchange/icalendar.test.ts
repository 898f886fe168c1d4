import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Scheduled, type ScheduleInput, schedule } from '../index.ts'
import { scheduleToICalendar } from './icalendar.ts'

const heading = { name: '南湖区重大项目', stamp: '2026-01-04T08:00:00Z', domain: 'guatu.example' }

function write(plan: ScheduleInput): string {
  return scheduleToICalendar(plan, schedule(plan) as Scheduled, heading)
}

const named = (name: string): ScheduleInput => ({
  calendar: 'cn',
  start: '2026-01-05',
  activities: [{ id: 'a', name, duration: 5 }],
})

/** Content lines with folding undone. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

/** A TEXT value read back. */
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))

describe('an iCalendar file', () => {
  it('has an event for each activity, ending the day after its last', () => {
    const plan: ScheduleInput = {
      calendar: 'cn',
      start: '2026-01-05',
      activities: [
        { id: 'a', name: '立项', duration: 5 },
        { id: 'm', duration: 0 },
      ],
      links: [{ from: 'a', to: 'm' }],
    }
    expect(write(plan)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Guatu//Schedule//ZH',
        'CALSCALE:GREGORIAN',
        'X-WR-CALNAME:南湖区重大项目',
        'BEGIN:VEVENT',
        'UID:a@guatu.example',
        'DTSTAMP:20260104T080000Z',
        'DTSTART;VALUE=DATE:20260105',
        'DTEND;VALUE=DATE:20260110',
        'SUMMARY:立项',
        'CATEGORIES:CRITICAL',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:m@guatu.example',
        'DTSTAMP:20260104T080000Z',
        'DTSTART;VALUE=DATE:20260109',
        'DTEND;VALUE=DATE:20260110',
        'SUMMARY:m',
        'CATEGORIES:CRITICAL',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it.each([
    ['a;b,c', 'a\\;b\\,c'],
    ['a\\b', 'a\\\\b'],
    ['a\nb', 'a\\nb'],
    ['a\r\nb', 'a\\nb'],
    ['a\rb', 'a\\nb'],
    ['a\u0000\tb', 'ab'],
    ['a:b"c', 'a:b"c'],
  ])('escapes %j', (name, escaped) => {
    expect(unfolded(write(named(name)))).toContain(`SUMMARY:${escaped}`)
  })

  it('cannot be made to say more than its names', () => {
    const text = write(named('x\r\nEND:VEVENT\r\nBEGIN:VALARM'))
    expect(text.split('\r\n').filter((line) => line === 'END:VEVENT')).toHaveLength(1)
    expect(text).not.toContain('\r\nBEGIN:VALARM')
  })

  it('has no line longer than 75 octets and splits no character, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const text = write(named(name))
        const isShort = text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)
        return isShort && !/[\ud800-\udbff](?![\udc00-\udfff])/.test(text.replaceAll(/\r\n /g, '|'))
      }),
    )
  })

  it('gives the name back when unfolded and unescaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 120 }), (name) => {
        const line = unfolded(write(named(name))).find((each) => each.startsWith('SUMMARY:'))
        const expected = name.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
        return unescaped(line!.slice('SUMMARY:'.length)) === expected
      }),
    )
  })

  it('keeps ids with odd signs apart', () => {
    const plan: ScheduleInput = {
      ...named('x'),
      activities: [
        { id: 'a b', duration: 1 },
        { id: 'a;b', duration: 1 },
      ],
    }
    const uids = unfolded(write(plan)).filter((line) => line.startsWith('UID:'))
    expect(uids).toEqual(['UID:a%20b@guatu.example', 'UID:a%3Bb@guatu.example'])
  })
})
