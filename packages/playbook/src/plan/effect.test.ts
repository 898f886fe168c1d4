import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { templates } from '../../test/arbitraries.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { planEffect } from './effect.ts'
import { layPlan } from './lay-plan.ts'
import { type ReplanInput, type Replanned, replan } from './replan.ts'

const calendar = chinaCalendar()
const [today, finish] = ['2026-11-23', '2027-12-31']
const template = planTemplateOf(sample)
const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today })
const base: ReplanInput = { template, nodes: laid.nodes, links: laid.links, finish, calendar, today, changes: [] }

function replanned(input: ReplanInput): Replanned {
  const outcome = replan(input)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

test('the effect names what is asked and what follows, with dates, floats and the critical path before and after', () => {
  const changes = [{ nodeKey: 'fittings', durationWorkdays: 70 }]
  const effect = planEffect({ ...base, changes }, replanned({ ...base, changes }))
  const [fittings] = effect.nodes.filter(({ asked }) => asked)
  const before = laid.nodes.find(({ nodeKey }) => nodeKey === 'fittings')!
  expect(fittings).toMatchObject({
    nodeKey: 'fittings',
    fromFinish: before.plannedFinish,
    baselineFinish: before.baselineFinish,
    fromFloatWorkdays: before.floatWorkdays,
    fromCritical: false,
    toCritical: true,
  })
  expect(fittings!.toFloatWorkdays!).toBeLessThan(before.floatWorkdays!)
})

test('another deadline is told beside the nodes that go with it', () => {
  const newFinish = '2028-03-31'
  const effect = planEffect({ ...base, newFinish }, replanned({ ...base, newFinish }))
  expect(effect).toMatchObject({ fromDeadline: finish, toDeadline: newFinish, feasible: true, shortfallWorkdays: 0 })
  expect(effect.finishShiftWorkdays).toBe(calendar.workdaysBetween(finish, newFinish))
  expect(effect.nodes.every(({ asked, workdays }) => !asked && workdays > 0)).toBe(true)
})

test('a change of nothing does nothing', () => {
  const effect = planEffect(base, replanned(base))
  expect(effect).toMatchObject({ nodes: [], finishShiftWorkdays: 0, toDeadline: finish })
})

test('of any list: every node that moves is named once, with the shift that the engine tells', () => {
  fc.assert(
    fc.property(templates, fc.nat(), fc.integer({ min: -30, max: 60 }), (network, pick, by) => {
      const plan = layPlan({ template: network, start: null, finish, stage: 'idea', calendar, today })
      const node = plan.nodes[pick % plan.nodes.length]!
      const changes = [{ nodeKey: node.nodeKey, notBefore: calendar.addWorkdays(node.plannedStart ?? today, by) }]
      const input = { ...base, template: network, nodes: plan.nodes, links: network.links, changes }
      const outcome = replan(input)
      if (outcome.kind === 'refused') return
      const effect = planEffect(input, outcome.value)
      const keys = effect.nodes.map(({ nodeKey }) => nodeKey)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).toContain(node.nodeKey)
      for (const { nodeKey, workdays, toFinish } of outcome.value.moved) {
        expect(effect.nodes.find((one) => one.nodeKey === nodeKey)).toMatchObject({ workdays, toFinish })
      }
    }),
  )
})
