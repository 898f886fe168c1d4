import type { NodeReply } from '@guatu/contract'
import { openNode } from '@guatu/kernel/testing'
import type { NodeTemplate } from '@guatu/playbook'
import { describe, expect, it } from 'vitest'
import { gapCounts } from './five-fix.ts'

const node = (part: Partial<NodeReply>): NodeReply =>
  openNode('filing', {
    ownerId: 'p',
    leadOrgId: 'o',
    leaderId: 'l',
    plannedStart: '2026-03-02',
    plannedFinish: '2026-03-04',
    ...part,
  })

const template = { nodes: [] }

describe('holes in the five fixes', () => {
  it('are none in whole nodes', () => {
    expect(gapCounts(template, [node({})])).toEqual([])
  })

  it('are counted by kind, in the order of the five', () => {
    const nodes = [node({ ownerId: null, standard: ' ' }), node({ ownerId: null, leadOrgId: null })]
    expect(gapCounts(template, nodes)).toEqual([
      ['owner', 2],
      ['standard', 1],
      ['leadOrg', 1],
    ])
  })

  it('are of what is ahead only', () => {
    const nodes = [node({ ownerId: null, done: true }), node({ plannedFinish: null })]
    expect(gapCounts(template, nodes)).toEqual([['dates', 1]])
  })

  it('a named document is a standard', () => {
    const evidence = { zh: '备案通知书', en: 'Filing notice' }
    const named = { nodes: [{ key: 'filing', evidence } as NodeTemplate] }
    expect(gapCounts(named, [node({ standard: '' })])).toEqual([])
  })
})
