import { describe, expect, it } from 'vitest'
import { sampleContext, sampleFields } from '../../../forms/testing.ts'
import { emptyRaise, holdingKind, raisedFields, readRaise } from './raise-draft.ts'

const list = {
  fields: {
    title: { ...sampleFields.text, required: true },
    unit: sampleFields.org,
    finish: sampleFields.date,
  },
  raiseForm: ['title', 'unit', 'finish'],
}

const raised = (entries: Record<string, { text: string; picked?: unknown }>, given: Record<string, unknown> = {}) =>
  raisedFields(list, { entries }, given, sampleContext)

describe('a kept draft', () => {
  it('comes back with its words and what it blocks', () => {
    const draft = { entries: { title: { text: '停电' } }, item: { itemId: 'i', title: '产业园' }, nodeKey: 'filing' }
    expect(readRaise(JSON.stringify(draft), list)).toEqual(draft)
  })

  it('survives another version of the list and damaged storage', () => {
    const kept = { entries: { gone: { text: 'x' }, title: { text: '停电' }, unit: 3 }, item: 'x' }
    expect(readRaise(JSON.stringify(kept), list)).toEqual({
      entries: { title: { text: '停电' } },
      item: null,
      nodeKey: '',
    })
    for (const broken of [null, '{', '3', '{"entries":1}']) expect(readRaise(broken, list)).toEqual(emptyRaise)
  })
})

describe('what is sent', () => {
  it('says what must be typed and what cannot be read', () => {
    expect(raised({ finish: { text: '不知道' } }).wrong).toEqual(['title', 'finish'])
  })

  it('takes what is known of the person, unless he says otherwise', () => {
    const given = { unit: 'o1' }
    expect(raised({ title: { text: '停电' } }, given)).toEqual({ fields: { title: '停电', unit: 'o1' }, wrong: [] })
    expect(raised({ title: { text: '停电' }, unit: { text: '乙', picked: 'o2' } }, given).fields.unit).toBe('o2')
    expect(raised({ title: { text: '停电' }, unit: { text: '' } }, given).fields).toEqual({ title: '停电' })
  })
})

describe('the kind of link that holds', () => {
  const kind = { title: { zh: '阻碍', en: 'Blocks' }, reverse: { zh: '受阻于', en: 'Blocked by' }, to: 'any' } as const

  it('is found by what it does', () => {
    expect(holdingKind({ linkKinds: { about: kind, blocks: { ...kind, holds: true } } })).toBe('blocks')
    expect(holdingKind({ linkKinds: { about: kind } })).toBeUndefined()
    expect(holdingKind({})).toBeUndefined()
  })
})
