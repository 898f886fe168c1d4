import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf } from '../testing/grid.ts'
import { chooseDirectorySheet, readDirectory } from './read-directory.ts'

const kinds = {
  department: { zh: '部门', en: 'Department', words: ['区级部门'] },
  town: { zh: '镇街', en: 'Town', words: ['街道', '镇'] },
}
const roles = {
  department: { zh: '部门发力', en: 'Department', words: ['部门'] },
  verifier: { zh: '核实', en: 'Verifier' },
  leader: { zh: '区领导', en: 'District leader' },
}
const options = { kinds, roles, today: '2026-11-21' }

function read(lines: readonly string[], merges: readonly string[] = []) {
  const outcome = readDirectory(gridOf(lines, merges), options)
  if (outcome.kind === 'refused') throw new Error(outcome.refusals[0]!.message.zh)
  return outcome.value
}

const told = (lines: readonly string[], merges: readonly string[] = []) =>
  read(lines, merges).entries.map(({ row, unit, person, title }) => [row, unit, person, title])

describe('sheets as offices write them', () => {
  test('a unit that is named in the first row of its block, by a merge or by nothing below it', () => {
    const lines = [
      '南湖区领导干部名册|||',
      '序号|单位|姓名|职务',
      '1|区发改局|张伟|局长',
      '2||李娜|副局长',
      '3|区商务局|王芳|局长',
      '4||赵敏|科长',
    ]
    const expected = [
      [3, '区发改局', '张伟', '局长'],
      [4, '区发改局', '李娜', '副局长'],
      [5, '区商务局', '王芳', '局长'],
      [6, '区商务局', '赵敏', '科长'],
    ]
    expect(told(lines, ['A1:D1'])).toEqual(expected)
    expect(told(lines, ['A1:D1', 'B3:B4', 'B5:B6'])).toEqual(expected)
  })

  test('several posts of one person: by a merge, by a blank name, by 同上', () => {
    const rows = (second: string) => ['单位|姓名|职务', '区发改局|张伟|局长', `|${second}|党组书记`]
    for (const [second, merges] of [
      ['', ['B2:B3']],
      ['', []],
      ['同上', []],
    ] as const) {
      expect(told(rows(second), merges)).toEqual([
        [2, '区发改局', '张伟', '局长'],
        [3, '区发改局', '张伟', '党组书记'],
      ])
    }
    expect(read(rows('')).warnings).toMatchObject([{ row: 3, message: expect.stringContaining('张伟') }])
  })

  test('a header of two levels, columns in any order and under their usual names', () => {
    const lines = [
      '任职情况|||人员|',
      '现任职务|到任日期|部门|姓名|手机号码',
      '局长|2024年3月5日|区发改局|张 伟|13905730001',
    ]
    const [entry] = read(lines, ['A1:C1', 'D1:E1']).entries
    expect(entry).toMatchObject({ unit: '区发改局', person: '张伟', phone: '13905730001', from: '2024-03-05' })
  })

  test('names of a cell are persons, roles of a cell are posts', () => {
    const { entries } = read(['单位|姓名|职务|角色', '区统计局|张伟、李娜|科长|核实、部门'])
    expect(entries.map(({ person, role }) => `${person} ${role}`)).toEqual([
      '张伟 verifier',
      '张伟 department',
      '李娜 verifier',
      '李娜 department',
    ])
  })

  test('sections, totals, footnotes, repeated headers and blank rows tell of nobody', () => {
    const lines = [
      '单位|姓名|职务',
      '一、区级部门||',
      '区发改局|张伟|局长',
      '||',
      '单位|姓名|职务',
      '合计|1人|',
      '注：以上为在编人员||',
    ]
    const report = read(lines)
    expect(report.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'section'],
      [4, 'blank'],
      [5, 'header'],
      [6, 'total'],
      [7, 'footnote'],
    ])
    expect(report.rows).toBe(1)
  })

  test('a section ends the block: what follows must name its unit', () => {
    const report = read(['单位|姓名|职务', '区发改局|张伟|局长', '二、镇街||', '|李娜|书记'])
    expect(report.errors).toMatchObject([{ row: 4, column: 'A', message: expect.stringContaining('单位') }])
  })

  test('a vacancy is a unit without a person; a unit may stand alone', () => {
    const report = read([
      '单位|上级单位|单位类型|姓名|职务',
      '区发改局|南湖区|部门|空缺|副局长',
      '建设街道|南湖区|街道||',
    ])
    expect(report.entries).toMatchObject([
      { unit: '区发改局', person: null, parent: '南湖区', kind: 'department' },
      { unit: '建设街道', person: null, kind: 'town' },
    ])
    expect(report.warnings).toMatchObject([{ row: 2 }])
  })
})

describe('what is wrong is told by its cell, all at once', () => {
  test('with the values that would have been taken', () => {
    const report = read([
      '单位|单位类型|姓名|角色|手机|起始日期|截止日期',
      '区发改局|衙门|张伟123|观察员|打电话|下个月|2026-03-05',
      '区商务局|部门|李娜|核实|13905730001|2026-03-05|2026-03-01',
    ])
    expect(report.entries).toEqual([])
    expect(report.errors.map(({ row, column, value }) => `${column}${row} ${value}`)).toEqual([
      'B2 衙门',
      'C2 张伟123',
      'E2 打电话',
      'D2 观察员',
      'F2 下个月',
      'G3 2026-03-01',
    ])
    expect(report.errors[0]!.accepted).toEqual(['部门', '镇街'])
    expect(report.errors[3]!.accepted).toEqual(['部门发力', '核实', '区领导'])
  })

  test('a month stands for its first or its last day, and that is said', () => {
    const { entries, warnings } = read(['单位|姓名|职务|起始日期|截止日期', '区发改局|张伟|局长|2024.3|2026年2月'])
    expect(entries).toMatchObject([{ from: '2024-03-01', to: '2026-02-28' }])
    expect(warnings.map(({ column }) => column)).toEqual(['D', 'E'])
  })

  test('至今 and 同上 are no faults', () => {
    const report = read(['单位|姓名|职务|截止日期', '区发改局|张伟|局长|至今', '同上|李娜|同上|至今'])
    expect(report.errors).toEqual([])
    expect(report.entries[1]).toMatchObject({ unit: '区发改局', person: '李娜', title: '局长', to: null })
  })

  test('a sheet without a header is refused with the columns that it needs', () => {
    const outcome = readDirectory(gridOf(['甲|乙', '1|2']), options)
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'HEADER_NOT_FOUND', accepted: ['单位', '姓名', '职务'] }],
    })
  })
})

test('of a workbook the sheet is read that names most columns', () => {
  const cover = gridOf(['填报说明', '请按要求填写'], [], '说明')
  const list = gridOf(['单位|姓名|职务', '区发改局|张伟|局长'], [], '名册')
  expect(chooseDirectorySheet([cover, list])?.sheet).toBe('名册')
})

test('however blocks are written, every person comes out in the unit of the block', () => {
  const name = fc.constantFrom('张伟', '李娜', '王芳', '赵敏', '陈静', '刘洋')
  const block = fc.record({
    unit: fc.integer({ min: 1, max: 40 }).map((number) => `第${number}局`),
    persons: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    way: fc.constantFrom('merge', 'first', 'every', 'ditto'),
  })
  const blocks = fc.uniqueArray(block, { minLength: 1, maxLength: 6, selector: ({ unit }) => unit })
  fc.assert(
    fc.property(blocks, (list) => {
      const lines = ['单位|姓名|职务']
      const merges: string[] = []
      for (const { unit, persons, way } of list) {
        if (way === 'merge' && persons.length > 1) merges.push(`A${lines.length + 1}:A${lines.length + persons.length}`)
        persons.forEach((person, at) => {
          const said = at === 0 || way === 'every' ? unit : way === 'ditto' ? '同上' : ''
          lines.push(`${said}|${person}|科长`)
        })
      }
      const { entries, errors } = read(lines, merges)
      expect(errors).toEqual([])
      expect(entries.map(({ unit, person }) => `${unit} ${person}`)).toEqual(
        list.flatMap(({ unit, persons }) => persons.map((person) => `${unit} ${person}`)),
      )
    }),
  )
})
