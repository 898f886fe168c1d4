import { type SelectQueryBuilder, sql } from 'kysely'
import { columns, snakeCase } from '../columns.ts'
import type { Database, ItemRow, NodeRow } from '../schema.ts'
import type { Tx } from '../store.ts'

/** An instant as SQL; it comes from `parseAsOf`, the district from the store: neither holds anything but its form. */
const instant = (at: string) => `timestamptz '${at}'`

/** Share of the year that is over, as the playbooks' `elapsedPercent` counts it. */
const elapsed = (day: string) =>
  `round((extract(doy from ${day}) - 1) * 100 / extract(doy from make_date(extract(year from ${day})::int, 12, 31)), 2)`

/**
 * The day that a row stood for at a moment: it is lit at each turn of the day without becoming another version, a settled
 * one is not, and one that was written before the day turned has the new day already.
 */
const litDay = (today: string) => `least(lit_on, greatest(lit_from, date '${today}'))`

/** Every day moves the points behind by what elapsed of the year. */
const behindOn = (today: string) =>
  `case when behind_points is null or ${litDay(today)} = lit_on then behind_points
    else behind_points - ${elapsed('lit_on')} + ${elapsed(litDay(today))} end as behind_points`

type Source = Pick<Tx, 'districtId' | 'asOf' | 'byTies'>

/**
 * A condition on an item's id by which the few items of somebody who reads by ties alone are found from an index, where
 * the policies would look at all; true for anybody else.
 */
export const tiedTo = ({ districtId, byTies }: Source, itemId: string): string =>
  byTies
    ? `${itemId} in (select p.item_id from item_party p where p.district_id = '${districtId}'
        and p.key = any((select guatu_keys('item.read'))::text[]))`
    : 'true'

/**
 * The items that a transaction reads, as a FROM clause takes them under an alias: the live table, or the rows that were
 * known at its moment, with the same columns.
 */
export function itemSource(tx: Source): string {
  const { districtId, asOf } = tx
  if (!asOf) return tx.byTies ? `(select * from item where ${tiedTo(tx, 'item_id')})` : 'item'
  const at = instant(asOf.at)
  const list = columns.item
    .map((column) => (column === 'behindPoints' ? behindOn(asOf.litOn) : snakeCase(column)))
    .join(', ')
  const own = `district_id = '${districtId}' and known_from <= ${at}`
  return `(select ${list} from item where ${own}
    union all select ${list} from item_past where ${own} and known_to > ${at})`
}

/** A query on the items that a transaction reads. */
export function selectItems(tx: Tx): SelectQueryBuilder<Database, 'item', object> {
  if (!tx.asOf && !tx.byTies) return tx.db.selectFrom('item')
  const known = sql<ItemRow>`${sql.raw(itemSource(tx))}`.as('item')
  return tx.db.selectFrom(known) as unknown as SelectQueryBuilder<Database, 'item', object>
}

/** The nodes that a transaction reads, as a FROM clause takes them under an alias, with the columns of the live table. */
export function nodeSource(tx: Pick<Tx, 'asOf'>): string {
  if (!tx.asOf) return 'node'
  const list = columns.node.map(snakeCase).join(', ')
  return `(select ${list} from node where known_from is null or ${knownBy(tx, 'known_from')}
    union all select ${list} from node_past where ${knownBy(tx, 'known_from')} and not ${knownBy(tx, 'known_to')})`
}

/** The nodes of items, ordered; as of a moment, those that were known then. */
export async function nodesOf(tx: Tx, itemIds: readonly string[]): Promise<NodeRow[]> {
  const { districtId, asOf } = tx
  const live = tx.db
    .selectFrom('node')
    .select(columns.node)
    .where('districtId', '=', districtId)
    .where('itemId', 'in', itemIds)
  if (!asOf) return await live.orderBy('itemId').orderBy('position').execute()
  const at = sql.val(asOf.at)
  return await live
    .where(sql<boolean>`(known_from is null or known_from <= ${at})`)
    .unionAll(
      tx.db
        .selectFrom(sql<NodeRow>`node_past`.as('past'))
        .select(columns.node)
        .where('districtId', '=', districtId)
        .where('itemId', 'in', itemIds)
        .where(sql<boolean>`known_from <= ${at} and known_to > ${at}`),
    )
    .orderBy('itemId')
    .orderBy('position')
    .execute()
}

/** A condition on when a row of another table came to be known; true for a reader of now. */
export const knownBy = ({ asOf }: Pick<Tx, 'asOf'>, column: string): string =>
  asOf ? `${column} <= ${instant(asOf.at)}` : 'true'

/** A condition on links, under an alias, that they stand, or stood at the transaction's moment. */
export const linkStands = (tx: Pick<Tx, 'asOf'>, link: string): string =>
  tx.asOf
    ? `${knownBy(tx, `${link}.added_at`)} and not (${link}.removed_at is not null and ${knownBy(tx, `${link}.removed_at`)})`
    : `${link}.removed_at is null`
