import { describe, expect, test } from 'vitest'
import type { Grid } from './grid/grid.ts'
import { chooseSheet, type LedgerOptions, readLedger } from './read-ledger.ts'
import type { LedgerReport } from './report.ts'
import { gridOf } from './testing/grid.ts'
import { testPlaybook } from './testing/playbook.ts'

const options: LedgerOptions = { playbook: testPlaybook, today: '2026-11-21' }

function read(grid: Grid, more: Partial<LedgerOptions> = {}): LedgerReport {
  const outcome = readLedger(grid, { ...options, ...more })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const fieldsOf = (report: LedgerReport) => report.columns.map(({ field }) => field)

describe('the header', () => {
  test('stands below any number of title, unit and date lines', () => {
    const above = Array.from({ length: 12 }, (_, at) => `附件说明第${at}行`)
    const report = read(gridOf([...above, '序号|项目名称|总投资（亿元）|责任单位', '1|甲|2|发改局']))
    expect(report).toMatchObject({ headerRows: [13], rows: 1 })
    expect(report.items[0]!.fields).toMatchObject({ totalInvestment: '200000000.00', leadOrg: '发改局' })
  })

  test('is refused where there is none', () => {
    const outcome = readLedger(gridOf(['这是一段说明', '没有表格']), options)
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ code: 'HEADER_NOT_FOUND' }] })
  })

  test('gives no field two columns, and the surer column the field', () => {
    const report = read(gridOf(['项目名称|开工时间|计划开工时间|总投资（万元）', '甲|2024年3月|2024年2月|5']))
    expect(fieldsOf(report)).toEqual(['title', null, 'plannedStart', 'totalInvestment'])
    expect(report.items[0]!.fields.extra).toEqual({ 开工时间: '2024年3月' })
  })

  test('tells the year’s figures from another year’s, the month’s from the year’s', () => {
    const header =
      '项目名称|2025年完成投资（万元）|2026年计划投资（万元）|1-3月完成投资（万元）|3月完成投资（万元）|完成率'
    const report = read(gridOf(['2026年3月进度表', header, '甲|1|2|3|4|5%']))
    expect(fieldsOf(report)).toEqual(['title', null, 'annualPlan', 'annualDone', 'monthDone', null])
    expect(report.period).toBe('2026-03')
  })

  test('of two levels gives context to its leaves', () => {
    const report = read(
      gridOf(
        ['项目名称|2026年||计划|', '|计划投资|完成投资|开工|竣工', '甲|1|2|2026.1|2026.12'],
        ['A1:A2', 'B1:C1', 'D1:E1'],
      ),
    )
    expect(report.headerRows).toEqual([1, 2])
    expect(fieldsOf(report)).toEqual(['title', 'annualPlan', 'annualDone', 'plannedStart', 'plannedFinish'])
  })

  test('a mapping by hand counts before every guess, and is checked', () => {
    const grid = gridOf(['项目名称|总投资|甲列', '甲|5|6'])
    const report = read(grid, { mapping: { B: null, C: 'totalInvestment' } })
    expect(fieldsOf(report)).toEqual(['title', null, 'totalInvestment'])
    const wrong = readLedger(grid, { ...options, mapping: { B: 'nonsense', C: 'remark', A: 'remark' } })
    expect(wrong).toMatchObject({ kind: 'refused', refusals: [{ path: 'B' }, { path: expect.any(String) }] })
  })

  test.each([
    [{ Z: 'totalInvestment' }, ['Z']],
    [{ '1': 'remark' }, ['1']],
    [{ D: null, b: 'remark', B: 'totalInvestment' }, ['D', 'B']],
  ])('a mapping of columns that are not there, or twice, is refused: %j', (mapping, paths) => {
    const wrong = readLedger(gridOf(['项目名称|总投资|甲列', '甲|5|6']), { ...options, mapping })
    const refusals = paths.map((path) => ({ code: 'MAPPING_INVALID', path }))
    expect(wrong).toMatchObject({ kind: 'refused', refusals })
  })

  test('a mapping takes small letters', () => {
    const report = read(gridOf(['项目名称|总投资|甲列', '甲|5|6']), { mapping: { b: null, c: 'totalInvestment' } })
    expect(fieldsOf(report)).toEqual(['title', null, 'totalInvestment'])
  })

  test('can be named by hand', () => {
    const report = read(gridOf(['甲|乙', '项目名称|总投资（万元）', '丙|5']), { headerRows: [2] })
    expect(report).toMatchObject({ headerRows: [2], rows: 1 })
  })
})

describe('units', () => {
  const amountOf = (lines: readonly string[]) => read(gridOf(lines)).items[0]!.fields.totalInvestment

  test('cell before header before unit line before the field’s own', () => {
    expect(amountOf(['单位：亿元', '项目名称|总投资（万元）', '甲|3亿美元'])).toEqual({
      amount: '300000000.00',
      currency: 'USD',
    })
    expect(amountOf(['单位：亿元', '项目名称|总投资（万元）', '甲|3'])).toBe('30000.00')
    expect(amountOf(['单位：亿元', '项目名称|总投资', '甲|3'])).toBe('300000000.00')
    expect(amountOf(['项目名称|总投资', '甲|3'])).toBe('30000.00')
  })

  test('a unit that nothing names is pointed out, once for its column', () => {
    const report = read(gridOf(['项目名称|总投资', '甲|3', '乙|4']))
    expect(report.warnings).toEqual([
      expect.objectContaining({ row: 1, column: 'B', message: expect.stringContaining('万元') }),
    ])
  })

  test('the unit line of a reporting unit is no unit of money', () => {
    expect(amountOf(['填报单位：发改局|单位：元', '项目名称|总投资', '甲|12345.67'])).toBe('12345.67')
  })

  test('a note below the table may name it', () => {
    expect(amountOf(['项目名称|总投资|地点', '甲|3|乙', '注：总投资单位为亿元'])).toBe('300000000.00')
  })
})

describe('rows', () => {
  const header = '序号|项目名称|总投资（万元）|责任单位|建设地点'
  const reasons = (lines: readonly string[], merges: readonly string[] = []) =>
    Object.fromEntries(read(gridOf([header, ...lines], merges)).skipped.map(({ row, reason }) => [row, reason]))

  test.each([
    ['一、产业类项目||||', 'section'],
    ['一|产业类项目（8个）|5000||', 'section'],
    ['（一）续建||||', 'section'],
    ['小 计||5||', 'subtotal'],
    ['|产业类合计|5||', 'subtotal'],
    ['其中：续建||5||', 'subtotal'],
    ['合  计||5||', 'total'],
    ['总计（3个）||5||', 'total'],
    ['注：1.按月更新||||', 'footnote'],
    ['填报人：王|审核人：李|||', 'footnote'],
    ['序号|项目名称|总投资（万元）|责任单位|建设地点', 'header'],
    ['1|2|3|4|5', 'columnNumbers'],
    ['（1）|（2）|（3）|（4）|（5）', 'columnNumbers'],
    ['示例|某产业园|100||', 'example'],
    ['填写说明：金额填万元||||', 'instruction'],
    ['||||', 'blank'],
  ])('%s is a row of sort %s', (line, reason) => {
    expect(reasons(['1|甲|5|乙|丙', line, '2|丁|6|乙|丙'])).toEqual({ 3: reason })
  })

  test('names that begin like a sum, a section or a note are projects', () => {
    const report = read(
      gridOf([
        header,
        '1|总部经济大楼项目|5|乙|丙',
        '2|注塑机扩产项目|6|乙|丙',
        '3|一期厂房|7|乙|丙',
        '4|合计划|8|乙|丙',
      ]),
    )
    expect(report.rows).toBe(4)
  })

  test('a list whose numbers are Chinese has projects in them', () => {
    expect(read(gridOf([header, '一|甲|5|乙|丙', '二|丁|6|乙|丙'])).rows).toBe(2)
  })

  test('a section fills the type of the rows below it, an inner one adds to it', () => {
    const report = read(
      gridOf([header, '一、产业类项目||||', '（一）续建项目||||', '1|甲|5|乙|丙', '二、其他||||', '2|丁|6|乙|丙']),
    )
    expect(report.items.map(({ fields }) => [fields.projectType, fields.buildNature])).toEqual([
      ['产业类', '续建'],
      [undefined, undefined],
    ])
  })

  test('a merged unit holds for each of its rows, a merged amount for the first only', () => {
    const report = read(gridOf([header, '1|甲|5|乙局|丙', '2|丁|||丙'], ['C2:C3', 'D2:D3']))
    expect(report.items.map(({ fields }) => [fields.leadOrg, fields.totalInvestment])).toEqual([
      ['乙局', '50000.00'],
      ['乙局', undefined],
    ])
    expect(report.warnings).toEqual([expect.objectContaining({ row: 2, column: 'C' })])
  })

  test('hidden rows count, and are pointed out', () => {
    const report = read({ ...gridOf([header, '1|甲|5|乙|丙', '2|丁|6|乙|丙']), hiddenRows: [2] })
    expect(report).toMatchObject({ rows: 2, warnings: [{ row: 3, message: expect.stringContaining('隐藏') }] })
  })

  test('what has no name is an error, and what is no value too', () => {
    const grid = gridOf([header, '1||5|乙|丙', '2|丁|很多|乙|丙'])
    const report = read(grid)
    expect(report.errors.map(({ row, column }) => `${column}${row}`)).toEqual(['B2', 'C3'])
    expect(report).toMatchObject({ rows: 2, importable: 0 })
  })

  test('a formula where a value is needed is refused, one beside it keeps what it shows', () => {
    const formula = { kind: 'formula', formula: 'C2*2', value: 10 } as const
    const grid: Grid = {
      sheet: '表',
      merges: [],
      rows: [
        ['项目名称', '总投资（万元）', '完成率'],
        ['甲', formula, formula],
      ],
    }
    const report = read(grid)
    expect(report.errors).toEqual([
      { row: 2, column: 'B', value: '=C2*2', message: expect.stringContaining('公式'), accepted: ['10'] },
    ])
    expect(read({ ...grid, rows: [grid.rows[0]!, ['甲', 5, formula]] }).items[0]!.fields.extra).toEqual({
      完成率: '10',
    })
  })
})

describe('values', () => {
  const one = (header: string, line: string, more: Partial<LedgerOptions> = {}) =>
    read(gridOf([`项目名称|${header}|备注`, `甲|${line}|乙`]), more)

  test('a stage is the longest known word, negations aside; unknown words stay', () => {
    expect(one('建设阶段', '已开工').items[0]!.fields.stage).toEqual({ key: 'construction', raw: '已开工' })
    expect(one('建设阶段', '未开工').items[0]!.fields.stage).toEqual({ key: 'early', raw: '未开工' })
    expect(one('建设阶段', '拟签约').items[0]!.fields.stage).toEqual({ key: null, raw: '拟签约' })
    expect(one('建设阶段', '拟签约').warnings).toHaveLength(1)
  })

  test('已开工 in a date’s column tells the stage', () => {
    expect(one('计划开工时间', '已开工').items[0]!.fields).toMatchObject({
      stage: { key: 'construction', raw: '已开工' },
      extra: { 计划开工时间: '已开工' },
    })
  })

  test('a span in the start’s column gives the finish as well', () => {
    const { fields } = one('计划开工时间', '2024年3月-2026年12月').items[0]!
    expect(fields).toMatchObject({ plannedStart: { date: '2024-03-01' }, plannedFinish: { date: '2026-12-31' } })
  })

  test('a finish before the start is an error', () => {
    const report = read(gridOf(['项目名称|开工时间|竣工时间', '甲|2026年5月|2025年12月']))
    expect(report.errors).toEqual([expect.objectContaining({ row: 2, column: 'C' })])
  })

  test('names that begin with = + - @ are names', () => {
    const report = read(gridOf(['项目名称|总投资（万元）', '=1+1|5', '@甲|5', '+乙|5', '-丙|5']))
    expect(report.items.map(({ title }) => title)).toEqual(['=1+1', '@甲', '+乙', '-丙'])
  })
})

describe('what stands out', () => {
  test('duplicates, writing habits aside', () => {
    const report = read(gridOf(['项目名称|总投资（万元）', '甲（一期）项目|5', ' 甲(一期)|5', '甲（二期）项目|5']))
    expect(report.duplicates).toEqual([{ row: 3, of: 2 }])
  })

  test('amounts out of proportion with area, with each other, with the rest', () => {
    const lines = [
      '1|2|3|4|5|6'.split('|').map((name) => `项目${name}|5000|||10`),
      ['大项目|99000000|||10', '反项目|100|200||10'],
    ].flat()
    const report = read(gridOf(['项目名称|总投资（万元）|今年计划投资（万元）|建设内容|用地面积（亩）', ...lines]))
    const at = report.warnings.map(({ row, column }) => `${column}${row}`)
    expect(at).toContain('B8')
    expect(at).toContain('C9')
    expect(at).not.toContain('B2')
  })

  test('a remark that names another unit than the column’s', () => {
    const report = read(gridOf(['项目名称|协议外资（万美元）|备注', '甲|30000|单位亿美元']))
    expect(report.warnings).toEqual([expect.objectContaining({ row: 2, column: 'B' })])
  })

  test('names that the directory does not have', () => {
    const directory = { orgs: new Set(['发改局']), persons: new Set<string>() }
    const report = read(gridOf(['项目名称|责任单位|包联领导', '甲|发改局|张三', '乙|新局|张三']), { directory })
    expect(report.unlisted).toEqual({ orgs: ['新局'], persons: ['张三'] })
  })
})

describe('the sheet', () => {
  const ledger = gridOf(['项目名称|总投资（万元）|责任单位', '甲|5|乙'], [], '台账')
  const notes = gridOf(['填表说明', '请认真填写'], [], '说明')

  test('is the one that reads like a ledger', () => expect(chooseSheet([notes, ledger], options)?.sheet).toBe('台账'))
  test('is a hidden one only when nothing else is', () => {
    const hidden = { ...ledger, sheet: '旧表', hidden: true }
    expect(chooseSheet([hidden, ledger], options)?.sheet).toBe('台账')
    expect(chooseSheet([notes, hidden], options)?.sheet).toBe('旧表')
  })
})

describe('the report’s year', () => {
  const periodOf = (lines: readonly string[]) => read(gridOf(lines)).period
  const table = ['项目名称|总投资（万元）', '甲|5']

  test.each([
    ['2025年重点项目', '2025'],
    ['填报月份：2026年3月', '2026-03'],
    ['截至2026年1-9月', '2026-09'],
    ['2024-2026年三年行动计划', '2026'],
    ['浙发改〔2024〕12号附件', '2026'],
    ['项目表', '2026'],
  ])('%s: %s', (line, period) => expect(periodOf([line, ...table])).toBe(period))

  test('is the header’s where the title tells of a beginning', () => {
    const report = read(
      gridOf(['2021年启动的重大项目', '项目名称|2026年计划投资（万元）|2025年完成投资（万元）', '甲|5|6']),
    )
    expect(report.period).toBe('2026')
    expect(fieldsOf(report)).toEqual(['title', 'annualPlan', null])
  })
})

test('a second table under another header is pointed out, cell by cell', () => {
  const report = read(
    gridOf(['项目名称|总投资（万元）|责任单位', '甲|5|乙', '项目名称|年度投资（万元）|责任单位', '丙|6|丁']),
  )
  expect(report.skipped).toEqual([{ row: 3, reason: 'header', text: '项目名称' }])
  expect(report.warnings).toEqual([expect.objectContaining({ row: 3, column: 'B', value: '年度投资（万元）' })])
})
