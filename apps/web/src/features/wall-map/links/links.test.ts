import type { LinkReply } from '@guatu/contract'
import { chinaCalendar, schedule, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexRows, wallRows } from '../rows/row-model.ts'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { drivingPredecessor } from './driving.ts'
import { arrowOf, pathOf, routeLink } from './route.ts'
import { visibleLinks } from './visible-links.ts'

const calendar = chinaCalendar()
const types = ['FS', 'SS', 'FF', 'SF'] as const
const ROW = 30
const bar = fc
  .record({ startX: fc.integer({ min: 0, max: 2000 }), width: fc.integer({ min: 1, max: 400 }), row: fc.nat(40) })
  .map(({ startX, width, row }) => ({ startX, endX: startX + width, y: row * ROW + ROW / 2 }))

describe('the way of a link', () => {
  it('runs straight down where the successor starts later', () => {
    const points = routeLink('FS', { startX: 0, endX: 50, y: 15 }, { startX: 100, endX: 150, y: 45 }, ROW)
    expect(points).toEqual([
      [50, 15],
      [57, 15],
      [57, 45],
      [100, 45],
    ])
    expect(pathOf(points)).toBe('M50 15L57 15L57 45L100 45')
    expect(arrowOf(points)).toBe('M100 45l-5 -3.5v7z')
  })

  it('goes round between the rows where it starts earlier', () => {
    const points = routeLink('FS', { startX: 0, endX: 50, y: 15 }, { startX: 20, endX: 90, y: 75 }, ROW)
    expect(points).toEqual([
      [50, 15],
      [57, 15],
      [57, 60],
      [13, 60],
      [13, 75],
      [20, 75],
    ])
  })

  it('is orthogonal, from the right end to the right end, for all four kinds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), bar, bar, (type, from, to) => {
        const points = routeLink(type, from, to, ROW)
        expect(points[0]).toEqual([type === 'FS' || type === 'FF' ? from.endX : from.startX, from.y])
        expect(points.at(-1)).toEqual([type === 'FS' || type === 'SS' ? to.startX : to.endX, to.y])
        points.slice(1).forEach(([x, y], place) => {
          const [beforeX, beforeY] = points[place]!
          expect(x === beforeX || y === beforeY).toBe(true)
        })
        // The last leg enters the bar from outside, so that the arrow head is seen.
        const into = points.at(-1)![0] - points.at(-2)![0]
        expect(Math.sign(into)).toBe(type === 'FS' || type === 'SS' ? 1 : -1)
      }),
    )
  })
})

const link = (from: string, to: string, different: Partial<LinkReply> = {}): LinkReply => ({
  from,
  to,
  type: 'FS',
  lagWorkdays: 0,
  soft: false,
  ...different,
})

/** Activities `n0`, `n1`, ... as early as the engine lets them be. */
function laidForward(lengths: readonly number[], links: readonly LinkReply[]) {
  const outcome = schedule({
    calendar: 'cn',
    start: '2026-03-02',
    activities: lengths.map((duration, place) => ({ id: `n${place}`, duration })),
    links: links.map(({ lagWorkdays: lag, from, to, type }) => ({ from, to, type, lag })),
  })
  if (outcome.kind === 'refused') throw new Error('refused')
  return outcome
}

describe('the driving predecessor', () => {
  const a = testNode('a', { plannedStart: '2026-03-02', plannedFinish: '2026-03-06' })
  const b = testNode('b', { plannedStart: '2026-03-02', plannedFinish: '2026-03-13' })
  const c = testNode('c', { plannedStart: '2026-03-16', plannedFinish: '2026-03-20', durationWorkdays: 5 })
  const driverOf = (links: LinkReply[], node = c) =>
    drivingPredecessor(testItem('x', [a, b, node], { links }), 'c', calendar)?.node.nodeKey ?? null

  it('is the one that lets the node start last', () => {
    expect(driverOf([link('a', 'c'), link('b', 'c')])).toBe('b')
    expect(driverOf([link('a', 'c', { lagWorkdays: 6 }), link('b', 'c')])).toBe('a')
    expect(driverOf([link('a', 'c'), link('b', 'c', { type: 'SS' })])).toBe('a')
    expect(driverOf([link('a', 'c'), link('b', 'c', { type: 'FF', lagWorkdays: 1 })])).toBe('b')
  })

  it('is the one that the engine says, for any links', () => {
    const ends = fc.record({
      from: fc.nat(4),
      type: fc.constantFrom(...types),
      lagWorkdays: fc.integer({ min: -3, max: 15 }),
    })
    const durations = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 6 }), durations, (drawn, lengths) => {
        const last = lengths.length - 1
        const links = drawn.map(({ from, ...more }) => link(`n${from}`, `n${last}`, more))
        const outcome = laidForward(lengths, links)
        const nodes = outcome.activities.map(({ id, earlyStart, earlyFinish }, place) =>
          testNode(id, { plannedStart: earlyStart, plannedFinish: earlyFinish, durationWorkdays: lengths[place]! }),
        )
        const { driver } = outcome.activities.at(-1)!
        const found = drivingPredecessor(testItem('x', nodes, { links }), `n${last}`, calendar)
        if (driver === null) return
        // Of two that hold it equally either may be named: what counts is that it starts when that one lets it.
        const again = laidForward(
          lengths,
          links.filter((one) => one === found?.link),
        )
        expect(again.activities.at(-1)!.earlyStart).toBe(outcome.activities.at(-1)!.earlyStart)
      }),
    )
  })

  it('is nobody without links, or where a hand fixed a later start', () => {
    expect(driverOf([])).toBeNull()
    expect(driverOf([link('a', 'c')], { ...c, notBefore: '2026-03-16' })).toBeNull()
    expect(driverOf([link('a', 'c')], { ...c, notBefore: '2026-03-02' })).toBe('a')
  })
})

describe('links that are drawn', () => {
  const rows = wallRows(
    generatedWall(40, 10),
    { mode: 'all', flipped: new Set() },
    { critical: false, late: false },
    testToday,
  )
  const around = {
    rows,
    rowIndex: indexRows(rows),
    scale: { firstDay: toDay('2024-01-01'), endDay: toDay('2030-01-01'), dayWidth: 5 },
    rowHeight: ROW,
    firstRow: 105,
    lastRow: 130,
    selectedItemId: null,
  }

  it('have both ends on screen', () => {
    const drawn = visibleLinks(around)
    expect(drawn.length).toBeGreaterThan(10)
    for (const { points } of drawn) {
      for (const [, y] of [points[0]!, points.at(-1)!]) {
        expect(y).toBeGreaterThanOrEqual(105 * ROW)
        expect(y).toBeLessThanOrEqual(131 * ROW)
      }
    }
  })

  it('reach beyond the screen for the selected project', () => {
    const selectedItemId = rows[105]!.item.itemId
    const selected = visibleLinks({ ...around, selectedItemId }).filter((line) => line.selected)
    expect(selected.length).toBeGreaterThan(
      visibleLinks(around).filter((line) => line.key.startsWith(selectedItemId)).length,
    )
  })
})
