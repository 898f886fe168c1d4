import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playbooks } from '@guatu/playbooks'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { projectRoot } from '../location.ts'
import { run } from './import.ts'
import { readMappingFile } from './mapping-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-cli-import-'))
const ledger = (name: string): string => `${projectRoot}/fixtures/ledgers/${name}`
const printed: string[] = []

beforeEach(() => {
  printed.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function runJson(...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> {
  const code = await run([...args, '--list', 'major-project', '--json'])
  expect(printed).toHaveLength(1)
  return { code, json: JSON.parse(printed[0]!) as Record<string, unknown> }
}

test('a dry run prints one report and nothing else', async () => {
  const { code, json } = await runJson(ledger('major-projects-monthly.xlsx'))
  expect(code).toBe(0)
  expect(Object.keys(json).sort()).toEqual([
    'columns',
    'duplicates',
    'errors',
    'headerRows',
    'importable',
    'items',
    'rows',
    'sheet',
    'skipped',
    'warnings',
  ])
  expect((json.columns as object[])[4]).toEqual({
    column: 'E',
    header: '总投资',
    field: 'totalInvestment',
    unit: '万元',
    confidence: 1,
  })
  expect((json.skipped as object[])[0]).toEqual({ row: 5, reason: 'section' })
})

test('a report is a page of text for people', async () => {
  expect(await run([ledger('signing-list.xlsx'), '--list', 'major-project'])).toBe(0)
  expect(printed.join('\n')).toContain('22 个项目，可导入 20 个，错误 2 处')
  expect(printed.join('\n')).toContain('G21 日期不存在：2019-13-45')
})

test('a refusal is one object with its code, and the exit code tells', async () => {
  const cases = [
    [['/nonexistent.xlsx'], 'FILE_UNREADABLE'],
    [[ledger('signing-list.xlsx'), '--sheet', '没有'], 'SHEET_UNKNOWN'],
    [[ledger('signing-list.xlsx'), '--sheet', '填表说明'], 'HEADER_NOT_FOUND'],
    [[ledger('README.md')], 'FILE_NOT_SPREADSHEET'],
  ] as const
  for (const [args, refused] of cases) {
    printed.length = 0
    const { code, json } = await runJson(...args)
    expect([code, (json.error as { code: string }).code]).toEqual([1, refused])
  }
})

test('an unknown list is refused with the ones there are', async () => {
  expect(await run([ledger('signing-list.xlsx'), '--list', 'nope', '--json'])).toBe(1)
  expect(JSON.parse(printed[0]!)).toMatchObject({
    error: { code: 'PLAYBOOK_UNKNOWN', details: [{ accepted: playbooks.map(({ key }) => key) }] },
  })
})

test('a mapping file corrects a column', async () => {
  const path = join(folder, 'mapping.json')
  writeFileSync(path, JSON.stringify({ C: 'remark', I: null }))
  const { json } = await runJson(ledger('signing-list.xlsx'), '--mapping', path)
  const fields = Object.fromEntries(
    (json.columns as { column: string; field: string | null }[]).map(({ column, field }) => [column, field]),
  )
  expect(fields).toMatchObject({ B: 'title', C: 'remark', I: null })
})

test('a mapping is read in every form, and what it gets wrong is told', () => {
  const read = (content: unknown) => {
    const path = join(folder, 'any.json')
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return readMappingFile(path)
  }
  const mapping = { E: 'totalInvestment', F: null }
  const forms = [
    mapping,
    { columns: mapping },
    { mapping },
    {
      columns: [
        { column: 'e', field: 'totalInvestment' },
        { column: 'F', field: null },
      ],
    },
  ]
  for (const form of forms) expect(read(form)).toMatchObject({ kind: 'done', value: { options: { mapping } } })
  expect(read({ sheet: '表', headerRows: [3, 4], columns: mapping })).toMatchObject({
    value: { sheet: '表', options: { headerRows: [3, 4] } },
  })
  for (const wrong of ['{', [], { E: 5 }, { 总投资: 'totalInvestment' }])
    expect(read(wrong)).toMatchObject({ kind: 'refused', refusals: [{ code: 'MAPPING_INVALID' }] })
  expect(readMappingFile(join(folder, 'none.json')).kind).toBe('refused')
})
