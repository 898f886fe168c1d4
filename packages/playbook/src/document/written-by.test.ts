import type { Refusal, Title } from '@guatu/kernel'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { checkPlaybook } from '../define.ts'
import type { FieldRelation } from '../field.ts'
import type { ItemRelation } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import { refuseForeign } from './written-by.ts'

const own: Playbook = {
  ...sample,
  fields: {
    ...sample.fields,
    note: { ...sample.fields.note!, writtenBy: ['raiser'] },
    ends: { ...sample.fields.ends!, byMoves: true },
  },
}

const as = (relation: ItemRelation) => (relations: readonly ItemRelation[], what: Title) =>
  relations.includes(relation) ? null : ({ code: 'FORBIDDEN', message: what } satisfies Refusal)

describe('a field of one side', () => {
  test('is filled in by that side', () => {
    expect(refuseForeign(own, { note: '很好' }, as('raiser'))).toEqual([])
  })

  test('is refused to the others, the office among them, at the field and by its name', () => {
    for (const relation of ['lead', 'all'] as const) {
      expect(refuseForeign(own, { note: '很好', name: '甲' }, as(relation))).toEqual([
        { code: 'FORBIDDEN', path: 'note', message: { zh: '说明', en: 'Note' } },
      ])
    }
  })

  test('is not emptied by the others either', () => {
    expect(refuseForeign(own, { note: null }, as('lead'))).toHaveLength(1)
  })

  test('leaves fields of everybody and unknown ones alone', () => {
    expect(refuseForeign(own, { name: '乙', gone: 1 }, as('lead'))).toEqual([])
  })
})

test('a field of moves is corrected by the office alone', () => {
  const changes = { ends: { date: '2027-01-01', precision: 'day' } }
  expect(refuseForeign(own, changes, as('lead')).map(({ path }) => path)).toEqual(['ends'])
  expect(refuseForeign(own, changes, as('all'))).toEqual([])
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
