import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { columns, snakeCase, type WideTable } from './columns.ts'
import { asOwner, type Tx } from './store.ts'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string)

const arrayColumns: ReadonlySet<string> = new Set(['rules'])

/** One value in COPY's text format (PostgreSQL documentation, COPY, "Text Format"). */
export function copyText(column: string, value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && arrayColumns.has(column)) {
    return escaped(`{${value.map((part) => `"${String(part).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  }
  return escaped(JSON.stringify(value))
}

function* lines(table: WideTable, rows: readonly object[]): Generator<string> {
  const names = columns[table]
  let block = ''
  for (const row of rows) {
    const values = row as Record<string, unknown>
    block += `${names.map((name) => copyText(name, values[name])).join('\t')}\n`
    if (block.length > 65_536) {
      yield block
      block = ''
    }
  }
  if (block) yield block
}

/**
 * Streams rows by COPY. Row-level security refuses COPY FROM, so the tables' owner does it; every row's district has
 * been checked by the caller.
 */
export async function copyRows(tx: Tx, table: WideTable, rows: readonly object[]): Promise<void> {
  const list = columns[table].map(snakeCase).join(', ')
  await asOwner(tx, async () => {
    const target = tx.client.query(copyFrom(`copy ${snakeCase(table)} (${list}) from stdin`))
    await pipeline(Readable.from(lines(table, rows)), target)
  })
}
