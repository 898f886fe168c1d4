import type { Store } from '../../../store/store.ts'

const tables = [
  'org',
  'person',
  'item',
  'node',
  'item_link',
  'fact',
  'fact_verification',
  'fact_current',
  'event',
  'rollup',
  'rollup_rule',
  'import_mapping',
  'import_record',
]

/** How many rows each table holds: what was refused leaves all of them as they were. */
export async function rowCounts(store: Store): Promise<Record<string, number>> {
  return await store.read(async (tx) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await tx.client.query<{ rows: number }>(`select count(*) as rows from ${table}`)
      counts[table] = rows[0]!.rows
    }
    return counts
  })
}

/** All that a list shows, without the marks of the acts that led there: revisions, instants, ids of facts. */
export async function shownState(store: Store): Promise<Record<string, unknown[]>> {
  return await store.read(async (tx) => {
    const select = async (text: string) => (await tx.client.query<Record<string, unknown>>(text)).rows
    return {
      items: await select(
        `select to_jsonb(item) - array['revision', 'updated_at', 'known_from', 'lit_from'] as item from item order by item_id`,
      ),
      nodes: await select(`select to_jsonb(node) - 'known_from' as node from node order by item_id, node_key`),
      figures: await select(
        `select item_id, metric, period, value, currency, verified_value from fact_current order by 1, 2, 3`,
      ),
      rollup: await select(
        `select * from rollup where items <> 0 order by playbook_key, year, area_code, stage, lamp, lead_org_id`,
      ),
      rules: await select(`select * from rollup_rule where items <> 0 order by playbook_key, area_code, lamp, rule`),
    }
  })
}
