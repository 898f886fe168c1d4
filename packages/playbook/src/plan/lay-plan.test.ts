import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, stageKeys, templates } from '../../test/arbitraries.ts'
import { isDated, planFaults, workdays } from '../../test/plan-checker.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { type LayPlanInput, layPlan } from './lay-plan.ts'

const calendar = chinaCalendar()
const today = '2026-11-21'
const template = planTemplateOf(sample)

const lay = (input: Partial<LayPlanInput>) =>
  layPlan({ template, start: null, finish: null, stage: 'idea', calendar, today, ...input })

const dates = (plan: ReturnType<typeof layPlan>) =>
  Object.fromEntries(plan.nodes.map((node) => [node.nodeKey, [node.plannedStart, node.plannedFinish]]))

const nodeOf = (plan: ReturnType<typeof layPlan>, key: string) => plan.nodes.find((node) => node.nodeKey === key)!

describe('backward from the finish', () => {
  const plan = lay({ finish: '2027-12-31' })

  test('the anchored node finishes on the last working day by the finish date', () => {
    expect(nodeOf(plan, 'accept').plannedFinish).toBe('2027-12-31')
    expect(nodeOf(lay({ finish: '2028-01-02' }), 'accept').plannedFinish).toBe('2027-12-31')
  })

  test('each node is as late as what follows lets it', () => {
    expect(dates(plan)).toMatchObject({
      accept: ['2027-12-27', '2027-12-31'],
      works: ['2027-10-04', '2027-12-24'],
      fittings: ['2027-11-15', '2027-12-24'],
      begin: ['2027-10-01', '2027-10-01'],
    })
  })

  test('what comes after the finish follows it', () => {
    expect(nodeOf(plan, 'archive').plannedStart).toBe('2028-01-03')
    expect(nodeOf(plan, 'archive')).toMatchObject({ floatWorkdays: null, critical: false })
  })

  test('the chain to the finish is critical, the shorter branch has more float', () => {
    const critical = plan.nodes.filter((node) => node.critical).map((node) => node.nodeKey)
    expect(critical).toEqual(['file', 'permit', 'begin', 'works', 'accept'])
    expect(nodeOf(plan, 'fittings').floatWorkdays! - nodeOf(plan, 'works').floatWorkdays!).toBe(30)
  })

  test('the first plan is the baseline', () => {
    for (const node of plan.nodes) {
      expect([node.baselineStart, node.baselineFinish]).toEqual([node.plannedStart, node.plannedFinish])
    }
  })

  test('holidays and swapped working days count as the State Council says', () => {
    const spring = lay({ today: '2026-01-05', finish: '2026-03-05', stage: 'build', start: null })
    expect(nodeOf(spring, 'accept').plannedFinish).toBe('2026-03-05')
    expect(planFaults(spring.nodes, spring.links, calendar)).toEqual([])
  })
})

describe('where an item stands', () => {
  test('nodes of earlier stages are done by the stage and no date is made up for them', () => {
    const plan = lay({ stage: 'build', finish: '2027-12-31' })
    for (const key of ['file', 'permit']) {
      expect(nodeOf(plan, key)).toMatchObject({
        done: true,
        doneBasis: 'stage',
        plannedStart: null,
        plannedFinish: null,
        actualStart: null,
        actualFinish: null,
        floatWorkdays: null,
      })
    }
    expect(nodeOf(plan, 'works')).toMatchObject({ done: false, doneBasis: null })
  })

  test('a finished item has only what follows its finish', () => {
    const plan = lay({ stage: 'end', finish: '2020-11-30' })
    expect(plan.nodes.filter((node) => !node.done).map((node) => node.nodeKey)).toEqual(['archive'])
    expect(nodeOf(plan, 'archive').plannedStart).toBe('2026-11-23')
    expect(plan.feasible).toBe(true)
  })
})

describe('what dates are known', () => {
  test('none: the nodes wait undated', () => {
    const plan = lay({})
    expect(plan.nodes.every((node) => node.plannedStart === null && node.floatWorkdays === null)).toBe(true)
    expect(plan).toMatchObject({ feasible: true, shortfallWorkdays: 0, chain: [] })
  })

  test('only a start ahead: backward to it, forward from it', () => {
    const plan = lay({ start: '2027-06-01' })
    expect(dates(plan)).toMatchObject({
      permit: ['2027-05-18', '2027-05-31'],
      begin: ['2027-06-01', '2027-06-01'],
      works: ['2027-06-02', '2027-08-24'],
    })
  })

  test('only a start behind: forward from today', () => {
    const plan = lay({ start: '2025-06-01' })
    expect(nodeOf(plan, 'file').plannedStart).toBe('2026-11-23')
  })

  test('both: elastic work fills the span between them', () => {
    const long = lay({ start: '2027-03-01', finish: '2028-12-29' })
    const short = lay({ start: '2027-03-01', finish: '2027-06-30' })
    expect(nodeOf(long, 'works').durationWorkdays).toBeGreaterThan(240)
    expect(nodeOf(short, 'works').durationWorkdays).toBeLessThanOrEqual(80)
    expect(nodeOf(long, 'accept').durationWorkdays).toBe(5)
    for (const plan of [long, short]) {
      const begin = nodeOf(plan, 'begin').plannedStart!
      expect(begin <= '2027-03-01').toBe(true)
      expect(begin > '2027-02-01').toBe(true)
    }
  })

  test('a start that passed unnoticed does not hold the plan', () => {
    expect(lay({ start: '2020-01-01', finish: '2027-12-31' }).feasible).toBe(true)
  })
})

describe('scarce room', () => {
  test('durations give way down to their shortest, and no node starts before today', () => {
    const plan = lay({ finish: '2027-02-10' })
    expect(plan.feasible).toBe(true)
    expect(nodeOf(plan, 'file').plannedStart! >= today).toBe(true)
    expect(nodeOf(plan, 'works').durationWorkdays).toBeLessThan(60)
    expect(nodeOf(plan, 'works').durationWorkdays).toBeGreaterThanOrEqual(20)
  })

  test('room too small says how much is missing and along which chain', () => {
    const plan = lay({ finish: '2026-12-11' })
    expect(plan.feasible).toBe(false)
    expect(plan.shortfallWorkdays).toBe(2 + 5 + 1 + 20 + 5 - 15)
    expect(plan.chain).toEqual(['file', 'permit', 'begin', 'works', 'accept'])
    expect(nodeOf(plan, 'accept').plannedFinish).toBe('2026-12-11')
    expect(nodeOf(plan, 'file').plannedStart! < today).toBe(true)
  })

  test('work under way may be nearly done, so its own stage may shrink to a day', () => {
    const plan = lay({ stage: 'build', finish: '2026-12-11' })
    expect(plan.feasible).toBe(true)
    expect(nodeOf(plan, 'works').durationWorkdays).toBeLessThan(20)
  })

  test('a finish that has passed keeps the dates as they were meant', () => {
    const plan = lay({ stage: 'build', finish: '2026-06-30' })
    expect(plan.feasible).toBe(false)
    expect(nodeOf(plan, 'accept').plannedFinish).toBe('2026-06-30')
    expect(nodeOf(plan, 'works').durationWorkdays).toBe(60)
  })
})

describe('who answers', () => {
  test('the named unit, the item’s own lead unit, and persons', () => {
    const leadOrgIdOf = (name: string) => ({ lead: 'org-lead', 区住建局: 'org-housing' })[name] ?? null
    const plan = lay({ leadOrgIdOf, ownerId: 'p1', leaderId: 'p2' })
    expect(nodeOf(plan, 'permit')).toMatchObject({ leadOrgId: 'org-housing', ownerId: 'p1', leaderId: 'p2' })
    expect(nodeOf(plan, 'works').leadOrgId).toBe('org-lead')
  })

  test('nobody where nobody is known', () => {
    expect(nodeOf(lay({}), 'permit')).toMatchObject({ leadOrgId: null, ownerId: null, leaderId: null })
  })

  test('matter and standard come from the template', () => {
    expect(nodeOf(lay({}), 'permit')).toMatchObject({ title: '节点 permit', standard: '看得见的结果', lamp: 'none' })
  })
})

describe('any template, any dates', () => {
  const maybe = fc.option(days)
  const inputs = fc.record({ template: templates, start: maybe, finish: maybe, stage: stageKeys, today: days })
  const laid = (input: Omit<LayPlanInput, 'calendar'>) => layPlan({ ...input, calendar })

  test('no link is broken, every date is a working day, every duration is as long as it says', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = laid(input)
        expect(planFaults(plan.nodes, plan.links, calendar)).toEqual([])
      }),
    )
  })

  test('a feasible plan never starts before today', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = laid(input)
        if (!plan.feasible) return
        for (const node of plan.nodes) if (isDated(node)) expect(node.plannedStart >= input.today).toBe(true)
      }),
    )
  })

  test('the anchored node finishes by the finish date, feasible or not', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = laid(input)
        const anchor = input.template.nodes.find((node) => node.anchor === 'finish')!
        const node = plan.nodes.find((candidate) => candidate.nodeKey === anchor.key)!
        if (input.finish === null || node.done) return
        expect(node.plannedFinish! <= input.finish).toBe(true)
      }),
    )
  })

  test('a shortfall is there exactly when the plan is not feasible', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = laid(input)
        expect(plan.shortfallWorkdays > 0).toBe(!plan.feasible)
        expect(plan.chain.length > 0).toBe(!plan.feasible)
      }),
    )
  })

  test('only elastic nodes grow, and only what can be shortened or is under way shrinks', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const [index, node] of laid(input).nodes.entries()) {
          const { durationWorkdays, elastic, shortestWorkdays, stage } = input.template.nodes[index]!
          if (node.durationWorkdays > durationWorkdays) expect(elastic).toBe(true)
          if (stage !== input.stage && node.durationWorkdays < durationWorkdays) {
            expect(node.durationWorkdays).toBeGreaterThanOrEqual(shortestWorkdays ?? (elastic ? 1 : durationWorkdays))
          }
        }
      }),
    )
  })

  test('nodes are open or done by the stage, in the order of the template', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = laid(input)
        expect(plan.nodes.map((node) => node.nodeKey)).toEqual(input.template.nodes.map((node) => node.key))
        const { stages } = input.template
        for (const node of plan.nodes) {
          expect(node.done).toBe(stages.indexOf(node.stage) < stages.indexOf(input.stage))
        }
      }),
    )
  })

  test('the plan is the same when it is asked for again', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const fresh = { ...input.template }
        expect(laid(input)).toEqual(laid(input))
        expect(laid({ ...input, template: fresh })).toEqual(laid(input))
      }),
      { numRuns: 40 },
    )
  })

  test('a later finish never asks for a shorter plan', () => {
    fc.assert(
      fc.property(templates, stageKeys, days, fc.integer({ min: 1, max: 400 }), (drawn, stage, finish, more) => {
        const later = calendar.addWorkdays(finish, more)
        const at = (date: string) => layPlan({ template: drawn, start: null, finish: date, stage, calendar, today })
        if (!at(finish).feasible || finish < today) return
        expect(at(later).feasible).toBe(true)
      }),
    )
  })

  test('float is the room between the earliest and the planned start', () => {
    const plan = lay({ finish: '2027-12-31' })
    const file = nodeOf(plan, 'file')
    expect(workdays('2026-11-23', file.plannedStart!, calendar) - 1).toBe(file.floatWorkdays)
  })
})
