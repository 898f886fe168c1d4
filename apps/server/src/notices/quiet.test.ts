import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkday, nextAllowed, shanghaiDay, shanghaiHour, usualQuiet, workdaysOn } from './quiet.ts'

const local = (text: string) => new Date(`${text}+08:00`).toISOString()

test('within working hours of a workday nothing waits', () => {
  expect(nextAllowed(local('2026-11-20T10:30:00'), usualQuiet)).toBe(local('2026-11-20T10:30:00'))
})

test('evenings wait for the morning, Fridays for Monday, the National Day for its end', () => {
  expect(nextAllowed(local('2026-11-19T21:00:00'), usualQuiet)).toBe(local('2026-11-20T08:00:00'))
  expect(nextAllowed(local('2026-11-20T03:00:00'), usualQuiet)).toBe(local('2026-11-20T08:00:00'))
  expect(nextAllowed(local('2026-11-20T20:00:00'), usualQuiet)).toBe(local('2026-11-23T08:00:00'))
  expect(shanghaiDay(nextAllowed(local('2026-10-01T09:00:00'), usualQuiet))).toBe('2026-10-08')
})

test('a Saturday that is worked is a workday', () => {
  expect(isWorkday('2026-10-10')).toBe(true)
  expect(nextAllowed(local('2026-10-10T09:00:00'), usualQuiet)).toBe(local('2026-10-10T09:00:00'))
  expect(workdaysOn('2026-11-20', 3)).toBe('2026-11-25')
})

test('whatever is quiet, what comes out is not, and nothing earlier would do', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const quiet = fc.record({ quietFrom: hour, quietTo: hour, workdaysOnly: fc.boolean() })
  const instant = fc.integer({
    min: Date.parse(local('2026-01-01T00:00:00')),
    max: Date.parse(local('2026-12-01T00:00:00')),
  })
  fc.assert(
    fc.property(instant, quiet, (at, times) => {
      const asked = new Date(at).toISOString()
      const allowed = (text: string) => {
        const hourThen = shanghaiHour(text)
        const { quietFrom: from, quietTo: to } = times
        const silent = from <= to ? hourThen >= from && hourThen < to : hourThen >= from || hourThen < to
        return !silent && (!times.workdaysOnly || isWorkday(shanghaiDay(text)))
      }
      const next = nextAllowed(asked, times)
      expect(next >= asked).toBe(true)
      expect(allowed(next)).toBe(true)
      for (let hours = Math.floor((Date.parse(next) - at) / 3_600_000); hours >= 0; hours -= 1) {
        const earlier = new Date(at + hours * 3_600_000).toISOString()
        if (earlier < next) expect(allowed(earlier)).toBe(false)
      }
    }),
  )
})
