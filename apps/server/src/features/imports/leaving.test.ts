import { expect, test } from 'vitest'
import { leavingOf } from './leaving.ts'

const session = (importId: string, personId: string, phase = 'ready' as const) => ({ importId, personId, phase })

test('whoever has the most makes room, from his oldest on', () => {
  const desk = [session('b1', 'b'), ...['a1', 'a2', 'a3', 'a4'].map((importId) => session(importId, 'a'))]
  expect(leavingOf(desk, 5)).toEqual([])
  expect(leavingOf(desk, 3)).toEqual(['a1', 'a2'])
  expect(leavingOf([...desk, session('c1', 'c')], 2)).toEqual(['a1', 'a2', 'a3', 'b1'])
})

test('what is being written stays, however old and however full it is', () => {
  const writing = { ...session('a1', 'a'), phase: 'writing' as const }
  expect(leavingOf([writing, session('a2', 'a'), session('b1', 'b')], 2)).toEqual(['a2'])
  expect(leavingOf([writing], 0)).toEqual([])
})
