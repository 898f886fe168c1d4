import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { columns, snakeCase, type WideTable } from './columns.ts'
import { asOwnerText, type Tx } from './store.ts'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const special = /[\\\t\n\r]/
const escaped = (text: string) =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : text

const arrayColumns: ReadonlySet<string> = new Set(['rules', 'phases'])

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

/** Blocks of this many characters: few enough writes to the socket, small enough that the server works meanwhile. */
const blockLength = 65_536

/** Rows as COPY reads them. A document that several rows share is written as text once. */
function* copyBlocks(table: WideTable, rows: readonly object[]): Generator<string> {
  const names = columns[table]
  let block = ''
  let document: unknown
  let documentText = ''
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    let separator = ''
    for (const name of names) {
      const value = row[name]
      block += separator
      if (typeof value !== 'object' || value === null || Array.isArray(value)) block += copyText(name, value)
      else if (value === document) block += documentText
      else {
        document = value
        documentText = copyText(name, value)
        block += documentText
      }
      separator = '\t'
    }
    block += '\n'
    if (block.length > blockLength) {
      yield block
      block = ''
    }
  }
  if (block) yield block
}

/**
 * Streams rows by COPY. Row-level security refuses COPY FROM, so the tables' owner does it; every row's district has
 * been checked by the caller. One message carries the change of role and back, since each takes a turn of the loop.
 */
export async function copyRows(tx: Tx, table: WideTable, rows: readonly object[]): Promise<void> {
  const list = columns[table].map(snakeCase).join(', ')
  const target = tx.client.query(copyFrom(asOwnerText(tx, `copy ${snakeCase(table)} (${list}) from stdin`)))
  await pipeline(Readable.from(copyBlocks(table, rows)), target)
}
