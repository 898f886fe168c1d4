import type { PlanNode } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, stageKeys, templates } from '../../test/arbitraries.ts'
import { isDated, planFaults } from '../../test/plan-checker.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { layPlan } from './lay-plan.ts'
import type { NodeChange } from './node-changes.ts'
import { type ReplanInput, type Replanned, replan } from './replan.ts'

const calendar = chinaCalendar()
const today = '2026-11-21'
const finish = '2027-12-31'
const template = planTemplateOf(sample)
const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today })

const base = { template, nodes: laid.nodes, links: laid.links, finish, calendar, today }

function moved(changes: readonly NodeChange[], more: Partial<ReplanInput> = {}): Replanned {
  const outcome = replan({ ...base, changes, ...more })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

function refusalsOf(changes: readonly NodeChange[], more: Partial<ReplanInput> = {}) {
  const outcome = replan({ ...base, changes, ...more })
  return outcome.kind === 'refused' ? outcome.refusals : []
}

const nodeOf = (nodes: readonly PlanNode[], key: string) => nodes.find((node) => node.nodeKey === key)!
const shifts = (plan: Replanned) => Object.fromEntries(plan.moved.map((node) => [node.nodeKey, node.workdays]))

describe('a dragged bar', () => {
  test('later pushes what follows and nothing else', () => {
    const plan = moved([{ nodeKey: 'works', notBefore: '2027-10-11' }])
    expect(nodeOf(plan.nodes, 'works').plannedStart).toBe('2027-10-11')
    expect(Object.keys(shifts(plan))).toEqual(['works', 'accept', 'archive'])
    expect(nodeOf(plan.nodes, 'works').notBefore).toBe('2027-10-11')
  })

  test('says by how much the finish slips and that the date is missed', () => {
    const plan = moved([{ nodeKey: 'works', notBefore: '2027-10-11' }])
    const slip = shifts(plan).works!
    expect(slip).toBeGreaterThan(0)
    expect(plan).toMatchObject({ finishShiftWorkdays: slip, feasible: false, shortfallWorkdays: slip })
    expect(plan.chain.at(-1)).toBe('accept')
  })

  test('into its own slack moves nothing else', () => {
    const early = moved([{ nodeKey: 'fittings', notBefore: '2027-10-11' }])
    expect(Object.keys(shifts(early))).toEqual(['fittings'])
    const back = moved([{ nodeKey: 'fittings', notBefore: '2027-11-01' }], { nodes: early.nodes })
    expect(Object.keys(shifts(back))).toEqual(['fittings'])
    expect(back).toMatchObject({ finishShiftWorkdays: 0, feasible: true })
  })

  test('earlier pulls what leads to it', () => {
    const plan = moved([{ nodeKey: 'begin', notBefore: '2027-08-02' }])
    expect(nodeOf(plan.nodes, 'begin').plannedStart).toBe('2027-08-02')
    expect(Object.keys(shifts(plan))).toEqual(['file', 'permit', 'begin'])
    expect(shifts(plan).permit).toBe(shifts(plan).begin)
    expect(plan.feasible).toBe(true)
  })

  test('earlier than today lets lands as early as the links let it', () => {
    const plan = moved([{ nodeKey: 'begin', notBefore: '2026-01-05' }])
    expect(nodeOf(plan.nodes, 'file').plannedStart).toBe('2026-11-23')
    expect(nodeOf(plan.nodes, 'begin').plannedStart).toBe('2026-12-14')
  })

  test('to a day off starts on the next working day', () => {
    const plan = moved([{ nodeKey: 'works', notBefore: '2027-10-16' }])
    expect(nodeOf(plan.nodes, 'works').plannedStart).toBe('2027-10-18')
  })

  test('gives an undated node its dates', () => {
    const undated = layPlan({ template, start: null, finish: null, stage: 'idea', calendar, today })
    const plan = moved([{ nodeKey: 'permit', notBefore: '2027-03-01' }], { nodes: undated.nodes, finish: null })
    expect(nodeOf(plan.nodes, 'permit')).toMatchObject({ plannedStart: '2027-03-01', plannedFinish: '2027-03-12' })
    expect(plan.moved).toEqual([
      {
        nodeKey: 'permit',
        fromStart: null,
        toStart: '2027-03-01',
        fromFinish: null,
        toFinish: '2027-03-12',
        workdays: 0,
      },
    ])
  })

  test('lifted again stays where it is', () => {
    const dragged = moved([{ nodeKey: 'works', notBefore: '2027-10-11' }])
    const lifted = moved([{ nodeKey: 'works', notBefore: null }], { nodes: dragged.nodes })
    expect(nodeOf(lifted.nodes, 'works').notBefore).toBeNull()
    expect(lifted.moved).toEqual([])
  })
})

describe('a changed duration', () => {
  test('longer keeps the start and pushes what follows', () => {
    const plan = moved([{ nodeKey: 'works', durationWorkdays: 70 }])
    expect(nodeOf(plan.nodes, 'works').plannedStart).toBe(nodeOf(laid.nodes, 'works').plannedStart)
    expect(shifts(plan)).toEqual({ works: 10, accept: 10, archive: 10 })
    expect(plan.shortfallWorkdays).toBe(10)
  })

  test('shorter moves nothing else', () => {
    const plan = moved([{ nodeKey: 'works', durationWorkdays: 50 }])
    expect(shifts(plan)).toEqual({ works: -10 })
  })

  test('of two nodes at once adds up along the chain', () => {
    const plan = moved([
      { nodeKey: 'permit', durationWorkdays: 12 },
      { nodeKey: 'works', durationWorkdays: 65 },
    ])
    expect(shifts(plan)).toMatchObject({ permit: 2, begin: 2, works: 7, accept: 7 })
  })
})

describe('what is reported', () => {
  test('an actual finish makes a node done and leaves its plan alone', () => {
    const plan = moved([{ nodeKey: 'file', actualStart: '2026-11-16', actualFinish: '2026-11-20' }])
    expect(nodeOf(plan.nodes, 'file')).toMatchObject({
      done: true,
      doneBasis: 'reported',
      plannedFinish: nodeOf(laid.nodes, 'file').plannedFinish,
      floatWorkdays: null,
    })
    expect(plan.moved).toEqual([])
  })

  test('a late finish pushes what follows', () => {
    const later = '2027-10-15'
    const plan = moved([{ nodeKey: 'permit', actualFinish: later }], { today: later })
    expect(nodeOf(plan.nodes, 'begin').plannedStart).toBe('2027-10-18')
    expect(plan.finishShiftWorkdays).toBeGreaterThan(0)
  })

  test('a late start pushes what follows by the duration left, not the node’s own plan', () => {
    const later = '2027-10-15'
    const plan = moved([{ nodeKey: 'works', actualStart: later }], { today: later })
    expect(nodeOf(plan.nodes, 'works').plannedFinish).toBe(nodeOf(laid.nodes, 'works').plannedFinish)
    expect(shifts(plan).accept).toBeGreaterThan(0)
  })

  test('taking a finish back opens the node again', () => {
    const done = moved([{ nodeKey: 'file', actualFinish: '2026-11-20' }])
    const open = moved([{ nodeKey: 'file', actualFinish: null }], { nodes: done.nodes })
    expect(nodeOf(open.nodes, 'file')).toMatchObject({ done: false, doneBasis: null, actualFinish: null })
  })
})

describe('another finish date', () => {
  test('lays every open node backward from it', () => {
    const plan = moved([], { newFinish: '2028-06-30' })
    expect(nodeOf(plan.nodes, 'accept').plannedFinish).toBe('2028-06-30')
    expect(plan.moved.map((node) => node.nodeKey)).toEqual(laid.nodes.map((node) => node.nodeKey))
    expect(plan.finishShiftWorkdays).toBeGreaterThan(100)
    expect(plan.feasible).toBe(true)
  })

  test('too near says what is missing', () => {
    const plan = moved([], { newFinish: '2026-12-31' })
    expect(plan.feasible).toBe(false)
    expect(plan.shortfallWorkdays).toBeGreaterThan(0)
    expect(plan.chain).toContain('works')
  })

  test('dates what had no dates', () => {
    const undated = layPlan({ template, start: null, finish: null, stage: 'prepare', calendar, today })
    const plan = moved([], { nodes: undated.nodes, finish: null, newFinish: finish })
    expect(plan.nodes.filter((node) => !node.done).every(isDated)).toBe(true)
  })

  test('keeps the baseline', () => {
    const plan = moved([], { newFinish: '2028-06-30' })
    expect(plan.nodes.map((node) => node.baselineFinish)).toEqual(laid.nodes.map((node) => node.baselineFinish))
  })
})

describe('the five-fix of a node', () => {
  test('changes without a date moving', () => {
    const plan = moved([{ nodeKey: 'works', ownerId: 'p1', leadOrgId: 'o1', leaderId: null, standard: '结顶' }])
    expect(plan.moved).toEqual([])
    expect(nodeOf(plan.nodes, 'works')).toMatchObject({ ownerId: 'p1', leadOrgId: 'o1', standard: '结顶' })
  })
})

describe('refusals', () => {
  test.each([
    ['an unknown node', { nodeKey: 'x', notBefore: '2027-01-04' }, 'nodes/x', '没有节点'],
    ['no date', { nodeKey: 'works', notBefore: '2027-02-30' }, 'nodes/works/notBefore', '不是日期'],
    ['half a day', { nodeKey: 'works', durationWorkdays: 1.5 }, 'nodes/works/durationWorkdays', '工作日'],
    ['a negative duration', { nodeKey: 'works', durationWorkdays: -1 }, 'nodes/works/durationWorkdays', '工作日'],
    ['an endless duration', { nodeKey: 'works', durationWorkdays: 5001 }, 'nodes/works/durationWorkdays', '5000'],
    ['a start in the future', { nodeKey: 'works', actualStart: '2026-11-22' }, 'nodes/works/actualStart', '晚于今天'],
    [
      'a finish in the future',
      { nodeKey: 'works', actualFinish: '2027-01-01' },
      'nodes/works/actualFinish',
      '晚于今天',
    ],
    [
      'a finish before its start',
      { nodeKey: 'works', actualStart: '2026-11-20', actualFinish: '2026-11-19' },
      'nodes/works/actualFinish',
      '早于实际开始 2026-11-20',
    ],
  ] as const)('%s', (_, change, path, words) => {
    const [refusal, ...more] = refusalsOf([change])
    expect(more).toEqual([])
    expect(refusal).toMatchObject({ code: 'PLAN_INVALID', path })
    expect(refusal!.message.zh).toContain(words)
    expect(refusal!.message.en).toMatch(/[a-z]/)
  })

  test('a finish that is no date', () => {
    for (const newFinish of ['2027-02-30', '2027-13-01', 'soon', '']) {
      expect(refusalsOf([], { newFinish })).toMatchObject([{ code: 'PLAN_INVALID', path: 'finish' }])
    }
    const paths = refusalsOf([{ nodeKey: 'x' }], { newFinish: '2027-02-30' }).map((refusal) => refusal.path)
    expect(paths).toEqual(['nodes/x', 'finish'])
  })

  test('all of them come at once', () => {
    const refusals = refusalsOf([
      { nodeKey: 'x' },
      { nodeKey: 'works', durationWorkdays: -1, actualStart: 'soon' },
      { nodeKey: 'begin', notBefore: 'soon' },
    ])
    expect(refusals.map((refusal) => refusal.path)).toEqual([
      'nodes/x',
      'nodes/works/actualStart',
      'nodes/works/durationWorkdays',
      'nodes/begin/notBefore',
    ])
  })

  test('a node that is done is not dragged', () => {
    const done = moved([{ nodeKey: 'file', actualFinish: '2026-11-20' }])
    const refusals = refusalsOf([{ nodeKey: 'file', notBefore: '2027-01-04' }], { nodes: done.nodes })
    expect(refusals.map((refusal) => refusal.path)).toEqual(['nodes/file/notBefore'])
  })

  test('an unknown node names the known ones', () => {
    expect(refusalsOf([{ nodeKey: 'x' }])[0]!.accepted).toEqual(laid.nodes.map((node) => node.nodeKey))
  })
})

describe('any plan, any change', () => {
  interface Drawn {
    readonly template: ReplanInput['template']
    readonly stage: string
    readonly finish: string
    readonly pick: number
    readonly notBefore?: string | undefined
    readonly durationWorkdays?: number | undefined
  }

  const drawn: fc.Arbitrary<Drawn> = fc.record({
    template: templates,
    stage: stageKeys,
    finish: days,
    pick: fc.nat(),
    notBefore: fc.option(days, { nil: undefined }),
    durationWorkdays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  })

  function apply({ template: network, stage, finish: due, pick, notBefore, durationWorkdays }: Drawn) {
    const plan = layPlan({ template: network, start: null, finish: due, stage, calendar, today })
    const open = plan.nodes.filter((node) => !node.done)
    const target = open[pick % Math.max(open.length, 1)]
    if (!target) return null
    const change = {
      nodeKey: target.nodeKey,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(durationWorkdays === undefined ? {} : { durationWorkdays }),
    }
    const { nodes, links } = plan
    const outcome = replan({ ...base, template: network, nodes, links, finish: due, changes: [change] })
    return outcome.kind === 'done' ? { plan, change, result: outcome.value } : null
  }

  test('no link is broken and every duration is kept', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply(input)
        if (applied) expect(planFaults(applied.result.nodes, applied.plan.links, calendar)).toEqual([])
      }),
    )
  })

  test('what moved is told, what did not is as it was', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply(input)
        if (!applied) return
        const told = new Set(applied.result.moved.map((node) => node.nodeKey))
        for (const [index, node] of applied.result.nodes.entries()) {
          const before = applied.plan.nodes[index]!
          const same = before.plannedStart === node.plannedStart && before.plannedFinish === node.plannedFinish
          expect(told.has(node.nodeKey)).toBe(!same)
        }
      }),
    )
  })

  test('a later drag moves nothing earlier, and nothing that the node does not lead to', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply({ ...input, durationWorkdays: undefined })
        if (!applied) return
        const before = nodeOf(applied.plan.nodes, applied.change.nodeKey)
        const { notBefore } = applied.change
        if (notBefore === undefined || notBefore < before.plannedStart!) return
        for (const node of applied.result.moved) expect(node.toStart! >= node.fromStart!).toBe(true)
        const reached = new Set([applied.change.nodeKey])
        for (const key of reached) {
          for (const link of applied.plan.links) if (link.from === key) reached.add(link.to)
        }
        for (const node of applied.result.moved) expect(reached.has(node.nodeKey)).toBe(true)
      }),
    )
  })

  test('changing nothing moves nothing', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply({ ...input, notBefore: undefined, durationWorkdays: undefined })
        if (applied) expect(applied.result.moved).toEqual([])
      }),
    )
  })

  test('the same change again moves nothing more', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply(input)
        if (!applied) return
        const again = replan({
          ...base,
          template: input.template,
          nodes: applied.result.nodes,
          links: applied.plan.links,
          finish: input.finish,
          changes: [applied.change],
        })
        if (again.kind === 'done') expect(again.value.moved).toEqual([])
      }),
    )
  })

  test('it says feasible exactly when the finish date is kept', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const applied = apply(input)
        if (!applied) return
        expect(applied.result.feasible).toBe(applied.result.shortfallWorkdays === 0)
      }),
    )
  })
})
