import type { PlanNode } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageKeys, templates } from '../../test/arbitraries.ts'
import { naiveHead } from '../../test/naive-plan.ts'
import { planFaults } from '../../test/plan-checker.ts'
import type { PlanTemplate } from '../plan-template.ts'
import { layPlan } from './lay-plan.ts'
import type { NodeChange } from './node-changes.ts'
import { type Replanned, replan } from './replan.ts'

const calendar = chinaCalendar()
const today = '2026-11-23'
const finish = '2028-12-29'

/** An item of any list on any stage, with a deadline far ahead and another one that it is moved to. */
const moves = fc.record({
  template: templates,
  stage: stageKeys,
  to: fc.integer({ min: 1, max: 900 }).map((workdays) => calendar.addWorkdays(today, workdays)),
})

const planOf = (template: PlanTemplate, stage: string) =>
  layPlan({ template, start: null, finish, stage, calendar, today })

interface Move {
  readonly template: PlanTemplate
  readonly nodes: readonly PlanNode[]
  readonly from?: string
  readonly to: string
  readonly changes?: readonly NodeChange[]
}

function moveDeadline({ template, nodes, from = finish, to, changes = [] }: Move): Replanned {
  const { links } = template
  const outcome = replan({ template, nodes, links, finish: from, newFinish: to, changes, calendar, today })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const anchorOf = (template: PlanTemplate) => template.nodes.find((node) => node.anchor === 'finish')!.key
const datesOf = (nodes: readonly PlanNode[]) => nodes.map((node) => [node.plannedStart, node.plannedFinish])

describe('another deadline, for any plan', () => {
  test('breaks no link and keeps every duration and baseline', () => {
    fc.assert(
      fc.property(moves, ({ template, stage, to }) => {
        const { nodes } = planOf(template, stage)
        const moved = moveDeadline({ template, nodes, to })
        expect(planFaults(moved.nodes, template.links, calendar)).toEqual([])
        const kept = (node: PlanNode) => [
          node.durationWorkdays,
          node.baselineStart,
          node.baselineFinish,
          node.notBefore,
        ]
        expect(moved.nodes.map(kept)).toEqual(nodes.map(kept))
      }),
    )
  })

  test('is kept by all that it governs, or says that it is not', () => {
    fc.assert(
      fc.property(moves, ({ template, stage, to }) => {
        const moved = moveDeadline({ template, nodes: planOf(template, stage).nodes, to })
        const head = naiveHead(template, anchorOf(template))
        const governed = moved.nodes.filter((node) => !node.done && head.has(node.nodeKey))
        const isKept = governed.every((node) => node.plannedFinish! <= to)
        expect(moved.feasible).toBe(isKept)
        if (isKept) expect(moved.shortfallWorkdays).toBe(0)
        for (const node of moved.nodes) if (!node.done) expect(node.plannedStart! >= today).toBe(true)
      }),
    )
  })

  test('missed, says by how many working days the last of it comes too late', () => {
    fc.assert(
      fc.property(moves, ({ template, stage, to }) => {
        const moved = moveDeadline({ template, nodes: planOf(template, stage).nodes, to })
        if (moved.feasible) return
        const head = naiveHead(template, anchorOf(template))
        const last = moved.nodes
          .filter((node) => !node.done && head.has(node.nodeKey))
          .map((node) => node.plannedFinish!)
          .toSorted()
          .at(-1)!
        expect(moved.shortfallWorkdays).toBe(calendar.workdaysBetween(to, last))
        expect(head).toContain(moved.chain.at(-1))
      }),
    )
  })

  test('kept, its anchor finishes on that very day', () => {
    fc.assert(
      fc.property(moves, ({ template, stage, to }) => {
        const moved = moveDeadline({ template, nodes: planOf(template, stage).nodes, to })
        const anchor = moved.nodes.find((node) => node.nodeKey === anchorOf(template))!
        if (!moved.feasible || anchor.done) return
        // What follows the anchor by a link into its own head may hold it earlier, never later.
        expect(anchor.plannedFinish! <= to).toBe(true)
        const leads = template.links.some((link) => link.from === anchor.nodeKey)
        if (!leads) expect(anchor.plannedFinish).toBe(to)
      }),
    )
  })

  test('by way of a third one comes to the same plan', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 700, max: 1200 }), ({ template, stage, to }, detour) => {
        const { nodes } = planOf(template, stage)
        const between = calendar.addWorkdays(today, detour)
        const there = moveDeadline({ template, nodes, to: between })
        const thence = moveDeadline({ template, nodes: there.nodes, from: between, to })
        const straight = moveDeadline({ template, nodes, to })
        expect(datesOf(thence.nodes)).toEqual(datesOf(straight.nodes))
        expect(thence.nodes.map((node) => node.floatWorkdays)).toEqual(straight.nodes.map((node) => node.floatWorkdays))
      }),
    )
  })

  test('that is later lets nothing come earlier', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 300 }), ({ template, stage, to }, more) => {
        const { nodes } = planOf(template, stage)
        const near = moveDeadline({ template, nodes, to })
        const far = moveDeadline({ template, nodes, to: calendar.addWorkdays(to, more) })
        for (const [place, node] of far.nodes.entries()) {
          const before = near.nodes[place]!
          if (!node.done && near.feasible) expect(node.plannedStart! >= before.plannedStart!).toBe(true)
        }
      }),
    )
  })

  test('together with a longer node is laid as one after the other', () => {
    fc.assert(
      fc.property(moves, fc.nat(), fc.integer({ min: 1, max: 90 }), ({ template, stage, to }, pick, length) => {
        const { nodes } = planOf(template, stage)
        const { nodeKey } = nodes[pick % nodes.length]!
        const changes = [{ nodeKey, durationWorkdays: length }]
        const links = template.links
        const longer = replan({ template, nodes, links, finish, changes, calendar, today })
        if (longer.kind === 'refused') throw new Error('refused')
        const after = moveDeadline({ template, nodes: longer.value.nodes, to })
        expect(datesOf(moveDeadline({ template, nodes, to, changes }).nodes)).toEqual(datesOf(after.nodes))
      }),
    )
  })

  test('leaves what is done or under way where it is', () => {
    fc.assert(
      fc.property(moves, fc.nat(), fc.boolean(), ({ template, stage, to }, pick, isDone) => {
        const { nodes } = planOf(template, stage)
        const { nodeKey } = nodes[pick % nodes.length]!
        const report = isDone ? { nodeKey, actualFinish: today } : { nodeKey, actualStart: today }
        const moved = moveDeadline({ template, nodes, to, changes: [report] })
        expect(moved.moved.map((node) => node.nodeKey)).not.toContain(nodeKey)
        for (const [place, node] of nodes.entries()) {
          if (node.done && node.nodeKey !== nodeKey) expect(moved.nodes[place]).toEqual(node)
        }
      }),
    )
  })
})
