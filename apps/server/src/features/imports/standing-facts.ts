import type { FactRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** Where a figure stands within its item. */
export const placeOf = ({ metric, period }: Pick<FactRow, 'metric' | 'period'>): string => `${metric} ${period}`

/** The fact that stands at each place of items, by `itemId metric period`. */
export async function standingFacts(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ place: string; factId: string }>(
    `select item_id || ' ' || metric || ' ' || period as place, fact_id as "factId" from fact_current
     where district_id = $1 and item_id = any($2::uuid[])`,
    [tx.districtId, itemIds],
  )
  return new Map(rows.map(({ place, factId }) => [place, factId]))
}
