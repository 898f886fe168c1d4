import type { NodeReply } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { holeCounts, holesOf } from './five-fix.ts'

const node = (part: Partial<NodeReply>): NodeReply => ({
  nodeKey: 'filing',
  title: '备案',
  stage: 'preliminary',
  durationWorkdays: 3,
  ownerId: 'p',
  leadOrgId: 'o',
  leaderId: null,
  standard: '取得备案文号',
  plannedStart: '2026-03-02',
  plannedFinish: '2026-03-04',
  baselineStart: null,
  baselineFinish: null,
  actualStart: null,
  actualFinish: null,
  done: false,
  doneBasis: null,
  percentDone: null,
  notBefore: null,
  floatWorkdays: 0,
  critical: true,
  lamp: 'green',
  ...part,
})

describe('the five fixes', () => {
  it('finds no hole in a whole node', () => {
    expect(holesOf(node({}))).toEqual([])
  })

  it('lists every hole at once', () => {
    expect(holesOf(node({ ownerId: null, standard: ' ', plannedFinish: null, leadOrgId: null }))).toEqual([
      'person',
      'standard',
      'time',
      'accountability',
    ])
  })

  it('counts only what is ahead', () => {
    const nodes = [node({ ownerId: null }), node({ ownerId: null, done: true }), node({ plannedFinish: null })]
    expect(holeCounts(nodes)).toEqual({ person: 1, standard: 0, time: 1, accountability: 0 })
  })
})
