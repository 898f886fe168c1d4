import type { Session } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { boardConditions, boardFilter, boardView, choicesOf, isNarrowed, overdueRules, ownIds } from './view.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const post = (orgId: string) => ({ orgId }) as NonNullable<Session['me']>['posts'][number]
const org = (orgId: string, parentId: string | null) => ({ orgId, parentId }) as Session['orgs'][number]

describe('what of the board is looked at', () => {
  it('is read from the address', () => {
    expect(boardView({ unit: 'o1', type: 'land', mine: '1', stage: 'x' })).toEqual({
      unit: 'o1',
      type: 'land',
      urgency: undefined,
      area: undefined,
      mine: true,
    })
    expect(isNarrowed(boardView({}))).toBe(false)
    expect(isNarrowed(boardView({ mine: '1' }))).toBe(true)
    expect(isNarrowed(boardView({ area: '330402105' }))).toBe(true)
  })

  it('is a selection that the ledger understands too', () => {
    const view = boardView({ unit: 'o1', type: 'land', urgency: 'urgent', area: '330402105', mine: '1' })
    expect(boardFilter(boardConditions(list, view, ['p1', 'o1']))).toBe(
      'leadOrg:in:o1;problemType:in:land;urgency:in:urgent;area:in:330402105;tied:in:p1,o1',
    )
    expect(boardFilter(boardConditions(list, boardView({ unit: 'none' }), []))).toBe('leadOrg:empty:')
    expect(boardFilter(boardConditions(list, boardView({ mine: '1' }), []))).toBe('')
  })
})

describe('whose problems are one’s own', () => {
  const orgs = [org('d', null), org('t', 'd'), org('v', 't'), org('w', 'v'), org('x', 'd')]

  it('those of the person, of his units and of what is below them', () => {
    const me = { personId: 'p', name: '甲', posts: [post('t')], may: [] }
    expect(ownIds({ me, orgs })).toEqual(['p', 't', 'v', 'w'])
  })

  it('nobody’s for the operator of the machine', () => {
    expect(ownIds({ me: null, orgs })).toEqual([])
  })
})

describe('what the list offers', () => {
  it('types and urgencies to narrow by', () => {
    expect(Object.keys(choicesOf(list, 'urgency')!.choices)).toEqual(['urgent', 'normal'])
    expect(choicesOf(list, 'matterType')!.key).toBe('problemType')
    expect(choicesOf(list, 'asked')).toBeNull()
  })

  it('the rules by which what is overdue is found', () => {
    expect(overdueRules(list)).toEqual(['clock-overdue'])
  })
})
