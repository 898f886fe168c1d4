import type { Tx } from '../store.ts'

type Fields = Readonly<Record<string, unknown>>

interface Changed {
  readonly itemId: string
  readonly changes: Readonly<Record<string, { readonly from: unknown }>>
}

/**
 * Secrets of items as they were at an instant: what was changed since is undone, the latest change first. As far as the
 * transaction's role may read such changes.
 */
export async function secretsKnownAt(
  tx: Tx,
  itemIds: readonly string[],
  present: ReadonlyMap<string, Fields>,
  at: string,
): Promise<Map<string, Fields>> {
  const { rows } = await tx.client.query<Changed>(
    `select s.item_id as "itemId", s.changes
       from event_secret s join event e on e.district_id = $1 and e.seq = s.seq
       where s.district_id = $1 and s.item_id = any($2::uuid[]) and e.at > $3::timestamptz
       order by s.seq desc`,
    [tx.districtId, itemIds, at],
  )
  const known = new Map(present)
  for (const { itemId, changes } of rows) {
    const before = Object.entries(changes).map(([key, { from }]) => [key, from] as const)
    const fields = { ...known.get(itemId), ...Object.fromEntries(before) }
    known.set(itemId, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)))
  }
  return known
}
