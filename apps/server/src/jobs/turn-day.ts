import { sql } from 'kysely'
import type { Deps } from '../http/deps.ts'
import { playbookOf } from '../http/shelf.ts'
import { append, type ItemWrite } from '../store/append.ts'
import { litEvent } from '../store/item-events.ts'
import { judge } from '../store/items/judge.ts'
import { contextOf, type ListContext, listContext } from '../store/items/list-context.ts'
import { nodeRow } from '../store/items/node-rows.ts'
import { statesOf } from '../store/items/read.ts'
import type { ItemRow } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** Items lit in one transaction: small enough that a writer never waits long. */
const batchSize = 400

/** Keeps the roll-up as it was at the end of a day. A second time changes nothing. */
export async function keepDay(tx: Tx, day: string): Promise<void> {
  await tx.client.query(
    `insert into rollup_day (district_id, day, playbook_key, area_code, stage, lamp, items, amount_cny, plan_cny,
       done_cny, verified_cny)
     select district_id, $2::date, playbook_key, area_code, stage, lamp, sum(items), sum(amount_cny), sum(plan_cny),
       sum(done_cny), sum(verified_cny)
     from rollup where district_id = $1 and year = extract(year from $2::date)
     group by district_id, playbook_key, area_code, stage, lamp
     on conflict do nothing`,
    [tx.districtId, day],
  )
}

/** Rows that the passing of a day can change: open ones, and all of them when the year has turned. */
async function unlitItems(tx: Tx, today: string): Promise<ItemRow[]> {
  const query = tx.db.selectFrom('item').selectAll().where('districtId', '=', tx.districtId).where('litOn', '<', today)
  const changes = sql<boolean>`(not settled or figures_year <> ${Number(today.slice(0, 4))})`
  return await query.where(changes).orderBy('itemId').limit(batchSize).forUpdate().execute()
}

/** One item as the day shows it: same revision, lamps and figures of the day. */
export function relit(context: ListContext, before: ItemRow, state: Parameters<typeof judge>[1]): ItemWrite {
  const { columns, nodes } = judge(context, state)
  const after = { ...before, ...columns }
  const changed = nodes.flatMap((node, position) =>
    node.lamp === state.nodes[position]?.lamp ? [] : [nodeRow(context, before, node, position)],
  )
  return { before, after, nodes: changed }
}

async function lightBatch(deps: Deps, tx: Tx, today: string): Promise<number> {
  const rows = await unlitItems(tx, today)
  const contexts = new Map<string, ListContext>()
  const writes: ItemWrite[] = []
  const now = deps.now()
  for (const row of rows) {
    const list =
      contexts.get(row.playbookKey) ?? (await listContext(tx, playbookOf(deps, row.playbookKey), { today, now }))
    contexts.set(row.playbookKey, list)
  }
  for (const [playbookKey, list] of contexts) {
    const ofList = rows.filter((row) => row.playbookKey === playbookKey)
    const states = await statesOf(tx, list, ofList)
    for (const row of ofList) {
      const context = await contextOf(tx, list, row)
      writes.push(relit(context, row, states.get(row.itemId)!))
    }
  }
  const events = writes.flatMap(({ before, after }) =>
    before && before.lamp !== after.lamp ? [litEvent(after.itemId, before.lamp, after.lamp, after.rules)] : [],
  )
  await append(tx, { at: now, actor: 'system', events, items: writes })
  return rows.length
}

export interface TurnedDay {
  readonly from: string
  readonly items: number
}

/**
 * Brings lamps, figures and the roll-up to today, keeping what the last day showed. Can be interrupted anywhere: what is
 * lit already is not lit again, the day moves only at the end. Answers null when the day has not moved.
 */
export async function turnDay(deps: Deps, onProgress?: (items: number) => void): Promise<TurnedDay | null> {
  const today = deps.today()
  const from = await deps.store.write(async (tx) => {
    const query = tx.db.selectFrom('district').select('day').where('districtId', '=', tx.districtId)
    const { day } = await query.executeTakeFirstOrThrow()
    if (day < today) await keepDay(tx, day)
    return day
  })
  if (from >= today) return null
  let items = 0
  for (;;) {
    const lit = await deps.store.write((tx) => lightBatch(deps, tx, today))
    items += lit
    if (lit < batchSize) break
    onProgress?.(items)
  }
  await deps.store.write(async (tx) => {
    await tx.db.updateTable('district').set({ day: today }).where('districtId', '=', tx.districtId).execute()
    const event = { verb: 'day.turned', itemId: null, data: { from, to: today, items } }
    await append(tx, { at: deps.now(), actor: 'system', events: [event] })
  })
  return { from, items }
}
