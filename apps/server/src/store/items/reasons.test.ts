import { expect, test } from 'vitest'
import { worksList } from '../testing/works-list.ts'
import type { HeldItem } from './change.ts'
import { isReason, replacedFigure, unexplainedDates, unexplainedFigures, unexplainedThresholds } from './reasons.ts'

const figure = { metric: 'monthDone', period: '2026-05', value: '10.00', currency: 'CNY', verifiedValue: null }
const node = {
  nodeKey: 'file',
  title: '备案',
  plannedStart: '2026-06-10',
  actualStart: '2026-06-01',
  actualFinish: null,
}
const held = {
  context: { playbook: worksList },
  state: { figures: [figure], nodes: [node] },
} as unknown as HeldItem

test('blanks are no reason', () => {
  expect([undefined, null, '', ' \n', '漏报'].map(isReason)).toEqual([false, false, false, false, true])
})

test('a figure needs a reason where it takes the place of another one', () => {
  expect(unexplainedFigures(held, [{ ...figure, value: '12.00' }])).toMatchObject([
    { code: 'REASON_REQUIRED', path: 'facts/monthDone/2026-05' },
  ])
  expect(unexplainedFigures(held, [figure, { ...figure, period: '2026-06' }])).toEqual([])
  expect(replacedFigure(held, { ...figure, currency: 'USD' })).toBe(figure)
})

test.each([
  [{ actualStart: '2026-06-02' }, ['nodes/file/actualStart']],
  [{ actualStart: null }, ['nodes/file/actualStart']],
  [{ actualStart: '2026-06-01', actualFinish: '2026-06-20' }, []],
  [{ notBefore: '2026-06-09' }, ['nodes/file/notBefore']],
  [{ notBefore: '2026-06-10' }, []],
  [{ notBefore: null, durationWorkdays: 3 }, []],
])('a change of a node %j needs a reason at %j', (change, paths) => {
  const refusals = unexplainedDates(held, [{ nodeKey: 'file', ...change }])
  expect(refusals.map(({ path }) => path)).toEqual(paths)
  expect(unexplainedDates(held, [{ nodeKey: 'other', ...change }])).toEqual([])
})

test('every threshold that changes needs a reason', () => {
  const refusals = unexplainedThresholds({ a: 1, b: 2.5 }, { a: 1, b: 3 })
  expect(refusals.map(({ path }) => path)).toEqual(['thresholds/b'])
})
