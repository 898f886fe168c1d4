import type { Refusal } from '@guatu/kernel'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { checkPlaybook } from '../define.ts'
import type { FieldRelation } from '../field.ts'
import type { Playbook } from '../playbook.ts'
import { refuseForeign } from './written-by.ts'

const own: Playbook = {
  ...sample,
  fields: { ...sample.fields, note: { ...sample.fields.note!, writtenBy: ['raiser'] } },
}

const message = { zh: '您不是提出方', en: 'You did not raise it' }
const as = (relation: FieldRelation) => (relations: readonly FieldRelation[]) =>
  relations.includes(relation) ? null : ({ code: 'FORBIDDEN', message } satisfies Refusal)

describe('a field of one side', () => {
  test('is filled in by that side', () => {
    expect(refuseForeign(own, { note: '很好' }, as('raiser'))).toEqual([])
  })

  test('is refused to the others, at the field and by its name', () => {
    expect(refuseForeign(own, { note: '很好', name: '甲' }, as('lead'))).toEqual([
      { code: 'FORBIDDEN', path: 'note', message: { zh: '说明：您不是提出方', en: 'Note: You did not raise it' } },
    ])
  })

  test('is not emptied by the others either', () => {
    expect(refuseForeign(own, { note: null }, as('lead'))).toHaveLength(1)
  })

  test('leaves fields of everybody and unknown ones alone', () => {
    expect(refuseForeign(own, { name: '乙', gone: 1 }, as('lead'))).toEqual([])
  })
})

describe('a move that asks for a field of one side', () => {
  const asking = (by: readonly FieldRelation[]): Playbook => ({
    ...own,
    moves: own.moves.map((move, index) => (index === 0 ? { ...move, by, asks: ['note'] } : move)),
  })

  test('is that side’s', () => {
    expect(checkPlaybook(asking(['raiser']))).toEqual([])
  })

  test('is a mistake where another side makes it, or anybody', () => {
    const mistake = { path: 'moves/0/asks', message: "asks for 'note', which only raiser fills in" }
    expect(checkPlaybook(asking(['raiser', 'lead']))).toEqual([mistake])
    expect(checkPlaybook({ ...own, moves: own.moves.with(0, { ...own.moves[0]!, asks: ['note'] }) })).toEqual([mistake])
  })
})
