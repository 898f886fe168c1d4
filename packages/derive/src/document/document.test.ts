import type { Playbook } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { everyKind } from '../../test/sample.ts'
import { dateText } from '../date-text.ts'
import { playbookDocument } from './document.ts'
import { section, table } from './markdown.ts'

const linesOf = (page: string, title: string): string[] => {
  const [, rest = ''] = page.split(`## ${title}\n`)
  return (rest.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|') || line.startsWith('-'))
}

const page = playbookDocument(everyKind)
const changed = (more: Partial<Playbook>) => playbookDocument({ ...everyKind, ...more })

describe('the page of a list', () => {
  test('has its parts in order', () => {
    const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    expect(titles).toEqual([
      '字段 Fields',
      '阶段 Stages',
      '关口 Gates',
      '节点 Nodes',
      '先后关系 Links',
      '亮灯 Lamps',
      '指标 Metrics',
    ])
  })

  test('says which list and which version it is', () => {
    expect(page).toContain('清单 `every-kind`，第 1 版')
    expect(changed({ version: 7 })).toContain('第 7 版')
  })

  test.each([
    ['字段 Fields', Object.keys(everyKind.fields).length],
    ['阶段 Stages', everyKind.stages.length],
    ['节点 Nodes', everyKind.nodes.length],
    ['先后关系 Links', everyKind.links.length],
    ['指标 Metrics', Object.keys(everyKind.metrics).length],
  ])('%s is a table of %i rows', (title, rows) => {
    expect(linesOf(page, title)).toHaveLength(rows + 2)
  })

  test('says the unit or the choices of a kind', () => {
    const fields = linesOf(page, '字段 Fields').join('\n')
    expect(fields).toContain('金额（万元）')
    expect(fields).toContain('数字（亩）')
    expect(fields).toContain('选项：大、小 |')
    expect(fields).toContain('选项：快等 |')
    expect(fields).toContain('| 必填 |')
  })

  test('says where a stage leads and where it may go back', () => {
    expect(linesOf(page, '阶段 Stages')).toContain('| `prepare` | 准备 Prepare | 建设 | 设想 | 前期 |')
    expect(linesOf(page, '阶段 Stages')).toContain('| `end` | 完成 End |  |  | 竣工 |')
  })

  test('says each need of a gate with its condition', () => {
    expect(linesOf(page, '关口 Gates')).toEqual([
      '- 填写 牵头 Lead',
      "- 填写 编号 Serial（当 `fields.sort == 'big'`）",
      '- 填写 负责 Owner',
      '- 完成节点 节点 permit Node permit',
      '- 有已核实的数据 年度计划 Plan（当 `fields.amount >= 100000000`）',
      '- 用地要大于零 The site must be above zero：`!filled.site || fields.site > 0`',
    ])
  })

  test('says durations with their shortest, and who answers', () => {
    const nodes = linesOf(page, '节点 Nodes')
    expect(nodes).toContain(
      '| `permit` | 节点 permit Node permit | 准备 | 10（最短 5） | 区住建局 | 看得见的结果 |  |  |',
    )
    expect(nodes).toContain('| `archive` | 节点 archive Node archive | 完成 | 10 | 责任单位 | 看得见的结果 |  |  |')
  })

  test('tells hard links from soft ones', () => {
    const links = linesOf(page, '先后关系 Links')
    expect(links.filter((line) => line.includes('软'))).toHaveLength(1)
    expect(links).toContain('| 节点 fittings | 节点 accept | FS | 0 | 软：可以并行 |')
  })

  test('publishes levels with their glyphs, and every threshold', () => {
    const lamps = linesOf(page, '亮灯 Lamps').join('\n')
    expect(lamps).toContain('◆ `node.lateDays > t.lateDaysRed`；▲ `node.lateDays > t.lateDaysOrange`')
    for (const [key, value] of Object.entries(everyKind.lamps.thresholds))
      expect(lamps).toContain(`| \`${key}\` | ${value} |`)
  })
})

describe('markdown', () => {
  test('a section is its title and its parts, apart', () => {
    expect(section('甲', '乙', '丙')).toBe('## 甲\n\n乙\n\n丙')
  })

  test('a table has a line per row', () => {
    expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
    expect(table(['a'], []).split('\n')).toHaveLength(2)
  })
})

describe('dates in words', () => {
  test.each([
    ['2026-01-31', 'quarter', '2026年一季度', 'Q1 2026'],
    ['2026-04-01', 'quarter', '2026年二季度', 'Q2 2026'],
    ['2026-09-30', 'quarter', '2026年三季度', 'Q3 2026'],
    ['2026-12-31', 'quarter', '2026年四季度', 'Q4 2026'],
    ['2026-06-30', 'half', '2026年上半年', 'H1 2026'],
    ['2026-07-01', 'half', '2026年下半年', 'H2 2026'],
    ['2026-01-01', 'year', '2026年', '2026'],
    ['2026-12-01', 'month', '2026年12月', 'Dec 2026'],
    ['2026-12-09', 'day', '2026年12月9日', '9 Dec 2026'],
  ] as const)('%s to the %s', (date, precision, chinese, english) => {
    expect(dateText({ date, precision }, 'zh')).toBe(chinese)
    expect(dateText({ date, precision }, 'en')).toBe(english)
  })

  test('only a day of the same year loses its year', () => {
    expect(dateText({ date: '2026-12-09', precision: 'day' }, 'zh', '2026-01-01')).toBe('12月9日')
    expect(dateText({ date: '2026-12-09', precision: 'day' }, 'en', '2026-01-01')).toBe('9 Dec')
    expect(dateText({ date: '2025-12-09', precision: 'day' }, 'zh', '2026-01-01')).toBe('2025年12月9日')
    expect(dateText({ date: '2026-12-01', precision: 'month' }, 'zh', '2026-01-01')).toBe('2026年12月')
  })
})
