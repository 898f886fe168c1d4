import { type RawBuilder, sql } from 'kysely'
import { knownBy, selectItems } from '../past/source.ts'
import type { Database, ItemRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { Condition, Selection } from './parse.ts'

type Test = RawBuilder<boolean>

const likeText = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const gapTests: Readonly<Record<string, Test>> = {
  noLeadOrg: sql`item.lead_org_id is null`,
  noDeadline: sql`item.deadline is null`,
  noAnnualPlan: sql`item.plan_cny is null`,
  noOwner: sql`item.owner_id is null`,
  withBlockers: sql`item.has_blockers`,
  from100m: sql`item.amount_cny >= 100000000`,
  doneWithoutPlan: sql`coalesce(item.plan_cny, 0) = 0 and item.done_cny <> 0`,
}
const types = {
  text: 'text',
  id: 'uuid',
  number: 'numeric',
  day: 'date',
  flag: 'boolean',
  rules: 'text',
  months: 'text',
  gap: 'text',
  imports: 'uuid',
  ids: 'text',
  ties: 'text',
} as const

function testOf(tx: Tx, { key, operator, values }: Condition): Test {
  const { districtId } = tx
  const value = sql.raw<unknown>(key.ofEvents?.(knownBy(tx, 'e.at')) ?? key.sql)
  const type = sql.raw(types[key.sort])
  const list = sql`${sql.val(values)}::text[]`
  if (key.sort === 'gap')
    return sql`(${sql.join(
      values.map((name) => gapTests[name] as Test),
      sql` or `,
    )})`
  if (key.sort === 'imports')
    return sql`${value} in (
      select e.item_id from import_record r join event e on e.district_id = ${districtId} and e.at = r.committed_at
        where r.district_id = ${districtId} and r.import_id = any(${list}::uuid[])
          and ${sql.raw(knownBy(tx, 'r.committed_at'))})`
  if (key.sort === 'rules' || key.sort === 'months') {
    if (operator === 'in') return sql`${value} && ${list}`
    return operator === 'empty' ? sql`cardinality(${value}) = 0` : sql`cardinality(${value}) > 0`
  }
  if (key.sort === 'ties') return sql`${value} && ${list}`
  if (key.sort === 'ids') {
    if (operator === 'in') return sql`${value} ?| ${list}`
    const named = sql`coalesce(jsonb_array_length(nullif(${value}, 'null'::jsonb)), 0)`
    return operator === 'empty' ? sql`${named} = 0` : sql`${named} > 0`
  }
  switch (operator) {
    case 'in':
      return sql`${value} = any(${list}::${type}[])`
    case 'has':
      return sql`${value} ilike ${likeText(values[0] as string)}`
    case 'from':
      return sql`${value} >= ${values[0]}::${type}`
    case 'to':
      return sql`${value} <= ${values[0]}::${type}`
    case 'empty':
      return key.sort === 'text' ? sql`coalesce(${value}, '') = ''` : sql`${value} is null`
    case 'filled':
      return key.sort === 'text' ? sql`coalesce(${value}, '') <> ''` : sql`${value} is not null`
  }
}

/** The items of a selection, unordered. */
export function selectedItems(tx: Tx, { playbook, words, conditions }: Selection) {
  let query = selectItems(tx).where('item.districtId', '=', tx.districtId).where('item.playbookKey', '=', playbook.key)
  for (const word of words) query = query.where('item.searchText', 'like', likeText(word))
  for (const condition of conditions) query = query.where(testOf(tx, condition))
  return query
}

export interface Page {
  readonly offset: number
  readonly limit: number
}

/** A page of a selection in its order; what is unknown comes last, equals in the order of their ids. */
export async function selectPage(tx: Tx, selection: Selection, { offset, limit }: Page): Promise<ItemRow[]> {
  if (limit === 0) return []
  let query = selectedItems(tx, selection).selectAll('item')
  for (const { key, descending } of selection.orders) {
    query = query.orderBy(sql.raw(key.orderSql ?? key.sql), (order) => {
      const directed = descending ? order.desc() : order.asc()
      return key.always ? directed : directed.nullsLast()
    })
  }
  const [first] = selection.orders
  query = query.orderBy('item.itemId', first?.descending === true || !first ? 'desc' : 'asc')
  return (await query.offset(offset).limit(limit).execute()) as Database['item'][]
}
