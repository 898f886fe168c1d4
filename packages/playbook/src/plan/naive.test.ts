import { everyDayCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templates } from '../../test/arbitraries.ts'
import { naiveEarlyStarts, naiveHead, naiveLateStarts } from '../../test/naive-plan.ts'
import { isDated } from '../../test/plan-checker.ts'
import type { PlanTemplate } from '../plan-template.ts'
import { layPlan } from './lay-plan.ts'
import { replan } from './replan.ts'

/** On a calendar that works every day, and with room to spare, a plan is plain arithmetic on days. */
const calendar = everyDayCalendar()
const today = '2026-01-01'
const DAY = 86_400_000
const offset = (date: string) => (Date.parse(date) - Date.parse(today)) / DAY
const date = (days: number) => new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10)

const stiff = ({ stages, nodes, links }: PlanTemplate): PlanTemplate => ({
  stages,
  links,
  nodes: nodes.map(({ elastic: _, shortestWorkdays: __, ...node }) => node),
})

const lay = (template: PlanTemplate, finish: string | null, start: string | null = null) =>
  layPlan({ template, start, finish, stage: 'idea', calendar, today })

describe('backward against a relaxation that knows nothing of passes', () => {
  const room = fc.integer({ min: 800, max: 1200 })

  test('late dates agree', () => {
    fc.assert(
      fc.property(templates, room, (drawn, due) => {
        const template = stiff(drawn)
        const anchor = template.nodes.find((node) => node.anchor === 'finish')!.key
        const head = naiveHead(template, anchor)
        const nodes = template.nodes.filter((node) => head.has(node.key))
        const expected = naiveLateStarts(nodes, template.links, due)
        const plan = lay(template, date(due))
        expect(plan.feasible).toBe(true)
        for (const node of plan.nodes) {
          if (head.has(node.nodeKey)) expect(offset(node.plannedStart!)).toBe(expected.get(node.nodeKey))
        }
      }),
    )
  })

  test('floats are late less early', () => {
    fc.assert(
      fc.property(templates, room, (drawn, due) => {
        const template = stiff(drawn)
        const anchor = template.nodes.find((node) => node.anchor === 'finish')!.key
        const head = naiveHead(template, anchor)
        const nodes = template.nodes.filter((node) => head.has(node.key))
        const late = naiveLateStarts(nodes, template.links, due)
        const early = naiveEarlyStarts(nodes, template.links, 0)
        for (const node of lay(template, date(due)).nodes) {
          const { nodeKey: key, floatWorkdays } = node
          expect(floatWorkdays).toBe(head.has(key) ? late.get(key)! - early.get(key)! : null)
        }
      }),
    )
  })

  test('what follows the finish is as early as it may be', () => {
    fc.assert(
      fc.property(templates, room, (drawn, due) => {
        const template = stiff(drawn)
        const anchor = template.nodes.find((node) => node.anchor === 'finish')!.key
        const head = naiveHead(template, anchor)
        for (const node of lay(template, date(due)).nodes) {
          if (!head.has(node.nodeKey)) expect(offset(node.plannedStart!)).toBeGreaterThan(due)
        }
      }),
    )
  })

  test('the shortfall is what the longest way lacks', () => {
    fc.assert(
      fc.property(templates, fc.integer({ min: 0, max: 200 }), (drawn, due) => {
        const template = stiff({ ...drawn, nodes: drawn.nodes.map((node) => ({ ...node, stage: 'build' })) })
        const anchor = template.nodes.find((node) => node.anchor === 'finish')!.key
        const head = naiveHead(template, anchor)
        const nodes = template.nodes.filter((node) => head.has(node.key))
        const first = Math.min(...naiveLateStarts(nodes, template.links, due).values())
        expect(lay(template, date(due)).shortfallWorkdays).toBe(Math.max(0, -first))
      }),
    )
  })
})

describe('floats after any changes', () => {
  const asked = fc.array(
    fc.record({
      pick: fc.nat(),
      hold: fc.option(fc.integer({ min: 0, max: 500 })),
      duration: fc.option(fc.integer({ min: 1, max: 120 })),
    }),
    { maxLength: 4 },
  )

  test('are late less early of the changed network, whatever was dragged or stretched', () => {
    fc.assert(
      fc.property(templates, fc.integer({ min: 100, max: 900 }), asked, (drawn, due, wishes) => {
        const template = stiff(drawn)
        const plan = lay(template, date(due))
        const lengths = new Map(plan.nodes.map((node) => [node.nodeKey, node.durationWorkdays]))
        const held = new Map<string, number>()
        const changes = new Map<string, { nodeKey: string; notBefore?: string; durationWorkdays?: number }>()
        for (const { pick, hold, duration } of wishes) {
          const { nodeKey } = plan.nodes[pick % plan.nodes.length]!
          held.delete(nodeKey)
          if (hold !== null) held.set(nodeKey, hold)
          const length = duration ?? plan.nodes.find((node) => node.nodeKey === nodeKey)!.durationWorkdays
          lengths.set(nodeKey, length)
          changes.set(nodeKey, {
            nodeKey,
            durationWorkdays: length,
            ...(hold === null ? {} : { notBefore: date(hold) }),
          })
        }
        const { nodes, links } = plan
        const outcome = replan({
          ...{ template, nodes, links, finish: date(due), calendar, today },
          changes: [...changes.values()],
        })
        if (outcome.kind === 'refused') throw new Error('refused')
        const head = naiveHead(template, template.nodes.find((node) => node.anchor === 'finish')!.key)
        const bound = template.nodes
          .filter((node) => head.has(node.key))
          .map((node) => ({ ...node, durationWorkdays: lengths.get(node.key)! }))
        const late = naiveLateStarts(bound, links, due)
        const early = naiveEarlyStarts(bound, links, 0, held)
        for (const { nodeKey: key, floatWorkdays } of outcome.value.nodes) {
          expect(floatWorkdays).toBe(head.has(key) ? late.get(key)! - early.get(key)! : null)
        }
      }),
    )
  })
})

describe('forward', () => {
  test('early dates agree when only a start behind is known', () => {
    fc.assert(
      fc.property(templates, (drawn) => {
        const template = stiff(drawn)
        const expected = naiveEarlyStarts(template.nodes, template.links, 0)
        for (const node of lay(template, null, '2025-01-01').nodes) {
          expect(offset(node.plannedStart!)).toBe(expected.get(node.nodeKey))
        }
      }),
    )
  })
})

describe('squeezing', () => {
  test('never makes a plan that a stiffer one would not need', () => {
    fc.assert(
      fc.property(templates, fc.integer({ min: 0, max: 400 }), (drawn, due) => {
        const soft = lay(drawn, date(due))
        const hard = lay(stiff(drawn), date(due))
        // Nodes of the item's own stage may shrink in both: only a plan that needed no shrinking says something here.
        const whole = hard.nodes.every((node, index) => node.durationWorkdays === drawn.nodes[index]!.durationWorkdays)
        if (!hard.feasible || !whole) return
        expect(soft.feasible).toBe(true)
        expect(soft.nodes.map((node) => node.durationWorkdays)).toEqual(hard.nodes.map((node) => node.durationWorkdays))
      }),
    )
  })

  test('comes with a shortfall that is never larger than the stiff one', () => {
    fc.assert(
      fc.property(templates, fc.integer({ min: 0, max: 60 }), (drawn, due) => {
        const soft = lay(drawn, date(due)).shortfallWorkdays
        expect(soft).toBeLessThanOrEqual(lay(stiff(drawn), date(due)).shortfallWorkdays)
      }),
    )
  })

  test('leaves every node with at least a day', () => {
    fc.assert(
      fc.property(templates, fc.integer({ min: 0, max: 60 }), (drawn, due) => {
        for (const node of lay(drawn, date(due)).nodes) {
          expect(node.durationWorkdays).toBeGreaterThanOrEqual(1)
          if (isDated(node)) expect(node.plannedStart <= node.plannedFinish).toBe(true)
        }
      }),
    )
  })
})
