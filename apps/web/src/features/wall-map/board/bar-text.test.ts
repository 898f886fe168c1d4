import type { Language } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import { afterAll, describe, expect, it } from 'vitest'
import { setLanguage, translate } from '../../../app/language.ts'
import type { ProjectRow } from '../rows/row-model.ts'
import { testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { baselineSlip, nodeBarText, projectBarText } from './bar-text.ts'

const calendar = chinaCalendar()
const context = (language: Language) => ({ t: translate, language, today: testToday, calendar })

// The language is chosen for a document; there is none here but its root.
const bare = { documentElement: { lang: '' } }
Object.assign(globalThis, { document: bare })
afterAll(() => setLanguage('zh'))

const late = testNode('a', {
  title: '施工许可',
  plannedStart: '2026-11-02',
  plannedFinish: '2026-11-18',
  baselineFinish: '2026-11-13',
  actualStart: '2026-11-02',
  durationWorkdays: 13,
  floatWorkdays: 0,
  critical: true,
  lamp: 'red',
})

describe('what a bar says', () => {
  it('tells dates, length, lateness, path, baseline and lamp of a node', () => {
    expect(nodeBarText(late, context('zh'))).toBe(
      '施工许可，11月2日 至 11月18日，13 个工作日，在办，逾期 3 天，在关键路径上，比基线晚 3 个工作日，红灯',
    )
  })

  it('says the float of what is not critical, and of what is done neither', () => {
    const free = { ...late, critical: false, floatWorkdays: 4, plannedFinish: '2026-12-01', baselineFinish: null }
    expect(nodeBarText(free, context('zh'))).toContain('时差 4 个工作日')
    const done = nodeBarText({ ...free, done: true, actualFinish: '2026-11-20', lamp: 'green' }, context('zh'))
    expect(done).toBe('施工许可，11月2日 至 11月20日，13 个工作日，已完成，绿灯')
  })

  it('names a milestone and a node without dates', () => {
    const milestone = testNode('m', { title: '开工', durationWorkdays: 0 })
    expect(nodeBarText(milestone, context('zh'))).toBe('开工，日期未定，里程碑，待定')
  })

  it('speaks English with its singular', () => {
    setLanguage('en')
    const one = nodeBarText({ ...late, plannedFinish: '2026-11-20', durationWorkdays: 1 }, context('en'))
    expect(one).toContain('1 working day, under way, 1 day late, on the critical path')
    setLanguage('zh')
  })

  it('tells a project’s span, nodes and broken deadline', () => {
    const item = testItem('x', [late, testNode('b', { done: true })], { title: '某项目', deadline: '2026-11-16' })
    const row: ProjectRow = { kind: 'project', key: 'x', item, mode: 'all', shownNodes: 2, lateNodes: 1 }
    expect(projectBarText(row, context('zh'))).toBe(
      '某项目，11月2日 至 11月18日，2 个节点，完成 1 个，逾期 1 个，竣工时限 11月16日，超出竣工时限 2 个工作日，待定',
    )
  })
})

describe('the slip against the baseline', () => {
  it('counts working days, either way, and is none without a baseline', () => {
    expect(baselineSlip(late, calendar)).toBe(3)
    expect(baselineSlip({ ...late, actualFinish: '2026-11-12' }, calendar)).toBe(-1)
    expect(baselineSlip({ ...late, baselineFinish: null }, calendar)).toBe(0)
  })
})
