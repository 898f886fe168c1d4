import type { GateEvidence } from '@guatu/playbook'
import type { Tx } from '../store.ts'

/** What an item's files are evidence of: those that stand, now or at a past moment, of nodes and of figures that stand. */
export async function gateEvidence({ client, districtId, asOf }: Tx, itemId: string): Promise<GateEvidence[]> {
  const { rows } = await client.query<GateEvidence>(
    `select distinct e.node_key as "nodeKey", f.metric
     from evidence e
     left join fact_current f on f.district_id = $1 and f.item_id = $2 and f.fact_id = e.fact_id
     where e.district_id = $1 and e.item_id = $2
       and ($3::timestamptz is null or e.added_at <= $3::timestamptz)
       and (e.withdrawn_at is null or e.withdrawn_at > $3::timestamptz)`,
    [districtId, itemId, asOf?.at ?? null],
  )
  return rows
}
