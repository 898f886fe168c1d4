import type { PlanTemplate } from '@guatu/playbook'
import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { previewChanges, withPlan } from './preview.ts'
import { undoWrites } from './undo-plan.ts'

const template: PlanTemplate = { stages: ['construction'], nodes: [], links: [] }
const ground = { template, calendar: chinaCalendar(), today: testToday }

const first = testNode('a', { plannedStart: '2026-11-23', plannedFinish: '2026-11-27' })
const second = testNode('b', { plannedStart: '2026-11-30', plannedFinish: '2026-12-04' })
const link = { from: 'a', to: 'b', type: 'FS' as const, lagWorkdays: 0, soft: false }
const item = testItem('x', [first, second], { links: [link], deadline: '2026-12-07' })

function after(...changes: Parameters<typeof previewChanges>[1]) {
  const outcome = previewChanges(item, changes, ground)
  if (outcome.kind === 'refused') throw new Error('refused')
  return { item: withPlan(item, outcome.value.nodes), ...outcome.value }
}

describe('a preview', () => {
  it('tells what follows the moved node, the shift of the finish and the broken deadline', () => {
    const moved = after({ nodeKey: 'a', notBefore: '2026-11-26' })
    expect(moved.moved.map(({ nodeKey, toFinish }) => [nodeKey, toFinish])).toEqual([
      ['a', '2026-12-02'],
      ['b', '2026-12-09'],
    ])
    expect(moved.finishShiftWorkdays).toBe(3)
    expect(moved).toMatchObject({ feasible: false, shortfallWorkdays: 2 })
  })

  it('lists what is refused', () => {
    const outcome = previewChanges(item, [{ nodeKey: 'a', durationWorkdays: 9999 }, { nodeKey: 'zz' }], ground)
    expect(outcome.kind === 'refused' && outcome.refusals.map((refusal) => refusal.path)).toEqual([
      'nodes/a/durationWorkdays',
      'nodes/zz',
    ])
  })
})

describe('undoing a saved change', () => {
  it('puts every node back and lets it go', () => {
    const moved = after({ nodeKey: 'a', notBefore: '2026-11-26' })
    expect(undoWrites(item, moved.item, ground)).toEqual([
      {
        changes: [
          { nodeKey: 'a', notBefore: '2026-11-23' },
          { nodeKey: 'b', notBefore: '2026-11-30' },
        ],
      },
      {
        changes: [
          { nodeKey: 'a', notBefore: null },
          { nodeKey: 'b', notBefore: null },
        ],
      },
    ])
  })

  it('gives back a duration', () => {
    const longer = after({ nodeKey: 'a', durationWorkdays: 8 })
    const writes = undoWrites(item, longer.item, ground)
    expect(writes?.[0]?.changes[0]).toEqual({ nodeKey: 'a', durationWorkdays: 5 })
  })

  it('is not offered where a node stood before today', () => {
    const late = testNode('a', { plannedStart: '2026-11-02', plannedFinish: '2026-11-06' })
    const before = testItem('x', [late])
    const outcome = previewChanges(before, [{ nodeKey: 'a', notBefore: '2026-12-01' }], ground)
    const moved = outcome.kind === 'done' ? withPlan(before, outcome.value.nodes) : before
    expect(undoWrites(before, moved, ground)).toBeNull()
  })
})

describe('any drag on any project', () => {
  const wall = generatedWall(25, 14)
  const drag = fc.record({ place: fc.nat(24), node: fc.nat(13), days: fc.integer({ min: -60, max: 120 }) })

  it('keeps what is done where it was, and every hard link of what moves', () => {
    fc.assert(
      fc.property(drag, ({ place, node, days }) => {
        const project = wall[place]!
        const held = project.nodes[node]!
        const notBefore = fromDay(toDay(held.plannedStart!) + days)
        const outcome = previewChanges(project, [{ nodeKey: held.nodeKey, notBefore }], ground)
        if (outcome.kind === 'refused') {
          expect(held.done).toBe(true)
          return
        }
        const planned = new Map(outcome.value.nodes.map((entry) => [entry.nodeKey, entry]))
        const moved = new Set(outcome.value.moved.map((entry) => entry.nodeKey))
        for (const before of project.nodes) if (before.done) expect(moved.has(before.nodeKey)).toBe(false)
        for (const { from, to } of project.links) {
          const [a, b] = [planned.get(from)!, planned.get(to)!]
          if (a.done || a.actualStart !== null || b.done || b.actualStart !== null || !moved.has(to)) continue
          // A milestone may pass on the very day that what it waits for is finished.
          const early =
            b.durationWorkdays === 0 ? b.plannedStart! < a.plannedFinish! : b.plannedStart! <= a.plannedFinish!
          expect(early && a.durationWorkdays > 0).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is taken back exactly where taking back is offered', () => {
    fc.assert(
      fc.property(drag, ({ place, node, days }) => {
        const project = wall[place]!
        const held = project.nodes[node]!
        const notBefore = fromDay(toDay(held.plannedStart!) + days)
        const outcome = previewChanges(project, [{ nodeKey: held.nodeKey, notBefore }], ground)
        if (outcome.kind === 'refused') return
        let state = withPlan(project, outcome.value.nodes)
        const writes = undoWrites(project, state, ground)
        for (const write of writes ?? []) {
          const step = previewChanges(state, write.changes, ground, write.finish)
          if (step.kind === 'done') state = withPlan(state, step.value.nodes, write.finish)
        }
        const dates = ({ nodes }: typeof project) => nodes.map((entry) => [entry.plannedStart, entry.plannedFinish])
        if (writes !== null) expect(dates(state)).toEqual(dates(project))
      }),
      { numRuns: 100 },
    )
  })
})
