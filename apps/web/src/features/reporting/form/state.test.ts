import { describe, expect, test } from 'vitest'
import { dueItem, ground } from '../testing.ts'
import {
  bodyOf,
  dueNode,
  figureValue,
  firstState,
  isTouched,
  problemsOf,
  unreadFigures,
  withDone,
  withFigure,
  withNode,
  withPercent,
} from './state.ts'

const item = dueItem()
const given = { ...ground, item }
const empty = firstState('0190d8c0-0000-7000-8000-0000000000aa', 'foundation')
const paths = (state: typeof empty, photos = 0) => problemsOf(state, given, photos).map(({ path }) => path)

describe('progress', () => {
  test('stays between nought and a hundred, and starts a node on the day that it is first said', () => {
    const design = withNode(empty, 'design')
    expect(withPercent(design, 130, dueNode(item, 'design'), '2026-11-22')).toMatchObject({
      ...{ percent: 100, startedOn: '2026-11-22' },
    })
    expect(withPercent(design, -5, dueNode(item, 'design'), '2026-11-22')).toMatchObject({ percent: 0, startedOn: '' })
    expect(withPercent(empty, 45, dueNode(item, 'foundation'), '2026-11-22').startedOn).toBe('')
  })

  test('done takes the percentage away and asks for a day; not done gives the day back', () => {
    const done = withDone({ ...empty, percent: 80 }, true, '2026-11-22')
    expect(done).toMatchObject({ percent: null, done: true, finishedOn: '2026-11-22' })
    expect(withDone(done, false, '2026-11-22')).toMatchObject({ done: false, finishedOn: '' })
  })

  test('another node forgets what was said of the first, and keeps the words', () => {
    const said = withPercent({ ...empty, text: '好' }, 60, dueNode(item, 'foundation'), '2026-11-22')
    expect(withNode(said, 'design')).toMatchObject({ percent: null, startedOn: '', text: '好' })
  })
})

describe('figures', () => {
  test('the sum of the year follows its month until somebody types over it', () => {
    const first = withFigure(empty, given, 'monthDone', '30.5')
    expect(first.figures).toEqual({ monthDone: '30.5', annualDone: '930.5' })
    const own = withFigure(first, given, 'annualDone', '940')
    expect(withFigure(own, given, 'monthDone', '31').figures).toEqual({ monthDone: '31', annualDone: '940' })
    const freed = withFigure(own, given, 'annualDone', '')
    expect(withFigure(freed, given, 'monthDone', '31').figures.annualDone).toBe('931')
  })

  test('what is no figure is said, and does not go out', () => {
    const wrong = withFigure(empty, given, 'monthDone', '三十')
    expect(unreadFigures(wrong, ground.playbook)).toEqual(['monthDone'])
    expect(bodyOf(wrong, given, '2026-11-22T00:00:00.000Z').figures).toEqual([])
    expect([figureValue('count', '12'), figureValue('count', '1.5'), figureValue('CNY', ' ')]).toEqual([
      '12.00',
      null,
      null,
    ])
  })
})

test('what goes out is what was typed, in yuan, with the node as it was seen', () => {
  const state = withFigure({ ...empty, percent: 55, text: ' 承台完成 ' }, given, 'monthDone', '1,000')
  expect(bodyOf(state, given, '2026-11-22T01:00:00.000Z')).toMatchObject({
    ...{ reportId: empty.reportId, nodeKey: 'foundation', month: '2026-11', percent: 55, text: '承台完成' },
    figures: [
      { metric: 'monthDone', value: '10000000.00' },
      { metric: 'annualDone', value: '19000000.00' },
    ],
    seen: { percentDone: 40, actualStart: '2026-10-01', actualFinish: null },
    ...{ startedOn: null, explanation: null, madeAt: '2026-11-22T01:00:00.000Z' },
  })
})

describe('the same rules as the server’s, with or without network', () => {
  test('nothing said, progress that falls, and done without its evidence', () => {
    expect(paths(empty)).toEqual(['text'])
    expect(paths({ ...empty, percent: 30 })).toEqual(['percent'])
    expect(paths({ ...empty, percent: 30, explanation: '返工' })).toEqual([])
    const done = withDone(empty, true, '2026-11-22')
    expect(paths(done)).toEqual(['evidence/nodes/foundation'])
    expect(paths(done, 1)).toEqual([])
  })

  test('a sum that does not add up', () => {
    const own = withFigure(withFigure(empty, given, 'monthDone', '30'), given, 'annualDone', '1000')
    expect(paths(own)).toEqual(['figures/annualDone'])
  })
})

test('a returned report begins with what was said, and takes its place', () => {
  const returned = {
    reportId: 'old',
    nodeKey: 'design',
    month: '2026-11',
    text: '再报',
    percent: 20,
    reason: '缺照片',
    decidedBy: '某人',
  }
  const state = firstState('new', 'design', returned)
  expect(state).toMatchObject({ text: '再报', percent: 20, replacesId: 'old', reportId: 'new' })
  expect([isTouched(state), isTouched(firstState('new', null))]).toEqual([true, false])
})
