import { describe, expect, it } from 'vitest'
import { changesBetween, isUnchanged, longestWorkdays } from './plan-changes.ts'
import { withLinksInto, withNewNode, withNode, withoutNode, withThreshold } from './plan-draft.ts'
import { samplePlan } from './testing.ts'

describe('what a change touches', () => {
  it('counts nodes, links and thresholds', () => {
    const plan = withThreshold(
      withNewNode(withNode(withoutNode(samplePlan, 'c'), 'b', { durationWorkdays: 8 }), 'b'),
      'lateRedDays',
      20,
    )
    expect(changesBetween(samplePlan, plan)).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      links: 2,
      thresholds: 1,
      fromWorkdays: 34,
      toWorkdays: 22,
    })
    expect(isUnchanged(changesBetween(samplePlan, samplePlan))).toBe(true)
    expect(isUnchanged(changesBetween(samplePlan, plan))).toBe(false)
  })

  it('counts a changed link once', () => {
    const plan = {
      ...samplePlan,
      links: samplePlan.links.map((link) => (link.to === 'b' ? { ...link, lagWorkdays: 9 } : link)),
    }
    expect(changesBetween(samplePlan, plan)).toMatchObject({ links: 1, toWorkdays: 43 })
  })
})

describe('the longest way through', () => {
  it('follows every type of link with its lag', () => {
    expect(longestWorkdays(samplePlan)).toBe(5 + 20 + 2 + 7)
    const only = (type: 'FS' | 'SS' | 'FF' | 'SF', lagWorkdays: number) =>
      longestWorkdays({
        ...samplePlan,
        nodes: samplePlan.nodes.slice(0, 2),
        links: [{ from: 'a', to: 'b', type, lagWorkdays, soft: false }],
      })
    expect(only('FS', 1)).toBe(26)
    expect(only('SS', 3)).toBe(23)
    expect(only('FF', 4)).toBe(20)
    expect(only('SF', 40)).toBe(40)
  })

  it('ends also where links go in a circle', () => {
    const circle = withLinksInto(samplePlan, 'a', [{ from: 'd', to: 'a', type: 'FS', lagWorkdays: 0, soft: false }])
    expect(longestWorkdays(circle)).toBeGreaterThan(0)
    expect(longestWorkdays({ nodes: [], links: [], thresholds: {} })).toBe(0)
  })
})
