import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OffsetActivity, type OffsetLink, scheduleOffsets } from './offset-network.ts'

const activity = (key: string, duration: number, more: Partial<OffsetActivity> = {}): OffsetActivity => ({
  key,
  duration,
  ...more,
})

const link = (from: string, to: string, more: Partial<OffsetLink> = {}): OffsetLink => ({
  from,
  to,
  type: 'FS',
  lagWorkdays: 0,
  ...more,
})

const diamond = [activity('a', 2), activity('b', 5), activity('c', 3), activity('d', 1)]
const diamondLinks = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')]

const forward = (activities: readonly OffsetActivity[], links: readonly OffsetLink[], start = 0) =>
  scheduleOffsets(activities, links, { direction: 'forward', start })

describe('forward', () => {
  test('each starts when what precedes it is finished', () => {
    const { dates } = forward(diamond, diamondLinks)
    expect([...dates].map(([key, { earlyStart, earlyFinish }]) => [key, earlyStart, earlyFinish])).toEqual([
      ['a', 0, 1],
      ['b', 2, 6],
      ['c', 2, 4],
      ['d', 7, 7],
    ])
  })

  test('float is what the shorter branch can wait', () => {
    const { dates } = forward(diamond, diamondLinks)
    expect([...dates].map(([key, { floatWorkdays, critical }]) => [key, floatWorkdays, critical])).toEqual([
      ['a', 0, true],
      ['b', 0, true],
      ['c', 2, false],
      ['d', 0, true],
    ])
  })

  test.each([
    ['FS', 0, 5],
    ['FS', 3, 8],
    ['FS', -2, 3],
    ['SS', 0, 0],
    ['SS', 2, 2],
    ['FF', 0, 2],
    ['FF', 4, 6],
  ] as const)('%s with a lag of %i starts the second at %i', (type, lagWorkdays, start) => {
    const links = [link('a', 'b', { type, lagWorkdays })]
    expect(forward([activity('a', 5), activity('b', 3)], links).dates.get('b')!.earlyStart).toBe(start)
  })

  test('a start not earlier, a fixed start, an actual start', () => {
    const start = (more: Partial<OffsetActivity>) =>
      forward([activity('a', 5), activity('b', 3, more)], [link('a', 'b')]).dates.get('b')!.earlyStart
    expect(start({ constraint: { type: 'not-earlier', at: 9 } })).toBe(9)
    expect(start({ constraint: { type: 'not-earlier', at: 2 } })).toBe(5)
    expect(start({ fixedStart: 2 })).toBe(2)
    expect(start({ actualStart: 3 })).toBe(3)
  })

  test('an actual finish holds what follows', () => {
    const done = activity('a', 5, { actualStart: -10, actualFinish: 7 })
    expect(forward([done, activity('b', 3)], [link('a', 'b')], -10).dates.get('b')!.earlyStart).toBe(8)
  })

  test('a deadline moves nothing and tells the shortfall with its chain', () => {
    const late = diamond.map((one) => (one.key === 'd' ? { ...one, deadline: 4 } : one))
    const result = forward(late, diamondLinks)
    expect(result.dates.get('d')!.earlyFinish).toBe(7)
    expect(result).toMatchObject({ feasible: false, shortfallWorkdays: 3, chain: ['a', 'b', 'd'] })
    expect(result.dates.get('d')!.floatWorkdays).toBe(-3)
  })

  test('links to what is not given are left out', () => {
    expect(forward([activity('b', 3)], [link('a', 'b')]).dates.get('b')!.earlyStart).toBe(0)
  })

  test('nothing to schedule is nothing', () => {
    expect(forward([], []).dates.size).toBe(0)
  })

  test('a cycle is a bug here: definitions have none', () => {
    expect(() => forward(diamond, [...diamondLinks, link('d', 'a')])).toThrow()
  })
})

describe('backward', () => {
  const backward = (deadline: number, start = 0) =>
    scheduleOffsets(diamond, diamondLinks, { direction: 'backward', start, deadline })

  test('each is as late as what follows lets it', () => {
    const { dates } = backward(20)
    expect([...dates].map(([key, { lateStart, lateFinish }]) => [key, lateStart, lateFinish])).toEqual([
      ['a', 13, 14],
      ['b', 15, 19],
      ['c', 17, 19],
      ['d', 20, 20],
    ])
  })

  test('room and shortfall meet at the length of the longest way', () => {
    expect(backward(7)).toMatchObject({ feasible: true, shortfallWorkdays: 0, chain: [] })
    expect(backward(6)).toMatchObject({ feasible: false, shortfallWorkdays: 1, chain: ['a', 'b', 'd'] })
    expect(backward(-1)).toMatchObject({ feasible: false, shortfallWorkdays: 8 })
  })

  test('offsets are all that counts: shifting everything shifts the answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 0, max: 40 }), (shift, room) => {
        const here = backward(room)
        const there = backward(room + shift, shift)
        expect(there.feasible).toBe(here.feasible)
        expect(there.shortfallWorkdays).toBe(here.shortfallWorkdays)
        for (const [key, dates] of here.dates) {
          expect(there.dates.get(key)!.lateStart - shift).toBe(dates.lateStart)
          expect(there.dates.get(key)!.floatWorkdays).toBe(dates.floatWorkdays)
        }
      }),
    )
  })
})

describe('any chain', () => {
  test('is as long as the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }), (durations) => {
        const activities = durations.map((duration, index) => activity(`n${index}`, duration))
        const links = durations.slice(1).map((_, index) => link(`n${index}`, `n${index + 1}`))
        const { dates } = forward(activities, links)
        const total = durations.reduce((sum, duration) => sum + duration, 0)
        expect(dates.get(`n${durations.length - 1}`)!.earlyFinish).toBe(total - 1)
        expect([...dates.values()].every((one) => one.critical && one.floatWorkdays === 0)).toBe(true)
      }),
    )
  })
})
