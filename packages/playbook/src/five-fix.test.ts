import { fiveFixes } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FixedNode, fiveFixGaps } from './five-fix.ts'

const whole: FixedNode = {
  title: '施工许可',
  ownerId: 'p',
  standard: '取得建筑工程施工许可证',
  plannedStart: '2026-03-02',
  plannedFinish: '2026-03-06',
  leadOrgId: 'o',
  leaderId: 'l',
  done: false,
}

/** One way to take each fix away. */
const bare: Readonly<Record<(typeof fiveFixes)[number], Partial<FixedNode>>> = {
  owner: { ownerId: null },
  matter: { title: ' ' },
  standard: { standard: '　' },
  dates: { plannedFinish: null },
  leadOrg: { leadOrgId: null },
  leader: { leaderId: null },
}

const taken = fc.subarray([...fiveFixes])
const without = (fixes: readonly (typeof fiveFixes)[number][]): FixedNode =>
  Object.assign({}, whole, ...fixes.map((fix) => bare[fix]))

describe('the five fixes', () => {
  it('are all there in a whole node', () => {
    expect(fiveFixGaps(whole)).toEqual([])
  })

  it('are told exactly and in their order, whichever are taken away', () => {
    fc.assert(
      fc.property(taken, (fixes) => {
        expect(fiveFixGaps(without(fixes))).toEqual(fixes)
      }),
    )
  })

  it('are asked of open nodes only', () => {
    fc.assert(
      fc.property(taken, (fixes) => {
        expect(fiveFixGaps({ ...without(fixes), done: true })).toEqual([])
      }),
    )
  })

  it('are never more after something is filled in', () => {
    fc.assert(
      fc.property(taken, taken, (fixes, filled) => {
        const rest = fixes.filter((fix) => !filled.includes(fix))
        const before = fiveFixGaps(without(fixes))
        expect(fiveFixGaps(without(rest)).every((fix) => before.includes(fix))).toBe(true)
      }),
    )
  })

  it('take the required document for a standard, and blanks for nothing', () => {
    const node = without(['standard'])
    expect(fiveFixGaps(node, { evidence: { zh: '施工许可证', en: 'Construction permit' } })).toEqual([])
    expect(fiveFixGaps(node, { evidence: { zh: ' ', en: '' } })).toEqual(['standard'])
    expect(fiveFixGaps(node, {})).toEqual(['standard'])
  })

  it('miss the dates when one end is open', () => {
    expect(fiveFixGaps({ ...whole, plannedStart: null })).toEqual(['dates'])
    expect(fiveFixGaps({ ...whole, plannedStart: null, plannedFinish: null })).toEqual(['dates'])
  })
})
