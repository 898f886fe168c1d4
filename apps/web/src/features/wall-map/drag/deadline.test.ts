import type { PlanTemplate } from '@guatu/playbook'
import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { dragDeadline, whyDeadlineFixed } from './deadline-model.ts'
import { isEmptyDraft, savedItem, withChange, withFinish } from './draft.ts'
import { previewChanges, withPlan } from './preview.ts'
import { undoWrites } from './undo-plan.ts'

const calendar = chinaCalendar()
const template: PlanTemplate = { stages: ['construction'], nodes: [], links: [] }
const ground = { template, calendar, today: testToday }

const first = testNode('a', { plannedStart: '2026-11-30', plannedFinish: '2026-12-04' })
const second = testNode('b', { plannedStart: '2026-12-07', plannedFinish: '2026-12-11' })
const link = { from: 'a', to: 'b', type: 'FS' as const, lagWorkdays: 0, soft: false }
const item = testItem('x', [first, second], { links: [link], deadline: '2026-12-11' })

function moveTo(finish: string, project = item) {
  const outcome = previewChanges(project, [], ground, finish)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return { plan: outcome.value, item: withPlan(project, outcome.value.nodes, finish) }
}

describe('taking hold of the deadline', () => {
  it('is refused where there is none, or nothing is left to move', () => {
    expect(whyDeadlineFixed(item)).toBeNull()
    expect(whyDeadlineFixed({ ...item, deadline: null })).toBe('noDeadline')
    expect(whyDeadlineFixed({ ...item, nodes: item.nodes.map((node) => ({ ...node, done: true })) })).toBe('allDone')
  })
})

describe('dragging the deadline', () => {
  const drag = (days: number, deadline = item.deadline!) => dragDeadline(deadline, days, calendar, testToday)

  it('snaps onward to a working day', () => {
    expect(drag(3)).toBe('2026-12-14')
    expect(drag(1)).toBe('2026-12-14')
    expect(drag(-5)).toBe('2026-12-04')
    expect(drag(0)).toBeNull()
  })

  it('never lands in the past, from wherever it comes', () => {
    expect(drag(-300)).toBe('2026-11-23')
    expect(drag(10, '2026-06-30')).toBe('2026-11-23')
    const day = fc.integer({ min: toDay('2026-01-01'), max: toDay('2028-12-31') })
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (from, days) => {
        const finish = drag(days, fromDay(from))
        if (finish === null) return
        expect(calendar.isWorkday(finish)).toBe(true)
        expect(finish >= testToday).toBe(true)
        expect(finish).not.toBe(fromDay(from))
      }),
    )
  })
})

describe('a deadline that is tried', () => {
  it('carries every open node along, and says by how much the finish shifts', () => {
    const { plan, item: moved } = moveTo('2026-12-18')
    expect(plan.moved.map(({ nodeKey, workdays }) => [nodeKey, workdays])).toEqual([
      ['a', 5],
      ['b', 5],
    ])
    expect(plan).toMatchObject({ finishShiftWorkdays: 5, feasible: true })
    expect(moved.deadline).toBe('2026-12-18')
    expect(moved.nodes[1]!.plannedFinish).toBe('2026-12-18')
  })

  it('says what is missing where it is too near', () => {
    expect(moveTo('2026-11-27').plan).toMatchObject({ feasible: false, shortfallWorkdays: 5 })
  })

  it('that is the one in force lays nothing anew', () => {
    const early = { ...item, deadline: '2027-03-01' }
    expect(moveTo('2027-03-01', early).plan.moved).toEqual([])
  })

  it('is part of the draft until it is taken back', () => {
    const empty = { item, changes: [] }
    const asked = withFinish(empty, '2026-12-18')
    expect(asked).toEqual({ item, changes: [], finish: '2026-12-18' })
    expect([isEmptyDraft(empty), isEmptyDraft(asked)]).toEqual([true, false])
    expect(isEmptyDraft(withFinish(asked, null))).toBe(true)
    expect(isEmptyDraft(withFinish(asked, item.deadline))).toBe(true)
    const both = withChange(asked, { nodeKey: 'a', durationWorkdays: 8 })
    expect(both.finish).toBe('2026-12-18')
    expect(isEmptyDraft(withFinish(both, null))).toBe(false)
  })

  it('is asked of the project as it is saved, not as it is shown', () => {
    const shown = { ...item, deadline: '2026-12-18' }
    expect(savedItem({ item, changes: [] }, shown)).toBe(item)
    expect(savedItem(null, shown)).toBe(shown)
    expect(savedItem({ item: testItem('y', []), changes: [] }, shown)).toBe(shown)
  })
})

describe('undoing a moved deadline', () => {
  it('is one write where the plan stood as late as it could', () => {
    expect(undoWrites(item, moveTo('2026-12-18').item, ground)).toEqual([{ changes: [], finish: '2026-12-11' }])
  })

  it('puts back by hand what stood earlier than it had to', () => {
    const loose = { ...item, deadline: '2027-01-29' }
    const writes = undoWrites(loose, moveTo('2027-03-31', loose).item, ground)
    expect(writes?.[0]).toEqual({ changes: [], finish: '2027-01-29' })
    expect(writes?.[1]?.changes.map((change) => change.notBefore)).toEqual(['2026-11-30', '2026-12-07'])
    expect(writes?.[2]?.changes.map((change) => change.notBefore)).toEqual([null, null])
  })

  it('is not offered where there was none, or a node stood before today', () => {
    expect(undoWrites({ ...item, deadline: null }, item, ground)).toBeNull()
    const late = testItem('x', [testNode('a', { plannedStart: '2026-11-02', plannedFinish: '2026-11-06' })], {
      deadline: '2026-11-06',
    })
    expect(undoWrites(late, moveTo('2026-12-31', late).item, ground)).toBeNull()
  })

  it('gives back every date wherever it is offered', () => {
    const wall = generatedWall(25, 14).filter((project) => whyDeadlineFixed(project) === null)
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -60, max: 200 }), (place, days) => {
        const project = wall[place % wall.length]!
        const finish = dragDeadline(project.deadline!, days, calendar, testToday)
        if (finish === null) return
        let state = moveTo(finish, project).item
        const writes = undoWrites(project, state, ground)
        for (const write of writes ?? []) {
          const step = previewChanges(state, write.changes, ground, write.finish)
          if (step.kind === 'done') state = withPlan(state, step.value.nodes, write.finish)
        }
        const dates = ({ deadline, nodes }: typeof project) => [
          deadline,
          nodes.map((entry) => [entry.plannedStart, entry.plannedFinish]),
        ]
        if (writes !== null) expect(dates(state)).toEqual(dates(project))
      }),
      { numRuns: 100 },
    )
  })
})
