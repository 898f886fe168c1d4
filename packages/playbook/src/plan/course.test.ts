import type { PlanNode } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templates } from '../../test/arbitraries.ts'
import { isDated, planFaults, workdays } from '../../test/plan-checker.ts'
import { sample } from '../../test/sample.ts'
import { lightLamps } from '../lamp/light.ts'
import { planTemplateOf } from '../plan-template.ts'
import { layPlan } from './lay-plan.ts'
import type { NodeChange } from './node-changes.ts'
import { type ReplanInput, replan } from './replan.ts'

const calendar = chinaCalendar()
const template = planTemplateOf(sample)
const begin = '2026-01-05'
const runs = { numRuns: 30 }

/** One thing that happens to an item in the course of its work. */
interface Happening {
  readonly pick: number
  readonly what: 'drag' | 'stretch' | 'start' | 'finish' | 'reopen' | 'lift' | 'deadline'
  readonly by: number
}

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    pick: fc.nat(),
    what: fc.constantFrom(...(['drag', 'stretch', 'start', 'finish', 'reopen', 'lift', 'deadline'] as const)),
    by: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 10 },
)

interface Course {
  readonly nodes: readonly PlanNode[]
  readonly finish: string
  readonly today: string
}

function changeOf({ what, by }: Happening, node: PlanNode, today: string): NodeChange {
  const { nodeKey } = node
  switch (what) {
    case 'drag':
      return { nodeKey, notBefore: calendar.addWorkdays(node.plannedStart ?? today, by - 30) }
    case 'stretch':
      return { nodeKey, durationWorkdays: by + 1 }
    case 'start':
      return { nodeKey, actualStart: today }
    case 'finish':
      return { nodeKey, actualFinish: today }
    case 'reopen':
      return { nodeKey, actualStart: null, actualFinish: null }
    default:
      return { nodeKey, notBefore: null }
  }
}

/** Lets things happen one after another, a few working days apart; what is refused changes nothing. */
function runCourse(network: ReplanInput['template'], things: readonly Happening[], after: (course: Course) => void) {
  const plan = layPlan({ template: network, start: null, finish: '2026-12-31', stage: 'idea', calendar, today: begin })
  let course: Course = { nodes: plan.nodes, finish: '2026-12-31', today: begin }
  for (const thing of things) {
    const today = calendar.addWorkdays(course.today, thing.by % 7)
    const node = course.nodes[thing.pick % course.nodes.length]!
    const deadline = thing.what === 'deadline' ? calendar.addWorkdays(course.finish, thing.by - 20) : null
    const outcome = replan({
      template: network,
      nodes: course.nodes,
      links: network.links,
      finish: course.finish,
      ...(deadline === null ? {} : { newFinish: deadline }),
      changes: deadline === null ? [changeOf(thing, node, today)] : [],
      calendar,
      today,
    })
    if (outcome.kind === 'refused') continue
    course = { nodes: outcome.value.nodes, finish: deadline ?? course.finish, today }
    after(course)
  }
}

describe('in the course of any work', () => {
  test('no link between open, unstarted nodes is ever broken', () => {
    fc.assert(
      fc.property(templates, happenings, (network, things) => {
        runCourse(network, things, ({ nodes }) => {
          const unstarted = nodes.filter((node) => !node.done && node.actualStart === null)
          const keys = new Set(unstarted.map((node) => node.nodeKey))
          const links = network.links.filter((link) => keys.has(link.from) && keys.has(link.to))
          expect(planFaults(unstarted, links, calendar)).toEqual([])
        })
      }),
      runs,
    )
  })

  test('what is open and dated stays dated, with its start by its finish', () => {
    fc.assert(
      fc.property(templates, happenings, (network, things) => {
        runCourse(network, things, ({ nodes }) => {
          for (const node of nodes) {
            expect(isDated(node)).toBe(true)
            expect(node.plannedStart! <= node.plannedFinish!).toBe(true)
          }
        })
      }),
      runs,
    )
  })

  test('the baseline is never touched', () => {
    fc.assert(
      fc.property(templates, happenings, (network, things) => {
        const first = layPlan({
          template: network,
          start: null,
          finish: '2026-12-31',
          stage: 'idea',
          calendar,
          today: begin,
        })
        runCourse(network, things, ({ nodes }) => {
          expect(nodes.map((node) => node.baselineFinish)).toEqual(first.nodes.map((node) => node.baselineFinish))
        })
      }),
      runs,
    )
  })

  test('a hand-fixed start is honoured for as long as it stands', () => {
    fc.assert(
      fc.property(templates, happenings, (network, things) => {
        runCourse(network, things, ({ nodes }) => {
          for (const node of nodes) {
            if (node.notBefore === null || node.done || node.actualStart !== null) continue
            expect(node.plannedStart! >= node.notBefore).toBe(true)
          }
        })
      }),
      runs,
    )
  })

  test('done, float and critical go together', () => {
    fc.assert(
      fc.property(templates, happenings, (network, things) => {
        runCourse(network, things, ({ nodes }) => {
          for (const node of nodes) {
            expect(node.done).toBe(node.doneBasis !== null)
            if (node.done) expect([node.floatWorkdays, node.critical]).toEqual([null, false])
            if (node.critical) expect(node.floatWorkdays).not.toBeNull()
          }
        })
      }),
      runs,
    )
  })

  test('lamps can be lit at every step, and a done node is green', () => {
    fc.assert(
      fc.property(happenings, (things) => {
        runCourse(template, things, ({ nodes, today }) => {
          const lit = lightLamps({ playbook: sample, item: { stage: 'idea', fields: {} }, nodes, today, calendar })
          for (const node of nodes) if (node.done) expect(lit.nodeLamps[node.nodeKey]).toBe('green')
          for (const { nodeKey } of lit.reasons) expect(Object.keys(lit.nodeLamps)).toContain(nodeKey)
        })
      }),
      runs,
    )
  })
})

describe('the course of one item, told day by day', () => {
  const finish = '2026-12-31'
  const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today: begin })
  const step = (nodes: readonly PlanNode[], today: string, ...changes: readonly NodeChange[]) => {
    const outcome = replan({ template, nodes, links: laid.links, finish, changes, calendar, today })
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
    return outcome.value
  }
  const datesOf = (nodes: readonly PlanNode[], key: string) => {
    const node = nodes.find((candidate) => candidate.nodeKey === key)!
    return [node.plannedStart, node.plannedFinish]
  }
  const lampsOf = (nodes: readonly PlanNode[], today: string) =>
    lightLamps({ playbook: sample, item: { stage: 'prepare', fields: {} }, nodes, today, calendar }).nodeLamps

  test('laid in January, the filing waits until September', () => {
    expect(datesOf(laid.nodes, 'accept')).toEqual(['2026-12-25', '2026-12-31'])
    // National Day takes seven days; Sunday 20 September and Saturday 10 October are worked for it.
    expect(datesOf(laid.nodes, 'works')).toEqual(['2026-09-28', '2026-12-24'])
    expect(workdays('2026-09-28', '2026-12-24', calendar)).toBe(60)
    expect(datesOf(laid.nodes, 'permit')[1]! < datesOf(laid.nodes, 'begin')[0]!).toBe(true)
    expect(workdays(datesOf(laid.nodes, 'file')[0]!, '2026-09-28', calendar)).toBe(5 + 10 + 1 + 1)
  })

  test('pulled forward to March, it goes alone: nothing leads to it', () => {
    const early = step(laid.nodes, begin, { nodeKey: 'file', notBefore: '2026-03-02' })
    expect(early.moved.map((node) => node.nodeKey)).toEqual(['file'])
    expect(datesOf(early.nodes, 'file')).toEqual(['2026-03-02', '2026-03-06'])
  })

  test('reported done, it is green and leaves the rest where it was', () => {
    const done = step(laid.nodes, '2026-03-09', {
      nodeKey: 'file',
      actualStart: '2026-03-02',
      actualFinish: '2026-03-06',
    })
    expect(done.moved).toEqual([])
    expect(lampsOf(done.nodes, '2026-03-09').file).toBe('green')
  })

  test('the permit comes two weeks late: the lamp rises and what follows is pushed once it is reported', () => {
    const done = step(laid.nodes, '2026-09-08', { nodeKey: 'file', actualFinish: '2026-09-08' })
    expect(lampsOf(done.nodes, '2026-09-23').permit).toBe('blue')
    expect(lampsOf(done.nodes, '2026-09-24').permit).toBe('yellow')
    expect(lampsOf(done.nodes, '2026-10-10').permit).toBe('orange')
    const late = step(done.nodes, '2026-10-10', { nodeKey: 'permit', actualFinish: '2026-10-10' })
    expect(datesOf(late.nodes, 'begin')).toEqual(['2026-10-12', '2026-10-12'])
    expect(late.finishShiftWorkdays).toBe(late.shortfallWorkdays)
    expect(late.feasible).toBe(false)
  })

  test('shortening the works brings the finish back within its date', () => {
    const late = step(laid.nodes, '2026-10-10', { nodeKey: 'permit', actualFinish: '2026-10-10' })
    const short = step(late.nodes, '2026-10-10', { nodeKey: 'works', durationWorkdays: 45 })
    const pulled = step(short.nodes, '2026-10-10', { nodeKey: 'accept', notBefore: '2026-12-25' })
    expect(datesOf(pulled.nodes, 'accept')).toEqual(['2026-12-25', '2026-12-31'])
    expect(pulled.feasible).toBe(true)
  })

  test('the deadline is moved by a quarter: every open node goes with it', () => {
    const outcome = replan({
      ...{ template, nodes: laid.nodes, links: laid.links, finish, changes: [], calendar, today: begin },
      newFinish: '2027-03-31',
    })
    if (outcome.kind === 'refused') throw new Error('refused')
    expect(datesOf(outcome.value.nodes, 'accept')[1]).toBe('2027-03-31')
    expect(new Set(outcome.value.moved.slice(0, -1).map((node) => node.workdays)).size).toBe(1)
    expect(outcome.value.finishShiftWorkdays).toBe(calendar.workdaysBetween('2026-12-31', '2027-03-31'))
  })
})
