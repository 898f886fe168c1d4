import { createItem, exportItems, getTemplateFile, listItems } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFile } from '../../workbook/open-file.ts'
import { useImportApp } from '../imports/testing/import-app.ts'

const server = useImportApp()
const [playbook] = playbooks

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '甲', '项目', '"', ',', '\n', ' ', '#', '（', '\t'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
      .trim(),
  )
  .filter((made) => made !== '')
const line = text.map((made) => made.replace(/[\n\t]/g, ' ').trim()).filter((made) => made !== '')
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`)
const money = fc.oneof(
  amount.map((value) => ({ amount: value, currency: 'CNY' })),
  amount.map((value) => ({ amount: value, currency: 'USD' })),
  fc.record({ amount, currency: fc.constant('CNY'), bound: fc.constantFrom('atLeast', 'about'), raw: line }),
)
const day = fc
  .integer({ min: 0, max: 10_000 })
  .map((days) => new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const date = fc.oneof(
  day.map((value) => ({ date: value, precision: 'day' })),
  fc.record({ date: day, precision: fc.constantFrom('month', 'quarter', 'half', 'year'), raw: line }),
)
const fields = fc.record(
  {
    title: line.map((made) => made.slice(0, 100)),
    scope: text,
    buildNature: fc.oneof(fc.constantFrom('new', 'continued'), fc.constant('其他写法')),
    totalInvestment: money,
    signedOn: date,
    plannedStart: date,
    landAreaMu: fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100),
    area: fc.constantFrom('330402101', '330402103'),
    remark: text,
  },
  { requiredKeys: ['title'] },
)

async function workbook(path: string): Promise<Buffer> {
  const reply = await server.app.inject({ method: 'GET', url: path })
  expect(reply.statusCode).toBe(200)
  return reply.rawPayload
}

test('what is exported and imported again is the same, whatever it holds', async () => {
  const samples = fc.sample(fields, 40)
  for (const made of samples) {
    const { status, body } = await server.send(createItem, {}, { playbook: playbook!.key, fields: made })
    expect(status, JSON.stringify([body, made])).toBe(200)
  }
  const before = await server.send({ ...listItems, path: `/api/items?playbook=${playbook!.key}&limit=200` }, {})
  const file = await workbook(`${exportItems.path}?playbook=${playbook!.key}`)
  const state = await server.upload(file, '导出.xlsx')
  expect(state.refusal).toBeNull()
  expect(state.counts).toMatchObject({ rows: 40, importable: 40, errors: 0, created: 0, changed: 0, unchanged: 40 })
  expect((before.body.rows as unknown[]).length).toBe(40)
}, 120_000)

test('no cell of an export is a formula, and our own sheet says which list and version it is', async () => {
  const fields = { title: '=HYPERLINK("http://x")', remark: '@SUM(A1)', scope: '+86' }
  await server.send(createItem, {}, { playbook: playbook!.key, fields })
  const [grid] = await openFile(
    await workbook(`${exportItems.path}?playbook=${playbook!.key}&q=HYPERLINK`),
    '导出.xlsx',
  )
  expect(grid!.rows[0]![0]).toBe(`guatu:${playbook!.key}@${playbook!.version}/1`)
  const cells = grid!.rows[3]!
  expect(cells).toEqual(expect.arrayContaining(['=HYPERLINK("http://x")', '@SUM(A1)', '+86']))
})

test('a template is filled in by hand and comes in', async () => {
  const [grid] = await openFile(await workbook(`${getTemplateFile.path}?playbook=${playbook!.key}`), '模板.xlsx')
  expect(grid!.rows).toHaveLength(3)
  expect(grid!.rows[2]).toEqual(expect.arrayContaining(['项目名称', '总投资（万元）', '建设阶段']))
})
