import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import { describe, expect, it } from 'vitest'
import { testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { baselineSpan, nodeProgress, nodeSpan, projectFloat, projectSpan, projectWorkdays, type Span } from './span.ts'

const calendar = chinaCalendar()
const dates = (span: Span | null) => span && [fromDay(span.start), fromDay(span.finish)]

describe('where bars lie', () => {
  it('takes what happened before what is planned', () => {
    const node = testNode('a', { plannedStart: '2026-03-02', plannedFinish: '2026-03-20', actualStart: '2026-03-05' })
    expect(dates(nodeSpan(node))).toEqual(['2026-03-05', '2026-03-20'])
    expect(dates(nodeSpan({ ...node, actualFinish: '2026-03-10' }))).toEqual(['2026-03-05', '2026-03-10'])
  })

  it('makes do with one date and never runs backward', () => {
    expect(dates(nodeSpan(testNode('a', { plannedFinish: '2026-03-20' })))).toEqual(['2026-03-20', '2026-03-20'])
    const reversed = testNode('a', { actualStart: '2026-04-01', plannedFinish: '2026-03-20' })
    expect(dates(nodeSpan(reversed))).toEqual(['2026-03-20', '2026-03-20'])
    expect(nodeSpan(testNode('a'))).toBeNull()
    expect(baselineSpan(testNode('a'))).toBeNull()
    expect(dates(baselineSpan(testNode('a', { baselineFinish: '2026-03-20' })))).toEqual(['2026-03-20', '2026-03-20'])
  })

  it('joins the nodes of a project, and falls back on its own dates', () => {
    const nodes = [
      testNode('a', { plannedStart: '2026-03-02', plannedFinish: '2026-03-06' }),
      testNode('b'),
      testNode('c', { plannedStart: '2026-03-09', plannedFinish: '2026-03-13' }),
    ]
    expect(dates(projectSpan(testItem('x', nodes)))).toEqual(['2026-03-02', '2026-03-13'])
    expect(projectWorkdays(testItem('x', nodes), calendar)).toBe(10)
    expect(dates(projectSpan(testItem('x', [], { deadline: '2026-12-31' })))).toEqual(['2026-12-31', '2026-12-31'])
    expect(projectSpan(testItem('x', []))).toBeNull()
    expect(projectWorkdays(testItem('x', []), calendar)).toBeNull()
  })
})

describe('what is behind a node', () => {
  const node = testNode('a', { plannedStart: '2026-11-16', plannedFinish: '2026-11-27' })

  it('is nothing before a reported start and all when done', () => {
    expect(nodeProgress(node, testToday, calendar)).toBe(0)
    expect(nodeProgress({ ...node, done: true }, testToday, calendar)).toBe(1)
  })

  it('is the share of working days that passed while under way, and never all', () => {
    expect(nodeProgress({ ...node, actualStart: '2026-11-16' }, testToday, calendar)).toBeCloseTo(0.5, 5)
    expect(nodeProgress({ ...node, actualStart: '2026-11-16' }, '2027-01-10', calendar)).toBe(0.95)
    expect(toDay(testToday)).toBeGreaterThan(toDay('2026-11-20'))
  })

  it('leaves a project the least float of what is to do', () => {
    const nodes = [testNode('a', { floatWorkdays: -2, done: true }), testNode('b', { floatWorkdays: 4 }), testNode('c')]
    expect(projectFloat(testItem('x', nodes))).toBe(4)
    expect(projectFloat(testItem('x', [testNode('c')]))).toBeNull()
  })
})
