import type { Tx } from '../store.ts'

/** Names of the directory by id. */
export type Names = ReadonlyMap<string, string>

export async function directoryNames(tx: Tx): Promise<Names> {
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    `select org_id as id, coalesce(short_name, name) as name from org where district_id = $1
     union all select person_id, name from person where district_id = $1`,
    [tx.districtId],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
