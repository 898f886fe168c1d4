import type { FactCurrentRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import { knownBy } from './source.ts'

type Figure = Pick<FactCurrentRow, 'itemId' | 'metric' | 'period' | 'value'>

/** What stood for each metric and period of items at the transaction's moment, by item. */
export async function figuresKnown(tx: Tx, itemIds: readonly string[]): Promise<(itemId: string) => readonly Figure[]> {
  const { rows } = await tx.client.query<Figure>(
    `select distinct on (f.item_id, f.metric, f.period) f.item_id as "itemId", f.metric, f.period, f.value::text as value
     from fact f
     where f.district_id = $1 and f.item_id = any($2::uuid[]) and ${knownBy(tx, 'f.reported_at')}
       and not exists (select from event e where e.district_id = $1 and e.item_id = f.item_id
         and e.verb = 'fact.withdrawn' and e.data->>'factId' = f.fact_id::text and ${knownBy(tx, 'e.at')})
     order by f.item_id, f.metric, f.period, f.fact_id desc`,
    [tx.districtId, itemIds],
  )
  const groups = new Map<string, Figure[]>()
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  return (itemId) => groups.get(itemId) ?? []
}
