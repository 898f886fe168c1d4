import { type DifferenceKind, differenceKinds } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePlans, type PlanComparison } from './compare-plans.ts'
import type { ComparedItem, ComparedNode, PlanSide } from './sides.ts'

const calendar = chinaCalendar()
const day = fc.integer({ min: 0, max: 700 }).map((days) => {
  return new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
})
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** Units keep their nodes, so that counts by unit mirror too. */
const nodeOf = (nodeKey: string): fc.Arbitrary<ComparedNode> =>
  fc
    .record({
      plannedStart: maybe(day),
      plannedFinish: maybe(day),
      baselineFinish: maybe(day),
      actualFinish: maybe(day),
      done: fc.boolean(),
    })
    .map((node) => ({
      ...node,
      nodeKey,
      actualFinish: node.done ? node.actualFinish : null,
      orgId: nodeKey === 'a' ? null : 'bureau',
    }))

const itemOf = (itemId: string): fc.Arbitrary<ComparedItem> =>
  fc.record({
    itemId: fc.constant(itemId),
    deadline: maybe(day),
    orgId: fc.constant(itemId === 'one' ? 'town' : null),
    nodes: fc
      .tuple(...['a', 'b', 'c', 'd'].map((key) => maybe(nodeOf(key))))
      .map((nodes) => nodes.filter((node) => node !== null)),
  })

const side: fc.Arbitrary<PlanSide> = fc.record({
  day: maybe(day),
  items: fc
    .tuple(...['one', 'two', 'three'].map((itemId) => maybe(itemOf(itemId))))
    .map((items) => items.filter((item) => item !== null)),
})

const mirrors: Readonly<Record<DifferenceKind, DifferenceKind>> = {
  noLonger: 'nowMeets',
  nowMeets: 'noLonger',
  later: 'earlier',
  earlier: 'later',
  finished: 'reopened',
  reopened: 'finished',
  added: 'gone',
  gone: 'added',
  dated: 'undated',
  undated: 'dated',
}
const negated = (workdays: number | null) => (workdays === null ? null : 0 - workdays)
const inOrder = <T extends object>(rows: readonly T[], key: keyof T) =>
  rows.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
const mirroredCounts = (counts: PlanComparison['counts']) =>
  Object.fromEntries(
    differenceKinds.map((kind) => [kind, counts[mirrors[kind]]]),
  ) as unknown as PlanComparison['counts']

function ordered({ items, counts, units }: PlanComparison) {
  const told = items.map((item) => ({
    ...item,
    nodes: inOrder(
      item.nodes.map((node) => ({ ...node, kinds: node.kinds.toSorted() })),
      'nodeKey',
    ),
  }))
  return { items: inOrder(told, 'itemId'), counts, units: inOrder(units, 'orgId') }
}

function mirrored({ items, counts, units }: PlanComparison) {
  const turned = { changed: 'changed', added: 'gone', gone: 'added' } as const
  return {
    items: items.map((item) => ({
      ...item,
      kind: turned[item.kind],
      from: item.to,
      to: item.from,
      deadlineWorkdays: negated(item.deadlineWorkdays),
      finishWorkdays: negated(item.finishWorkdays),
      nodes: item.nodes.map((node) => ({
        ...node,
        kinds: node.kinds.map((kind) => mirrors[kind]),
        from: node.to,
        to: node.from,
        startWorkdays: negated(node.startWorkdays),
        finishWorkdays: negated(node.finishWorkdays),
      })),
    })),
    counts: mirroredCounts(counts),
    units: units.map((row) => ({ ...row, counts: mirroredCounts(row.counts) })),
  }
}

describe('any two plans', () => {
  test('a plan compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(side, (plan) => {
        const { items, counts, units } = comparePlans(plan, plan, calendar)
        expect(items).toEqual([])
        expect(units).toEqual([])
        expect(new Set(Object.values(counts))).toEqual(new Set([0]))
      }),
    )
  })

  test('the other way round it is the mirror', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const forth = comparePlans(a, b, calendar)
        const back = comparePlans(b, a, calendar)
        expect(ordered(back)).toEqual(ordered(mirrored(forth)))
      }),
    )
  })

  test('the counts are those of the rows, and of the units taken together', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { items, counts, units } = comparePlans(a, b, calendar)
        for (const kind of differenceKinds) {
          const rows = items.flatMap(({ nodes }) => nodes).filter(({ kinds }) => kinds.includes(kind))
          expect(rows).toHaveLength(counts[kind])
          expect(units.reduce((sum, row) => sum + row.counts[kind], 0)).toBe(counts[kind])
        }
      }),
    )
  })

  test('each item and each node is told at most once, and only where something differs', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { items } = comparePlans(a, b, calendar)
        expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(items.length)
        for (const { kind, nodes, deadlineWorkdays, from, to } of items) {
          expect(new Set(nodes.map(({ nodeKey }) => nodeKey)).size).toBe(nodes.length)
          expect(nodes.every(({ kinds }) => kinds.length > 0 && new Set(kinds).size === kinds.length)).toBe(true)
          if (kind !== 'changed') expect([nodes, deadlineWorkdays]).toEqual([[], null])
          else expect(nodes.length > 0 || from?.deadline !== to?.deadline).toBe(true)
        }
      }),
    )
  })
})

const plain: ComparedNode = {
  nodeKey: 'permit',
  plannedStart: '2026-09-01',
  plannedFinish: '2026-09-30',
  baselineFinish: '2026-09-30',
  actualFinish: null,
  done: false,
  orgId: null,
}
const sideOf = (at: string | null, ...nodes: readonly ComparedNode[]): PlanSide => ({
  day: at,
  items: [{ itemId: 'x', deadline: '2027-06-30', orgId: 'town', nodes }],
})
const kindsOf = (from: PlanSide, to: PlanSide) =>
  comparePlans(from, to, calendar).items.flatMap(({ nodes }) => nodes.flatMap(({ kinds }) => kinds))

describe('the promised finish', () => {
  const then = sideOf('2026-08-03', plain)

  test('planned behind its baseline, a node keeps it no longer; drawn back, it does', () => {
    const slipped = sideOf('2026-09-01', { ...plain, plannedFinish: '2026-10-16' })
    expect(kindsOf(then, slipped)).toEqual(['noLonger', 'later'])
    expect(kindsOf(slipped, sideOf('2026-09-02', plain))).toEqual(['nowMeets', 'earlier'])
  })

  test('a day that passes breaks it, though nobody planned anything else', () => {
    expect(kindsOf(then, sideOf('2026-09-30', plain))).toEqual([])
    expect(kindsOf(then, sideOf('2026-10-01', plain))).toEqual(['noLonger'])
  })

  test('done in time it is kept, done late it is not, done by its stage alone nothing can be said', () => {
    const done = (actualFinish: string | null) => sideOf('2026-10-20', { ...plain, done: true, actualFinish })
    expect(kindsOf(then, done('2026-09-30'))).toEqual(['finished'])
    expect(kindsOf(then, done('2026-10-09'))).toEqual(['noLonger', 'finished'])
    expect(kindsOf(then, done(null))).toEqual(['finished'])
    expect(kindsOf(sideOf('2026-10-10', plain), done('2026-09-30'))).toEqual(['nowMeets', 'finished'])
  })

  test('another baseline put in force makes the same plan keep its date', () => {
    const late = { ...plain, plannedFinish: '2026-10-16' }
    expect(
      kindsOf(sideOf('2026-09-01', late), sideOf('2026-09-02', { ...late, baselineFinish: '2026-10-16' })),
    ).toEqual(['nowMeets'])
  })

  test('beside a baseline both are held to it, whatever is in force since', () => {
    const frozen = sideOf(null, plain)
    const moved = { ...plain, plannedFinish: '2026-10-16', baselineFinish: '2026-10-16' }
    expect(kindsOf(frozen, sideOf('2026-09-02', moved))).toEqual(['noLonger', 'later'])
    expect(kindsOf(sideOf('2026-09-02', moved), frozen)).toEqual(['nowMeets', 'earlier'])
    expect(kindsOf(frozen, sideOf(null, moved))).toEqual(['later'])
  })

  test('what was done when a baseline was frozen is not promised by it', () => {
    const done = { ...plain, done: true, actualFinish: '2026-10-16' }
    expect(kindsOf(sideOf(null, done), sideOf('2026-12-01', done))).toEqual([])
    expect(kindsOf(sideOf(null, plain), sideOf('2026-12-01', done))).toEqual(['noLonger', 'finished'])
  })

  test('what was never promised, or is not on the baseline, is not judged', () => {
    const free = { ...plain, baselineFinish: null }
    expect(kindsOf(sideOf('2026-08-03', free), sideOf('2026-12-01', free))).toEqual([])
    expect(kindsOf(sideOf(null), sideOf('2026-12-01', plain))).toEqual(['added'])
  })
})

describe('what moved', () => {
  test('is told in workdays of the State Council’s calendar', () => {
    const later = sideOf('2026-09-01', { ...plain, plannedStart: '2026-09-02', plannedFinish: '2026-10-09' })
    const [item] = comparePlans(sideOf('2026-09-01', plain), later, calendar).items
    // National Day of 2026 is off from 1 to 7 October.
    expect(item?.nodes[0]).toMatchObject({ startWorkdays: 1, finishWorkdays: 2 })
    expect(item).toMatchObject({ kind: 'changed', finishWorkdays: 2, deadlineWorkdays: 0 })
  })

  test('a start alone counts, and a date that comes or goes is told as such', () => {
    const day = '2026-08-03'
    const base = sideOf(day, plain)
    expect(kindsOf(base, sideOf(day, { ...plain, plannedStart: '2026-09-08' }))).toEqual(['later'])
    const bare = { ...plain, plannedStart: null, plannedFinish: null, baselineFinish: null }
    expect(kindsOf(sideOf(day, bare), base)).toEqual(['dated'])
    expect(kindsOf(base, sideOf(day, bare))).toEqual(['undated'])
  })

  test('a deadline that moves alone is a difference of the item', () => {
    const base = sideOf('2026-08-03', plain)
    const to = { ...base, items: [{ ...base.items[0]!, deadline: '2027-07-30' }] }
    const { items, counts } = comparePlans(base, to, calendar)
    expect(items).toMatchObject([{ kind: 'changed', deadlineWorkdays: 22, finishWorkdays: 0, nodes: [] }])
    expect(counts.later).toBe(0)
  })
})

test('items that come and go are told whole; nodes are counted for their unit, else for the item’s', () => {
  const base = sideOf('2026-08-03', plain, { ...plain, nodeKey: 'works', orgId: 'bureau' })
  const moved = base.items[0]!.nodes.map((node) => ({ ...node, plannedFinish: '2026-10-16' }))
  const to = {
    day: '2026-08-03',
    items: [
      { ...base.items[0]!, nodes: moved },
      { ...base.items[0]!, itemId: 'y' },
    ],
  }
  const { items, units, counts } = comparePlans(base, to, calendar)
  expect(items.map(({ itemId, kind }) => [itemId, kind])).toEqual([
    ['x', 'changed'],
    ['y', 'added'],
  ])
  expect(units.map(({ orgId, counts: own }) => [orgId, own.later])).toEqual([
    ['town', 1],
    ['bureau', 1],
  ])
  expect(counts).toMatchObject({ later: 2, noLonger: 2, added: 0 })
})
