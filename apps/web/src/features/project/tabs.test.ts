import { describe, expect, it } from 'vitest'
import { tabsOf } from './tabs.tsx'

const node = { key: 'filing' } as Parameters<typeof tabsOf>[0]['nodes'][number]
const metric = { title: { zh: '投资', en: 'Investment' }, period: 'year', unit: 'CNY', aggregation: 'latest' } as const
const clock = { key: 'answer' } as NonNullable<Parameters<typeof tabsOf>[0]['clocks']>[number]

describe('the parts of an item’s page', () => {
  it('of a project are its plan and figures, and no way', () => {
    expect(tabsOf({ nodes: [node], metrics: { done: metric } })).toEqual([
      'nodes',
      'plan',
      'fields',
      'facts',
      'evidence',
      'changes',
    ])
  })

  it('of a closed loop are its particulars and its way, and no plan', () => {
    expect(tabsOf({ nodes: [], metrics: {}, clocks: [clock] })).toEqual(['fields', 'evidence', 'way', 'changes'])
  })

  it('of a plain list are its particulars', () => {
    expect(tabsOf({ nodes: [], metrics: {}, clocks: [] })).toEqual(['fields', 'evidence', 'changes'])
  })
})
