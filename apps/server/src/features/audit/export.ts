import { Readable } from 'node:stream'
import { exportEventsCsv, exportEventsXlsx } from '@guatu/contract'
import type { CellValue, SheetLayout } from '@guatu/derive'
import { done } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { chinaText } from '../../store/past/as-of.ts'
import { tellSensitiveRead } from '../../store/sensitive-read.ts'
import type { Tx } from '../../store/store.ts'
import { streamedRead } from '../../store/streamed-read.ts'
import { sheetStream } from '../../workbook/write-sheet.ts'
import { linesOf } from './lines.ts'
import { type EventFilter, findEvents } from './query.ts'

const labels = [
  ['seq', '序号', 8],
  ['at', '时间', 18],
  ['actor', '人员', 10],
  ['post', '岗位', 22],
  ['origin', '来源', 18],
  ['verb', '动作', 14],
  ['item', '项目', 26],
  ['text', '内容', 50],
  ['reason', '理由', 26],
  ['data', '明细', 40],
  ['hash', '摘要', 66],
] as const

const layout: SheetLayout = {
  name: '留痕',
  version: 'guatu-record 1',
  versionRow: 1,
  keyRow: 2,
  labelRow: 3,
  firstDataRow: 4,
  columns: labels.map(([key, label, widthChars]) => {
    return { key, label, format: 'text', widthChars, required: false, hidden: false, choices: [], open: false }
  }),
}

/** A spreadsheet shows no more in a cell (ECMA-376, Part 1, 18.18.23 ST_CellType with Excel's limit of 32,767). */
const longestCell = 32_000
const pageSize = 500

async function* rowsOf(deps: Deps, tx: Tx, filter: EventFilter): AsyncGenerator<readonly CellValue[]> {
  let before: number | undefined
  for (;;) {
    const { events, next } = await findEvents(tx, filter, { limit: pageSize, before })
    const lines = await linesOf(deps, tx, events)
    for (const [index, { event: line }] of lines.entries()) {
      const { data, hash } = events[index]!
      const { seq, at, actor, post, origin, verbTitle, itemTitle, text, reason } = line
      const said = [actor, post, origin, verbTitle.zh, itemTitle, text.zh, reason]
      yield [String(seq), chinaText(at), ...said, JSON.stringify(data).slice(0, longestCell), hash]
    }
    if (next === null) return
    before = next
  }
}

/** A cell that a spreadsheet would take for a formula is kept text (OWASP, CSV Injection). */
function csvCell(value: CellValue): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

async function* csvText(rows: AsyncIterable<readonly CellValue[]>): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 by its byte order mark.
  yield `\ufeff${labels.map(([, label]) => csvCell(label)).join(',')}\r\n`
  for await (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`
}

type Writer = (rows: AsyncIterable<readonly CellValue[]>) => Readable

/** Streams while the transaction stays open, until the last row is out or the reader is gone. */
function streamed(deps: Deps, filter: EventFilter, write: Writer): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const reading = streamedRead(deps.store, async (tx) => {
      const content = write(rowsOf(deps, tx, filter))
      resolve(content)
      await new Promise<void>((over) => {
        for (const name of ['close', 'end', 'error'] as const) content.once(name, () => over())
      })
    })
    reading.catch(reject)
  })
}

async function exported(deps: Deps, filter: EventFilter, ending: 'xlsx' | 'csv', write: Writer) {
  await tellSensitiveRead(deps, { via: 'exportAudit', items: [], about: { file: ending, ...filter } })
  return done({ fileName: `留痕-${deps.today()}.${ending}`, content: await streamed(deps, filter, write) })
}

export const exportEventsXlsxFeature = feature(
  exportEventsXlsx,
  async (deps, { query }) => await exported(deps, query, 'xlsx', (rows) => sheetStream(layout, rows)),
)

export const exportEventsCsvFeature = feature(
  exportEventsCsv,
  async (deps, { query }) =>
    await exported(deps, query, 'csv', (rows) => Readable.from(csvText(rows), { objectMode: false })),
)
