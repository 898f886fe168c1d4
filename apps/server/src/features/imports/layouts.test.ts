import { readdirSync, readFileSync } from 'node:fs'
import { chooseSheet, type LedgerReport, readLedger } from '@guatu/ledger'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../location.ts'
import { openFile } from '../../workbook/open-file.ts'
import { type Layout, layoutWorkbook } from '../../workbook/testing/layout-workbook.ts'

interface Expected {
  readonly headerRows: readonly number[]
  readonly period: string
  /** Field, second field and unit of each mapped column. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly skipped: Readonly<Record<string, string>>
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly duplicates: LedgerReport['duplicates']
  readonly items: Readonly<Record<string, unknown>>
}

const folder = `${projectRoot}/fixtures/ledgers`
const options = { playbook: playbooks[0]!, dictionaries, today: '2026-11-21' }

async function report(file: Buffer, fileName: string): Promise<LedgerReport> {
  const outcome = readLedger(chooseSheet(await openFile(file, fileName), options)!, { ...options, fileName })
  if (outcome.kind === 'refused') throw new Error(outcome.refusals[0]!.message.en)
  return outcome.value
}

const cell = ({ row, column }: { row: number; column: string | null }): string => `${column ?? ''}${row}`

describe('ledgers of every layout', () => {
  test.each(readdirSync(`${folder}/layouts`))('%s', async (name) => {
    const layout = JSON.parse(readFileSync(`${folder}/layouts/${name}`, 'utf8')) as Layout & { expected: Expected }
    const read = await report(await layoutWorkbook(layout), name)
    const columns = read.columns.filter(({ field }) => field !== null)
    const seen: Expected = {
      headerRows: read.headerRows,
      period: read.period,
      columns: Object.fromEntries(
        columns.map(({ column, field, also, unit }) => [
          column,
          [field, also, unit].filter((part): part is string => Boolean(part)),
        ]),
      ),
      skipped: Object.fromEntries(read.skipped.map(({ row, reason }) => [row, reason])),
      errors: read.errors.map(cell),
      warnings: read.warnings.map(cell),
      duplicates: read.duplicates,
      items: Object.fromEntries(read.items.map(({ row, fields }) => [row, fields])),
    }
    expect(seen).toEqual(layout.expected)
  })
})

test('a monthly report of major projects', async () => {
  const read = await report(readFileSync(`${folder}/major-projects-monthly.xlsx`), 'major-projects-monthly.xlsx')
  expect(read).toMatchObject({
    sheet: '重点项目月报',
    headerRows: [3, 4],
    rows: 16,
    importable: 16,
    errors: [],
    duplicates: [],
    period: '2026-03',
  })
  expect(read.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '5 section',
    '14 subtotal',
    '15 blank',
    '16 section',
    '25 total',
    '26 footnote',
  ])
  expect(read.columns.map(({ column, field }) => `${column} ${field}`)).toEqual([
    'A null',
    'B title',
    'C buildNature',
    'D scope',
    'E totalInvestment',
    'F annualPlan',
    'G annualDone',
    'H monthDone',
    'I plannedStart',
    'J plannedFinish',
    'K leader',
    'L leadOrg',
    'M location',
    'N landAreaMu',
    'O stage',
    'P progress',
    'Q blockers',
  ])
  const fieldsOf = (row: number) => read.items.find((item) => item.row === row)!.fields
  expect(fieldsOf(6)).toMatchObject({
    totalInvestment: '16291000000.00',
    annualPlan: '3000000000.00',
    plannedStart: { date: '2024-03-01', precision: 'month', raw: '2024年3月' },
    plannedFinish: { date: '2026-03-31', precision: 'month', raw: '2026年3月' },
    landAreaMu: 2256.5,
    stage: { key: 'construction', raw: '在建' },
  })
  expect(fieldsOf(7).totalInvestment).toEqual({
    amount: '10000000000.00',
    currency: 'CNY',
    bound: 'atLeast',
    raw: '百亿级',
  })
  expect(fieldsOf(9).plannedStart).toEqual({ date: '2020-09-01', precision: 'day', raw: '2020-09-01' })
  expect(fieldsOf(11).totalInvestment).toEqual({ amount: '100000000.00', currency: 'USD' })
  expect(fieldsOf(18)).toMatchObject({
    annualDone: '2610780000.00',
    plannedFinish: { date: '2027-12-31', precision: 'year' },
  })
  expect(fieldsOf(22).totalInvestment).toBe('2271336700.00')
  const outliers = read.warnings.filter(({ row, column }) => row === 21 && column === 'E')
  expect(outliers.map(({ value }) => value)).toContain('247亿元')
})

test('a list of signed projects with every fault', async () => {
  const read = await report(readFileSync(`${folder}/signing-list.xlsx`), 'signing-list.xlsx')
  expect(read).toMatchObject({
    sheet: '签约项目',
    headerRows: [1],
    rows: 22,
    importable: 20,
    duplicates: [{ row: 21, of: 5 }],
  })
  expect(read.errors.map((error) => [cell(error), error.value])).toEqual([
    ['G21', '2019-13-45'],
    ['B22', null],
  ])
  const fieldsOf = (row: number) => read.items.find((item) => item.row === row)!.fields
  expect(fieldsOf(2)).toMatchObject({ title: '中国航天瑞华泰高分子新材料项目', totalInvestment: '11500000000.00' })
  expect(fieldsOf(13).contractedForeignCapital).toEqual({ amount: '300000000.00', currency: 'USD' })
  expect(read.warnings.map(cell)).toContain('F13')
  expect(fieldsOf(23)).toMatchObject({
    title: '=HYPERLINK("http://x","点我")',
    totalInvestment: '120000000.00',
    signedOn: { date: '2026-01-04', precision: 'day', raw: '46026' },
  })
})

test('a list in GB18030 keeps what fits no column', async () => {
  const read = await report(readFileSync(`${folder}/clearance-progress.gb18030.csv`), 'clearance-progress.gb18030.csv')
  expect(read).toMatchObject({ rows: 8, importable: 8, errors: [] })
  expect(read.items[2]!.fields).toMatchObject({
    title: '前江区块城中村征迁改造',
    leadOrg: '百官街道(4大组8小组)',
    extra: {
      签约情况: '签约2029户 签约率98.7%;腾空99.7%;补偿款领取98.4%;拆除70多万平方米超90%',
      统计日期: '2017-06-16',
    },
  })
})
