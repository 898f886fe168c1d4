import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsRenewal, timeLeft, WARNING_SECONDS } from './time-out.ts'

const at = (seconds: number, idleMinutes = 30) => ({ lastAnswerAt: 0, now: seconds * 1000, idleMinutes })

describe('what is left of a session', () => {
  it('warns two minutes before its end', () => {
    expect(timeLeft(at(0))).toEqual({ kind: 'far' })
    expect(timeLeft(at(28 * 60 - 1))).toEqual({ kind: 'far' })
    expect(timeLeft(at(28 * 60))).toEqual({ kind: 'near', secondsLeft: WARNING_SECONDS })
    expect(timeLeft(at(30 * 60 - 1))).toEqual({ kind: 'near', secondsLeft: 1 })
    expect(timeLeft(at(30 * 60))).toEqual({ kind: 'over' })
  })

  it('warns later where a session is short', () => {
    expect(timeLeft(at(44, 1))).toEqual({ kind: 'far' })
    expect(timeLeft(at(45, 1))).toEqual({ kind: 'near', secondsLeft: 15 })
  })

  it('renews whoever is at work before any warning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_080 }), fc.integer({ min: 0, max: 700_000 }), (idleMinutes, seconds) => {
        const idle = at(seconds, idleMinutes)
        if (timeLeft(idle).kind !== 'far') expect(needsRenewal(idle)).toBe(true)
      }),
    )
    expect(needsRenewal(at(299))).toBe(false)
    expect(needsRenewal(at(301))).toBe(true)
  })
})
