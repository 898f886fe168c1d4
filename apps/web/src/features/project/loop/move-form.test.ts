import type { MoveReply } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { sampleContext, sampleFields } from '../../../forms/testing.ts'
import { askedFields, moveDraft, startMove } from './move-form.ts'

const samplePlaybook = { fields: { title: sampleFields.text, finish: sampleFields.date } }

const move = (more: Partial<MoveReply> = {}): MoveReply => ({
  key: 'next',
  to: 'next',
  back: false,
  title: { zh: '受理', en: 'Accept' },
  reason: false,
  counts: null,
  asks: [
    { field: 'title', missing: true },
    { field: 'finish', missing: false },
  ],
  missing: [],
  ...more,
})

const draft = (entries: Record<string, { text: string }>, values: Record<string, unknown> = {}, own = move()) =>
  moveDraft(samplePlaybook, own, entries, values, sampleContext)

describe('the form of a move', () => {
  it('asks for its fields in its own order, and for none that the list lacks', () => {
    const asks = [
      { field: 'finish', missing: false },
      { field: 'gone', missing: true },
      { field: 'title', missing: true },
    ]
    expect(askedFields(samplePlaybook, move({ asks })).map(([key]) => key)).toEqual(['finish', 'title'])
  })

  it('starts from what stands', () => {
    expect(startMove(samplePlaybook, move(), { title: '停电' }, sampleContext).title).toMatchObject({ text: '停电' })
  })

  it('says what is missing and what cannot be read', () => {
    expect(draft({ title: { text: '' }, finish: { text: '不知道' } }).wrong).toEqual(['title', 'finish'])
    expect(draft({ title: { text: '停电' }, finish: { text: '' } }).wrong).toEqual([])
  })

  it('sends what differs, and an emptied field as none', () => {
    const finish = { date: '2026-12-01', precision: 'day' }
    const sent = draft({ title: { text: '停电' }, finish: { text: '' } }, { title: '停电', finish })
    expect(sent).toEqual({ fields: { finish: null }, wrong: [] })
  })
})
