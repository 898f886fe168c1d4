import { columns, snakeCase, type TableName, type WideTable } from './columns.ts'
import { copyRows, mayCopy } from './copy.ts'
import type { Database } from './schema.ts'
import type { Tx } from './store.ts'

/** From here on COPY is faster than a statement that carries the rows as one parameter. */
const copyFrom = 200
/** Bounds the text of one parameter. */
const mostInParameter = 2_000

const columnList = (table: WideTable) => columns[table].map(snakeCase).join(', ')

/** Rows as one JSON parameter; the table's own row type reads every column. */
function asParameter(table: WideTable, rows: readonly object[]): string {
  const names = columns[table].map((column) => [column, snakeCase(column)] as const)
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(names.map(([column, name]) => [name, (row as Record<string, unknown>)[column]])),
    ),
  )
}

const selectRows = (table: WideTable) =>
  `select ${columnList(table)} from json_populate_recordset(null::${snakeCase(table)}, $1::json)`

/** Adds rows, however many. */
export async function insertRows<T extends WideTable & TableName>(
  tx: Tx,
  table: T,
  rows: readonly Database[T][],
): Promise<void> {
  if (rows.length === 0) return
  assertDistrict(tx, rows)
  if (rows.length >= copyFrom && mayCopy(tx, table)) return await copyRows(tx, table, rows)
  const text = `insert into ${snakeCase(table)} (${columnList(table)}) ${selectRows(table)}`
  for (let start = 0; start < rows.length; start += mostInParameter) {
    await tx.client.query(text, [asParameter(table, rows.slice(start, start + mostInParameter))])
  }
}

interface Upsert {
  readonly key: readonly string[]
  /** Columns that add up instead of being replaced. */
  readonly added?: readonly string[]
}

/** Adds rows; where the key exists, replaces or adds to the other columns. */
export async function upsertRows<T extends WideTable & TableName>(
  tx: Tx,
  table: T,
  rows: readonly Database[T][],
  { key, added = [] }: Upsert,
): Promise<void> {
  if (rows.length === 0) return
  assertDistrict(tx, rows)
  const name = snakeCase(table)
  const sets = columns[table]
    .filter((column) => !key.includes(column))
    .map((column) => {
      const to = snakeCase(column)
      return added.includes(column) ? `${to} = ${name}.${to} + excluded.${to}` : `${to} = excluded.${to}`
    })
  const conflict = `on conflict (${key.map(snakeCase).join(', ')}) do update set ${sets.join(', ')}`
  const text = `insert into ${name} (${columnList(table)}) ${selectRows(table)} ${conflict}`
  for (let start = 0; start < rows.length; start += mostInParameter) {
    await tx.client.query(text, [asParameter(table, rows.slice(start, start + mostInParameter))])
  }
}

/**
 * Replaces items that exist. Who calls holds their locks and has compared revisions: a row that is not found at the
 * expected revision is a bug.
 */
export async function updateItems(tx: Tx, rows: readonly Database['item'][]): Promise<void> {
  if (rows.length === 0) return
  assertDistrict(tx, rows)
  const kept = new Set(['districtId', 'itemId', 'createdAt', 'source'])
  const sets = columns.item
    .filter((column) => !kept.has(column))
    .map((column) => `${snakeCase(column)} = x.${snakeCase(column)}`)
  const text = `update item as i set ${sets.join(', ')}
    from json_populate_recordset(null::item, $1::json) as x
    where i.district_id = $2 and i.item_id = x.item_id and i.revision in (x.revision, x.revision - 1)`
  for (let start = 0; start < rows.length; start += mostInParameter) {
    const part = rows.slice(start, start + mostInParameter)
    const result = await tx.client.query(text, [asParameter('item', part), tx.districtId])
    if (result.rowCount !== part.length)
      throw new Error(`${part.length - (result.rowCount ?? 0)} items moved under the lock`)
  }
}

function assertDistrict(tx: Tx, rows: readonly { districtId: string }[]): void {
  if (rows.some((row) => row.districtId !== tx.districtId)) throw new Error('a row of another district')
}
