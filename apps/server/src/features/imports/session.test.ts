import { ImportState } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { Value } from 'typebox/value'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shapeOf } from './remembered.ts'
import { enter, type ImportSession, type Phase, stateReply } from './session.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

function session(more: Partial<ImportSession> = {}): ImportSession {
  return {
    personId: null,
    importId: '018f0000-0000-7000-8000-000000000001',
    playbook: playbooks[0]!,
    guessed: false,
    fileName: '月报.xlsx',
    sha256: 'a'.repeat(64),
    fileBytes: 1_000_000,
    createdAt: '2026-11-21T00:00:00.000Z',
    path: '/nowhere',
    sheet: null,
    mapping: null,
    headerRows: null,
    mappingRemembered: false,
    phase: 'reading',
    fraction: 0,
    phaseStartedMs: Date.now(),
    refusal: null,
    file: null,
    comparison: null,
    running: null,
    reading: Promise.resolve(),
    round: 0,
    ...more,
  }
}

test('a state is what the contract says, in every phase', () => {
  const phases: Phase[] = ['reading', 'checking', 'comparing', 'ready', 'writing', 'done', 'refused', 'cancelled']
  for (const phase of phases) {
    const reply = stateReply(session({ phase, fraction: 0.5 }))
    expect([...Value.Errors(ImportState, reply)]).toEqual([])
    expect(reply.progress.phase).toBe(phase)
  }
})

test('what is left is told only while something goes on', () => {
  const tenSecondsAgo = Date.now() - 10_000
  const progress = (phase: Phase, fraction: number) =>
    stateReply(session({ phase, fraction, phaseStartedMs: tenSecondsAgo })).progress
  expect(progress('writing', 0.5).secondsLeft).toBe(10)
  expect(progress('writing', 0.01).secondsLeft).toBeNull()
  expect(progress('ready', 0.5).secondsLeft).toBeNull()
})

test('the bar of reading grows with time and never ends before the reading does', () => {
  const fraction = (seconds: number) =>
    stateReply(session({ fileBytes: 20_000_000, phaseStartedMs: Date.now() - seconds * 1000 })).progress.fraction
  const seen = [0, 1, 5, 20, 60].map(fraction)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(seen[0]).toBeLessThan(0.1)
  expect(seen.at(-1)).toBeLessThan(1)
})

test('a phase starts its clock, more of the same phase does not', () => {
  const one = session({ phase: 'checking', phaseStartedMs: 5 })
  enter(one, 'checking', 0.7)
  expect([one.phaseStartedMs, one.fraction]).toEqual([5, 0.7])
  enter(one, 'ready', 1)
  expect(one.phaseStartedMs).toBe(Date.now())
})

test('a refusal is told by its code and words', () => {
  const refusal = { code: 'FILE_DAMAGED', message: { zh: '坏', en: 'bad' }, path: 'x' }
  expect(stateReply(session({ phase: 'refused', refusal })).refusal).toEqual({
    code: 'FILE_DAMAGED',
    message: { zh: '坏', en: 'bad' },
  })
})

test('files are of one shape when their headers are, whatever the year in them', () => {
  const column = (letter: string, header: string) => ({
    column: letter,
    header,
    field: null,
    unit: null,
    confidence: 0,
    samples: [],
  })
  const shape = (...headers: string[]) => shapeOf({ columns: headers.map((header, at) => column('ABC'[at]!, header)) })
  expect(shape('项目名称', '2025年计划')).toBe(shape('项目名称', '2026年计划'))
  expect(shape('项目名称', '计划')).not.toBe(shape('计划', '项目名称'))
  expect(shape('项目名称')).not.toBe(shape('项目名称', ''))
})
