import type { GapsReply } from '@guatu/contract'
import { fiveFixes } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import { checkView, kindCounts, queryOf, unitCounts } from './view.ts'

const unit = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'
const none = { owner: 0, matter: 0, standard: 0, dates: 0, leadOrg: 0, leader: 0 }

const reply: GapsReply = {
  openNodes: 20,
  incompleteNodes: 9,
  gaps: { ...none, owner: 8, standard: 2 },
  units: [
    { orgId: unit, openNodes: 10, incompleteNodes: 6, gaps: { ...none, owner: 6, standard: 1 } },
    { orgId: other, openNodes: 5, incompleteNodes: 2, gaps: { ...none, owner: 2 } },
    { orgId: null, openNodes: 5, incompleteNodes: 1, gaps: { ...none, standard: 1 } },
  ],
  total: 9,
  nodes: [],
}

describe('the view in the address', () => {
  it('reads what it writes and leaves out what nobody can mean', () => {
    expect(checkView({ area: '330402100', stage: 'land', unit, gap: 'owner', tab: 'x' })).toEqual({
      area: '330402100',
      stage: 'land',
      unit,
      gap: 'owner',
    })
    expect(checkView({ unit: 'none' }).unit).toBe('none')
    const nothing = { area: undefined, stage: undefined, unit: undefined, gap: undefined }
    expect(checkView({ area: '', unit: 'x', gap: 'nothing' })).toEqual(nothing)
  })

  it.each(fiveFixes)('knows the kind %s', (gap) => {
    expect(checkView({ gap }).gap).toBe(gap)
  })

  it('asks only for what is chosen', () => {
    expect(queryOf('works', checkView({}))).toEqual({ playbook: 'works' })
    expect(queryOf('works', checkView({ unit, gap: 'owner' }))).toEqual({ playbook: 'works', unit, gap: 'owner' })
  })
})

describe('the counts', () => {
  it('by kind are those of the chosen unit', () => {
    expect(kindCounts(reply, undefined).owner).toBe(8)
    expect(kindCounts(reply, other)).toEqual({ ...none, owner: 2 })
    expect(kindCounts(reply, 'none').standard).toBe(1)
    expect(kindCounts(reply, '018f0000-0000-7000-8000-000000000009')).toEqual(none)
  })

  it('by unit are those of the chosen kind, the most first, the chosen one kept', () => {
    expect(unitCounts(reply, undefined, undefined).map(({ count }) => count)).toEqual([6, 2, 1])
    expect(unitCounts(reply, 'standard', undefined).map(({ key }) => key)).toEqual([unit, 'none'])
    expect(unitCounts(reply, 'standard', other).at(-1)).toEqual({ key: other, orgId: other, count: 0 })
  })
})
