import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ItemAction, touchingActions } from '@guatu/access'
import { from as copyFrom } from 'pg-copy-streams'
import { columns, snakeCase, type WideTable } from './columns.ts'
import { asOwnerText, personRole, type Tx } from './store.ts'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const special = /[\\\t\n\r]/
const escaped = (text: string) =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : text

const arrayColumns: ReadonlySet<string> = new Set(['rules', 'phases', 'evidenceIds'])

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

/** What a person has to be allowed for rows of a table that come by COPY: as the policies of that table say. */
const rights: Readonly<Partial<Record<WideTable, readonly ItemAction[]>>> = {
  item: ['item.create'],
  node: ['item.create', ...touchingActions],
  fact: ['fact.report'],
}

/** Whether rows of a table may come by COPY at all: past the policies only where they are asked afterwards. */
export const mayCopy = ({ role }: Tx, table: WideTable): boolean => role !== personRole || table in rights

const barredText = `select count(*)::int as barred from unnest($2::uuid[]) as x (id) where not exists (
  select from item i where i.district_id = $1 and i.item_id = x.id and (
    i.phase = any((select guatu_phases(variadic $3::text[]))::text[])
    or exists (select from item_party p where p.district_id = $1 and p.item_id = x.id
      and p.key = any((select guatu_keys(variadic $3::text[]))::text[]))))`

/** Asks afterwards what the policies would have asked of each row; what they refuse takes the whole transaction back. */
async function assertRights(tx: Tx, table: WideTable, rows: readonly object[]): Promise<void> {
  const wanted = rights[table]
  if (tx.role !== personRole || !wanted) return
  const written = rows as readonly { itemId: string; reportedById?: string | null }[]
  const itemIds = [...new Set(written.map(({ itemId }) => itemId))]
  const { rows: found } = await tx.client.query<{ barred: number }>(barredText, [tx.districtId, itemIds, wanted])
  const foreign = table === 'fact' && written.some(({ reportedById }) => (reportedById ?? null) !== tx.actor.personId)
  if (found[0]?.barred === 0 && !foreign) return
  throw Object.assign(new Error(`rows of ${table} that the person may not write`), { code: '42501' })
}

/**
 * Streams rows by COPY. Row-level security refuses COPY FROM, so the tables' owner does it, and the person's rights are
 * asked for afterwards; every row's district has been checked by the caller. One message carries the change of role and back, since each takes a turn of the loop.
 */
export async function copyRows(tx: Tx, table: WideTable, rows: readonly object[]): Promise<void> {
  const list = columns[table].map(snakeCase).join(', ')
  const target = tx.client.query(copyFrom(asOwnerText(tx, `copy ${snakeCase(table)} (${list}) from stdin`)))
  await pipeline(Readable.from(copyBlocks(table, rows)), target)
  await assertRights(tx, table, rows)
}
