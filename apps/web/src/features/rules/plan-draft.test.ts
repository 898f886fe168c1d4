import { describe, expect, it } from 'vitest'
import {
  draftOf,
  edited,
  freshKey,
  linksInto,
  movedNode,
  stepBack,
  stepForward,
  withLinksInto,
  withNewNode,
  withNode,
  withoutNode,
  withThreshold,
} from './plan-draft.ts'
import { samplePlan } from './testing.ts'

describe('editing a plan', () => {
  it('changes a node and leaves the others as they are', () => {
    const plan = withNode(samplePlan, 'b', { durationWorkdays: 12 })
    expect(plan.nodes.map(({ durationWorkdays }) => durationWorkdays)).toEqual([5, 12, 10, 7])
    expect(plan.nodes[0]).toBe(samplePlan.nodes[0])
  })

  it('takes a node away with its links', () => {
    const plan = withoutNode(samplePlan, 'b')
    expect(plan.nodes.map(({ key }) => key)).toEqual(['a', 'c', 'd'])
    expect(plan.links.map(({ from, to }) => `${from}${to}`)).toEqual(['ac', 'cd'])
  })

  it('adds a node after another, in its stage, under a key of its own', () => {
    const once = withNewNode(samplePlan, 'b')
    expect(once.nodes.map(({ key }) => key)).toEqual(['a', 'b', 'node-1', 'c', 'd'])
    expect(once.nodes[2]?.stage).toBe('preliminary')
    expect(freshKey(once)).toBe('node-2')
  })

  it('moves a node up and down and no further than the ends', () => {
    expect(movedNode(samplePlan, 'c', -1).nodes.map(({ key }) => key)).toEqual(['a', 'c', 'b', 'd'])
    expect(movedNode(samplePlan, 'a', -1)).toBe(samplePlan)
    expect(movedNode(samplePlan, 'd', 1)).toBe(samplePlan)
  })

  it('replaces the links into one node', () => {
    const plan = withLinksInto(samplePlan, 'd', [{ from: 'a', to: 'd', type: 'SS', lagWorkdays: 3, soft: false }])
    expect(linksInto(plan, 'd')).toHaveLength(1)
    expect(plan.links).toHaveLength(3)
    expect(withThreshold(plan, 'lateRedDays', 20).thresholds).toEqual({ lateRedDays: 20, lateOrangeDays: 15 })
  })
})

describe('undo', () => {
  it('walks back and forth', () => {
    const first = draftOf(samplePlan)
    const second = edited(first, withThreshold(samplePlan, 'lateRedDays', 20))
    const third = edited(second, withoutNode(second.plan, 'b'))
    expect(stepBack(third).plan).toBe(second.plan)
    expect(stepForward(stepBack(third)).plan).toBe(third.plan)
    expect(stepBack(first)).toEqual(first)
    expect(stepForward(third)).toEqual(third)
    expect(edited(stepBack(third), samplePlan).future).toEqual([])
  })
})
