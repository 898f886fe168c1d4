import type { Refusal } from '@guatu/kernel'
import { describe, expect, test } from 'vitest'
import { matter } from '../../test/matter.ts'
import { type AdvanceInput, decideAdvance, missingForMove, movesFrom } from './decide-advance.ts'

const forbidden: Refusal = { code: 'FORBIDDEN', message: { zh: '不是这一方', en: 'not this party' } }
const fields = { name: '甲', lead: 'a', raiser: 'r' }
const until = { date: '2026-06-20', precision: 'day' }

function decide(stage: string, to: string, more: Partial<AdvanceInput> = {}) {
  return decideAdvance({ playbook: matter, item: { stage, fields }, nodes: [], facts: [], to, ...more })
}

const told = (outcome: ReturnType<typeof decide>) =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code, path }) => [code, path ?? null]) : outcome.kind

describe('a move by party', () => {
  test('is refused with everything at once', () => {
    const refused = decide('taken', 'work', { party: () => forbidden, fields: { answer: '好' } })
    expect(told(refused)).toEqual([
      ['FORBIDDEN', null],
      ['INPUT_INVALID', 'answer'],
      ['GATE_BLOCKED', 'until'],
    ])
  })

  test('asks nobody where it names no party, and each relation where it does', () => {
    const asked: string[] = []
    const party = (by: readonly string[]) => {
      asked.push(...by)
      return null
    }
    expect(told(decide('work', 'answer', { party, fields: { answer: '好' } }))).toBe('done')
    expect(asked).toEqual([])
    expect(told(decide('taken', 'work', { party, fields: { until } }))).toBe('done')
    expect(asked).toEqual(['lead'])
  })

  test('takes what it asks for through its gates', () => {
    expect(told(decide('work', 'answer'))).toEqual([['GATE_BLOCKED', 'answer']])
    expect(told(decide('work', 'answer', { fields: { answer: '' } }))).toEqual([['GATE_BLOCKED', 'answer']])
    expect(told(decide('work', 'answer', { fields: { answer: '已接通' } }))).toBe('done')
    expect(told(decide('work', 'answer', { item: { stage: 'work', fields: { ...fields, answer: '已接通' } } }))).toBe(
      'done',
    )
  })
})

describe('a step within a stage', () => {
  test('is told apart by its key, counts, and gives a reason', () => {
    expect(told(decide('taken', 'taken', { move: 'handOver', fields: { lead: 'b' } }))).toEqual([
      ['REASON_REQUIRED', 'reason'],
    ])
    const handed = decide('taken', 'taken', { move: 'handOver', fields: { lead: 'b' }, reason: ' 属地 ' })
    expect(handed).toMatchObject({ value: { move: 'handOver', counts: 'handOver', reason: '属地', back: false } })
    expect(told(decide('taken', 'taken', { move: 'correct', fields: { lead: 'b' } }))).toEqual([
      ['INPUT_INVALID', 'lead'],
    ])
    expect(told(decide('taken', 'taken', { move: 'x', fields: {} }))).toEqual([['MOVE_ILLEGAL', 'stage']])
  })

  test('changes something', () => {
    expect(told(decide('taken', 'taken', { move: 'correct', fields: { name: '甲' } }))).toEqual([
      ['GATE_BLOCKED', 'name'],
    ])
    expect(told(decide('taken', 'taken', { move: 'correct' }))).toEqual([['GATE_BLOCKED', 'name']])
    expect(told(decide('taken', 'taken', { move: 'correct', fields: { name: '乙' } }))).toBe('done')
  })
})

test('going back passes no gate, and its reason is asked for as such', () => {
  const back = decide('answer', 'work')
  expect(back).toMatchObject({ refusals: [{ code: 'REASON_REQUIRED', message: { zh: '退回要写明理由' } }] })
  expect(decide('answer', 'work', { reason: '没接通' })).toMatchObject({ value: { back: true, counts: 'rejection' } })
})

test('what is missing of a move is what would be refused', () => {
  const [accept] = movesFrom(matter, 'taken')
  const input = { playbook: matter, item: { stage: 'taken', fields }, nodes: [], facts: [] }
  expect(missingForMove(input, accept!).map(({ path }) => path)).toEqual(['until'])
  expect(missingForMove({ ...input, fields: { until } }, accept!)).toEqual([])
})
