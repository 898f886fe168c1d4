import type { NodeReply } from '@guatu/contract'
import { openNode } from '@guatu/kernel/testing'
import { describe, expect, it } from 'vitest'
import { sampleContext as context } from '../../forms/testing.ts'
import { changeOf, entriesOfNode, faultyKeys } from './node-form.ts'

const node: NodeReply = openNode('filing', {
  title: '备案',
  stage: 'preliminary',
  durationWorkdays: 3,
  ownerId: 'p1',
  leadOrgId: 'o1',
  standard: '取得备案文号',
  plannedStart: '2026-03-02',
  plannedFinish: '2026-03-04',
  actualStart: '2026-03-02',
})
const entries = entriesOfNode(node, context)

describe('what the node editor sends', () => {
  it('sends nothing while nothing differs', () => {
    expect(changeOf(node, entries, context)).toBeNull()
    expect(faultyKeys(entries, context)).toEqual([])
  })

  it('sends only what differs, dates as days', () => {
    const edited = { ...entries, actualFinish: { text: '2026年3月5日' }, durationWorkdays: { text: '5' } }
    expect(changeOf(node, edited, context)).toEqual({
      nodeKey: 'filing',
      actualFinish: '2026-03-05',
      durationWorkdays: 5,
    })
  })

  it('takes away what is emptied, but never the duration', () => {
    const edited = { ...entries, ownerId: { text: '' }, standard: { text: '' }, durationWorkdays: { text: '' } }
    expect(changeOf(node, edited, context)).toEqual({ nodeKey: 'filing', ownerId: null, standard: '' })
  })

  it('names what cannot be read and leaves it out', () => {
    const edited = { ...entries, actualFinish: { text: '不知道' }, durationWorkdays: { text: '三天吧' } }
    expect(faultyKeys(edited, context)).toEqual(['durationWorkdays', 'actualFinish'])
    expect(changeOf(node, edited, context)).toBeNull()
  })
})
