import type { PlanNode } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, stageKeys, templates } from '../../test/arbitraries.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { type LaidOut, layPlan } from './lay-plan.ts'
import type { NodeChange } from './node-changes.ts'
import { type ReplanInput, replan } from './replan.ts'

const calendar = chinaCalendar()
const today = '2026-11-23'
const finish = '2027-12-31'
const template = planTemplateOf(sample)
const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today })

function replanned(changes: readonly NodeChange[], more: Partial<ReplanInput> = {}) {
  const outcome = replan({ template, nodes: laid.nodes, links: laid.links, finish, calendar, today, ...more, changes })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const floats = ({ nodes }: Pick<LaidOut, 'nodes'>) =>
  Object.fromEntries(nodes.map((node) => [node.nodeKey, [node.floatWorkdays, node.critical]]))
const floatOf = ({ nodes }: Pick<LaidOut, 'nodes'>, key: string) =>
  nodes.find((node) => node.nodeKey === key)!.floatWorkdays

const maybe = fc.option(days)
const inputs = fc.record({ template: templates, start: maybe, finish: maybe, stage: stageKeys, today: days })

describe('a plan and a change of it count float alike', () => {
  test('changing nothing gives the floats and critical marks that the plan was laid with', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = layPlan({ ...input, calendar })
        expect(floats(replanned([], { ...input, ...plan }))).toEqual(floats(plan))
      }),
    )
  })

  test('so does what leaves the dates alone', () => {
    const neutral = (node: PlanNode): readonly NodeChange[] => [
      { nodeKey: node.nodeKey, standard: '批文', ownerId: 'p1', leadOrgId: 'o1', leaderId: null },
      { nodeKey: node.nodeKey, durationWorkdays: node.durationWorkdays },
      { nodeKey: node.nodeKey, notBefore: null, actualStart: null },
    ]
    fc.assert(
      fc.property(inputs, fc.nat(), fc.nat(2), (input, pick, which) => {
        const plan = layPlan({ ...input, calendar })
        const open = plan.nodes.filter((node) => !node.done)
        const node = open[pick % Math.max(open.length, 1)]
        if (!node) return
        expect(floats(replanned([neutral(node)[which]!], { ...input, ...plan }))).toEqual(floats(plan))
      }),
    )
  })

  test('another deadline gives the floats of a plan laid for it with the same durations', () => {
    const later = '2028-06-30'
    const fresh = layPlan({ template, start: null, finish: later, stage: 'idea', calendar, today })
    expect(floats(replanned([], { newFinish: later }))).toEqual(floats(fresh))
  })

  test('a deadline moved and moved back leaves no trace in the floats', () => {
    fc.assert(
      fc.property(days, (other) => {
        const there = replanned([], { newFinish: other })
        const back = replanned([], { nodes: there.nodes, finish: other, newFinish: finish })
        expect(floats(back)).toEqual(floats(laid))
      }),
      { numRuns: 40 },
    )
  })
})

describe('total float', () => {
  /** Plans that keep their finish date, with one of the nodes that it governs. */
  const kept = fc
    .record({ template: templates, finish: days, stage: stageKeys, pick: fc.nat() })
    .map(({ pick, ...input }) => {
      const plan = layPlan({ ...input, start: null, calendar, today: '2024-07-01' })
      const bound = plan.nodes.filter((node) => node.floatWorkdays !== null)
      return { input: { ...input, today: '2024-07-01' }, plan, node: bound[pick % Math.max(bound.length, 1)] }
    })
    .filter(({ plan, node }) => plan.feasible && node !== undefined)

  /** The node dragged so far behind its latest start; a plan laid backward stands at its latest. */
  const dragged = (
    { input, plan, node }: { input: Pick<ReplanInput, 'finish' | 'today'>; plan: LaidOut; node?: PlanNode },
    by: number,
  ) =>
    replanned([{ nodeKey: node!.nodeKey, notBefore: calendar.addWorkdays(node!.plannedStart!, by) }], {
      ...input,
      ...plan,
    })

  test('used up, the finish date is just kept and nothing is left', () => {
    fc.assert(
      fc.property(kept, (drawn) => {
        const outcome = dragged(drawn, 0)
        expect(outcome.feasible).toBe(true)
        expect(floatOf(outcome, drawn.node!.nodeKey)).toBe(0)
      }),
    )
  })

  test('overdrawn, it is negative by as much as the finish date is missed', () => {
    fc.assert(
      fc.property(kept, fc.integer({ min: 1, max: 60 }), (drawn, by) => {
        const outcome = dragged(drawn, by)
        expect(outcome.shortfallWorkdays).toBe(by)
        expect(floatOf(outcome, drawn.node!.nodeKey)).toBe(-by)
        expect(outcome.nodes.find((node) => node.nodeKey === drawn.node!.nodeKey)!.critical).toBe(true)
      }),
    )
  })

  test('the least of a plan is what it lacks, where it lacks something', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = layPlan({ ...input, start: null, calendar })
        const least = Math.min(...plan.nodes.flatMap((node) => node.floatWorkdays ?? []))
        if (plan.feasible) expect(least).toBeGreaterThanOrEqual(0)
        else expect(least).toBe(-plan.shortfallWorkdays)
      }),
    )
  })

  test('there is none behind the finish, nor of what is done or undated', () => {
    expect(floatOf(laid, 'archive')).toBeNull()
    expect(floatOf(replanned([{ nodeKey: 'archive', notBefore: '2029-01-02' }]), 'archive')).toBeNull()
    expect(floatOf(replanned([{ nodeKey: 'file', actualFinish: '2026-11-20' }]), 'file')).toBeNull()
    const undated = layPlan({ template, start: null, finish: null, stage: 'idea', calendar, today })
    expect(new Set(Object.values(floats(undated)).flat())).toEqual(new Set([null, false]))
    expect(floats(replanned([], { nodes: undated.nodes, finish: null }))).toEqual(floats(undated))
  })

  test('a start fixed by hand takes from it, on its chain and nowhere else', () => {
    const before = floatOf(laid, 'fittings')!
    const earliest = calendar.addWorkdays(today, 16)
    const fixed = replanned([{ nodeKey: 'fittings', notBefore: calendar.addWorkdays(earliest, 20) }])
    expect(floatOf(fixed, 'fittings')).toBe(before - 20)
    expect(floatOf(fixed, 'works')).toBe(floatOf(laid, 'works'))
    expect(floatOf(replanned([{ nodeKey: 'fittings', notBefore: null }], { nodes: fixed.nodes }), 'fittings')).toBe(
      before,
    )
  })

  test('each working day that passes unused takes one', () => {
    const later = calendar.addWorkdays(today, 15)
    expect(floatOf(replanned([], { today: later }), 'works')).toBe(floatOf(laid, 'works')! - 15)
  })

  test('a longer duration takes as much, from what leads to it as well', () => {
    const longer = replanned([{ nodeKey: 'works', durationWorkdays: 70 }])
    for (const key of ['file', 'permit', 'begin', 'works', 'accept']) {
      expect(floatOf(longer, key)).toBe(floatOf(laid, key)! - 10)
    }
    expect(floatOf(longer, 'fittings')).toBe(floatOf(laid, 'fittings'))
  })
})

describe('float of work under way', () => {
  const started = (day: string) => replanned([{ nodeKey: 'works', actualStart: day }], { today: '2027-10-15' })

  test('counts from the finish that its start leads to', () => {
    // Begun eleven days after its planned start, of which National Day takes seven and the swapped Saturday gives one.
    const slip = calendar.workdaysBetween('2027-10-04', '2027-10-15')
    expect(floatOf(started('2027-10-15'), 'works')).toBe(-slip)
    expect(floatOf(started('2027-10-04'), 'works')).toBe(0)
  })

  test('what should long be finished can finish today at the earliest', () => {
    const overdue = replanned([{ nodeKey: 'file', actualStart: '2026-11-23' }], { today: '2027-10-15' })
    const latest = laid.nodes.find((node) => node.nodeKey === 'file')!.plannedFinish!
    expect(floatOf(overdue, 'file')).toBe(calendar.workdaysBetween('2027-10-15', latest))
  })

  test('what was done out of order holds nothing that leads to it', () => {
    const odd = replanned([{ nodeKey: 'permit', actualFinish: '2026-11-20' }])
    const free = calendar.workdaysBetween('2026-11-27', finish)
    expect(floatOf(odd, 'file')).toBe(free)
  })
})

describe('without a finish date', () => {
  test('float is against the plan’s own finish, before and after a change', () => {
    const forward = layPlan({ template, start: '2020-01-01', finish: null, stage: 'idea', calendar, today })
    expect(floats(forward)).toMatchObject({ works: [0, true], fittings: [30, false], archive: [null, false] })
    expect(floats(replanned([], { ...forward, finish: null }))).toEqual(floats(forward))
    const longer = replanned([{ nodeKey: 'fittings', durationWorkdays: 70 }], { ...forward, finish: null })
    expect(floats(longer)).toMatchObject({ fittings: [0, true], works: [10, false] })
  })

  test('a start ahead leaves the float that waiting for it gives', () => {
    const ahead = layPlan({ template, start: '2027-06-01', finish: null, stage: 'idea', calendar, today })
    const begin = ahead.nodes.find((node) => node.nodeKey === 'begin')!
    expect(begin.plannedStart).toBe('2027-06-01')
    expect(begin.floatWorkdays).toBe(calendar.workdaysBetween(calendar.addWorkdays(today, 15), '2027-06-01'))
  })

  test('once the finish is reached nothing is limited', () => {
    const done = layPlan({ template, start: null, finish: '2026-11-30', stage: 'end', calendar, today })
    expect(floats(replanned([], { ...done, finish: '2026-11-30' }))).toEqual(floats(done))
    expect(floatOf(done, 'archive')).toBeNull()
  })
})
