import type { LedgerReport } from '@guatu/ledger'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jsonReport, printRefusals, printReport } from './report-text.ts'

const printed: string[] = []
const told: string[] = []
beforeEach(() => {
  printed.length = 0
  told.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void told.push(line))
})
afterEach(() => vi.restoreAllMocks())

const report: LedgerReport = {
  sheet: '台账',
  headerRows: [3, 4],
  columns: [
    { column: 'A', header: '名称', field: 'title', unit: null, confidence: 1, samples: ['甲'] },
    { column: 'B', header: '总投资', field: 'totalInvestment', unit: '万元', confidence: 0.98, samples: [] },
    { column: 'C', header: '其他', field: null, unit: null, confidence: 0, samples: [] },
  ],
  rows: 3,
  importable: 2,
  skipped: [{ row: 9, reason: 'total', text: '合计 3 个' }],
  errors: [{ row: 6, column: 'B', value: '很多', message: '读不成金额：很多' }],
  warnings: [{ row: 7, column: null, value: null, message: '整行提示' }],
  duplicates: [
    { row: 7, of: 5 },
    { row: 8, of: '乙项目' },
  ],
  items: [{ row: 5, itemId: 'a', title: '甲', fields: { title: '甲' } }],
  period: '2026-03',
  unlisted: { orgs: ['新单位'], persons: [] },
}

test('a page of text says everything that the report does', () => {
  printReport(report, false)
  expect(printed.join('\n').split('\n')).toEqual([
    '工作表“台账”，表头第 3、4 行，数据期 2026-03',
    '3 个项目，可导入 2 个，错误 1 处，提示 1 处，重复 2 处',
    '',
    '  A   名称 → title 100%',
    '  B   总投资 → totalInvestment 万元 98%',
    '  C   其他 → （不对应，原文保留）',
    '',
    '跳过',
    '  第 9 行 合计 合计 3 个',
    '',
    '错误',
    '  B6 读不成金额：很多',
    '',
    '提示',
    '  7 整行提示',
    '',
    '重复',
    '  第 7 行与第 5 行相同',
    '  第 8 行与已有项目“乙项目”相同',
  ])
})

test('what is empty has no heading', () => {
  printReport({ ...report, skipped: [], errors: [], warnings: [], duplicates: [] }, false)
  expect(printed.join('\n')).not.toMatch(/^(跳过|错误|提示|重复)$/m)
})

test('programs get the agreed keys on one line, and nothing that only screens need', () => {
  printReport(report, true)
  expect(printed).toHaveLength(1)
  expect(JSON.parse(printed[0]!)).toEqual(jsonReport(report))
  const json = JSON.parse(printed[0]!) as Record<string, object[]>
  expect(json).not.toHaveProperty('period')
  expect(json.columns![1]).toEqual({
    column: 'B',
    header: '总投资',
    field: 'totalInvestment',
    unit: '万元',
    confidence: 0.98,
  })
  expect(json.skipped).toEqual([{ row: 9, reason: 'total' }])
  expect(json.items).toEqual([{ row: 5, title: '甲', fields: { title: '甲' } }])
  expect(json.duplicates).toEqual(report.duplicates)
})

test('refusals are lines for people and one object for programs, all of them in either', () => {
  const refusals = [
    { code: 'SHEET_UNKNOWN', message: { zh: '没有这张表', en: 'No such sheet' }, accepted: ['甲', '乙'] },
    { code: 'INPUT_INVALID', message: { zh: '另一处', en: 'Another' }, path: 'x' },
  ]
  expect(printRefusals(refusals, false)).toBe(1)
  expect(told).toEqual(['没有这张表（No such sheet）\n  可用：甲、乙', '另一处（Another）'])
  expect(printRefusals(refusals, true)).toBe(1)
  expect(JSON.parse(printed[0]!)).toEqual({
    error: {
      code: 'SHEET_UNKNOWN',
      message: '没有这张表',
      messageEn: 'No such sheet',
      details: [
        { code: 'SHEET_UNKNOWN', message: '没有这张表', accepted: ['甲', '乙'] },
        { code: 'INPUT_INVALID', message: '另一处', path: 'x' },
      ],
    },
  })
})
