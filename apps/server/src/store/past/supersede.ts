import { isDeepStrictEqual } from 'node:util'
import { columns, snakeCase } from '../columns.ts'
import type { ItemRow, NodeRow } from '../schema.ts'
import { asKeeper, type Tx } from '../store.ts'

type Before = ItemRow | null

/** Amounts as the database writes them and as the program does differ in their noughts. */
const amount = (text: string | null) => text?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ?? null

/** What a row says but for what the passing of a day moves by itself: points behind, days late and their words. */
const saidBy = ({ stage, lamp, lampReasons, rules, figuresYear, settled, fields, ...row }: ItemRow) => [
  [stage, lamp, rules, figuresYear, settled, fields, row.feasible, row.shortfallWorkdays, row.escalatedTo],
  [row.doneCny, row.planCny, row.verifiedCny].map(amount),
  lampReasons.map(({ rule, level, nodeKey }) => [rule, level, nodeKey ?? null]),
]

/**
 * Whether a write makes another version of an item. An act always does. A row that is lit anew does where it says more
 * than what another day says of itself, which `asLit` counts anew: so that a day adds a few rows and not all.
 */
function isOther(before: ItemRow, after: ItemRow): boolean {
  if (before.revision !== after.revision) return true
  if (!isDeepStrictEqual(saidBy(before), saidBy(after))) return true
  return before.litOn === after.litOn && !isDeepStrictEqual(before.lampReasons, after.lampReasons)
}

interface Superseding {
  readonly before: Before
  readonly after: ItemRow
}

/** Rows to be written, with the instant since when they are known; a clock that was set back does not bring it forward. */
export function versioned<W extends Superseding>(writes: readonly W[], at: string): W[] {
  return writes.map((write) => {
    const { before, after } = write
    if (!before || !isOther(before, after)) return write
    const knownFrom = at > before.knownFrom ? at : before.knownFrom
    return { ...write, after: { ...after, knownFrom, litFrom: after.litOn } }
  })
}

const itemColumns = columns.item.map((column) => snakeCase(column))
const nodeColumns = columns.node.map((column) => snakeCase(column))
const list = (names: readonly string[], table?: string) =>
  names.map((name) => (table ? `${table}.${name}` : name)).join(', ')

/** Copies live rows to the past; one that came at the same instant was never known. */
const copyItems = `insert into item_past (${list(itemColumns)}, known_to)
  select ${list(itemColumns, 'i')}, $3::timestamptz
  from item i where i.district_id = $1 and i.item_id = any($2::uuid[]) and i.known_from < $3::timestamptz`

const copyNodes = (source: string, where: string) => `
  insert into node_past (${list(nodeColumns)}, known_from, known_to)
  select ${list(nodeColumns, 'n')}, coalesce(n.known_from, i.created_at), $3::timestamptz
  from ${source} join item i on i.district_id = $1 and i.item_id = n.item_id
  where n.district_id = $1 and coalesce(n.known_from, i.created_at) < $3::timestamptz and ${where}`

const nodeSaid = nodeColumns.filter((name) => !['district_id', 'item_id', 'node_key'].includes(name))
const differs = (other: string) => `(${list(nodeSaid, 'n')}) is distinct from (${list(nodeSaid, other)})`
const written = 'json_populate_recordset(null::node, $2::json) x join node n'
const copyOtherNodes = copyNodes(
  `${written} on n.district_id = $1 and n.item_id = x.item_id and n.node_key = x.node_key`,
  differs('x'),
)
const copyAllNodes = copyNodes('node n', 'n.item_id = any($2::uuid[])')

/** Keeps the versions of items that a write is about to replace. */
export async function supersedeItems(tx: Tx, writes: readonly Superseding[], at: string): Promise<void> {
  const moved = writes.filter(({ before, after }) => before && before.knownFrom !== after.knownFrom)
  const itemIds = moved.map(({ after }) => after.itemId)
  if (itemIds.length > 0) await asKeeper(tx, () => tx.client.query(copyItems, [tx.districtId, itemIds, at]))
}

/** Bounds the text of one parameter. */
const mostInParameter = 2_000

/** Writes nodes of items that exist; those that say something else leave their former version in the past. */
export async function replaceNodes(tx: Tx, nodes: readonly NodeRow[], at: string): Promise<void> {
  for (let start = 0; start < nodes.length; start += mostInParameter) {
    const rows = JSON.stringify(nodes.slice(start, start + mostInParameter).map(snakeRow))
    await asKeeper(tx, () => tx.client.query(copyOtherNodes, [tx.districtId, rows, at]))
    await tx.client.query(writeNodes, [rows, at])
  }
}

const snakeRow = (node: NodeRow) =>
  Object.fromEntries(columns.node.map((column) => [snakeCase(column), node[column]] as const))

const writeNodes = `insert into node as n (${list(nodeColumns)}, known_from)
  select ${list(nodeColumns)}, $2::timestamptz from json_populate_recordset(null::node, $1::json)
  on conflict (district_id, item_id, node_key) do update
    set ${nodeSaid.map((name) => `${name} = excluded.${name}`).join(', ')}, 
      known_from = greatest(excluded.known_from, n.known_from)
    where ${differs('excluded')}`

/** Who may read the past of an item that is gone is judged by its last ties. */
const keepTies = `update item_past i set parties = array(
    select split_part(p.key, '@', 1) || '@' || i.phase from item_party p
      where p.district_id = $1 and p.item_id = i.item_id)
  where i.district_id = $1 and i.item_id = any($2::uuid[])`

/** Keeps items that are about to be removed, with their nodes. */
export async function supersedeRemoved(tx: Tx, itemIds: readonly string[], at: string): Promise<void> {
  const values = [tx.districtId, itemIds, at]
  await asKeeper(tx, async () => {
    await tx.client.query(copyAllNodes, values)
    await tx.client.query(copyItems, values)
    await tx.client.query(keepTies, [tx.districtId, itemIds])
  })
}
