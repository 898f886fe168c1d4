import type { PlanNode } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { templates } from '../../test/arbitraries.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { layPlan } from './lay-plan.ts'
import type { NodeChange } from './node-changes.ts'
import { overruns, type Promises } from './overrun.ts'
import { type ReplanInput, replan } from './replan.ts'

const calendar = chinaCalendar()
const [today, finish] = ['2026-11-23', '2027-12-31']
const template = planTemplateOf(sample)
const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today })
const base: ReplanInput = { template, nodes: laid.nodes, links: laid.links, finish, calendar, today, changes: [] }

const promisesOf = (nodes: readonly PlanNode[], date: string | null = finish): Promises => ({
  finish: date,
  nodes: new Map(nodes.flatMap(({ nodeKey, plannedFinish }) => (plannedFinish ? [[nodeKey, plannedFinish]] : []))),
})
const promised = promisesOf(laid.nodes)

function broken(input: Partial<ReplanInput>, promises = promised) {
  const whole = { ...base, ...input }
  const outcome = replan(whole)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return overruns(whole, outcome.value.nodes, promises)
}
const keysOf = (found: ReturnType<typeof broken>) => found.map(({ nodeKey }) => nodeKey)
const later: NodeChange = { nodeKey: 'works', notBefore: '2027-10-11' }

describe('a change of plan after a baseline', () => {
  test('that puts nodes off names each of them with what was promised', () => {
    const found = broken({ changes: [later] })
    expect(keysOf(found)).toEqual(['works', 'accept', 'archive'])
    expect(found[1]).toMatchObject({ promised: finish, title: laid.nodes.find((n) => n.nodeKey === 'accept')?.title })
    expect(found.every((one) => one.finish > one.promised)).toBe(true)
  })

  test('within its room, or earlier, needs nobody', () => {
    expect(broken({ changes: [{ nodeKey: 'fittings', notBefore: laid.nodes[0]!.plannedStart! }] })).toEqual([])
    expect(broken({ newFinish: '2027-11-30' })).toEqual([])
    expect(broken({ changes: [{ nodeKey: 'works', durationWorkdays: 40 }] })).toEqual([])
    expect(broken({})).toEqual([])
  })

  test('of the deadline is named first, whatever follows from it', () => {
    const [first, ...others] = broken({ newFinish: '2028-03-31' })
    expect(first).toEqual({ nodeKey: null, title: '', promised: finish, finish: '2028-03-31' })
    expect(others.length).toBeGreaterThan(0)
  })

  test('that only tells what happened is no decision, however late it makes the rest', () => {
    const late = '2027-11-01'
    const facts = [{ nodeKey: 'permit', actualStart: '2027-06-01', actualFinish: late }]
    const outcome = replan({ ...base, today: late, changes: facts })
    expect(outcome.kind === 'done' && outcome.value.finishShiftWorkdays).toBeGreaterThan(0)
    expect(broken({ today: late, changes: facts })).toEqual([])
    expect(keysOf(broken({ today: late, changes: [...facts, { nodeKey: 'works', durationWorkdays: 90 }] }))).toEqual([
      'works',
      'accept',
      'archive',
    ])
  })

  test('of what stands later already is measured by where it stands', () => {
    const first = replan({ ...base, changes: [later] })
    if (first.kind === 'refused') throw new Error('refused')
    const { nodes } = first.value
    expect(broken({ nodes, changes: [{ nodeKey: 'works', notBefore: '2027-10-08' }] })).toEqual([])
    expect(keysOf(broken({ nodes, changes: [{ nodeKey: 'works', notBefore: '2027-10-12' }] }))).toContain('works')
    expect(keysOf(broken({ finish: '2028-06-30', newFinish: '2028-03-31' }))).not.toContain(null)
  })

  test('up to what was approved since is free', () => {
    const first = replan({ ...base, changes: [later] })
    if (first.kind === 'refused') throw new Error('refused')
    const approved = promisesOf(first.value.nodes)
    expect(broken({ changes: [later] }, approved)).toEqual([])
    expect(
      broken({ newFinish: '2028-03-31' }, { ...promised, finish: '2028-03-31' }).map((one) => one.nodeKey),
    ).not.toContain(null)
  })

  test('of nodes and deadlines that nothing was promised of is free', () => {
    expect(broken({ changes: [later] }, { finish, nodes: new Map() })).toEqual([])
    expect(broken({ newFinish: '2028-03-31' }, { finish: null, nodes: new Map() })).toEqual([])
  })
})

describe('any list', () => {
  const draws = fc.record({ template: templates, pick: fc.nat(), by: fc.integer({ min: -40, max: 40 }) })

  test('only what moved later is ever held back, and never what did not move', () => {
    fc.assert(
      fc.property(draws, ({ template: network, pick, by }) => {
        const plan = layPlan({ template: network, start: null, finish, stage: 'idea', calendar, today })
        const node = plan.nodes[pick % plan.nodes.length]!
        const changes = [{ nodeKey: node.nodeKey, notBefore: calendar.addWorkdays(node.plannedStart ?? today, by) }]
        const input = { ...base, template: network, nodes: plan.nodes, links: network.links, changes }
        const outcome = replan(input)
        if (outcome.kind === 'refused') return
        const movedLater = outcome.value.moved.filter(({ workdays }) => workdays > 0).map(({ nodeKey }) => nodeKey)
        const found = overruns(input, outcome.value.nodes, promisesOf(plan.nodes))
        expect(found.map(({ nodeKey }) => nodeKey)).toEqual(movedLater)
      }),
    )
  })
})
