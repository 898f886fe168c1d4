import { canonicalJson, type LampReason } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { playbookOf } from '../../http/shelf.ts'
import { eventValue } from '../../store/event-value.ts'
import { holdItems } from '../../store/items/hold.ts'
import { relit } from '../../store/items/relit.ts'
import { clocksOf, loopOfEvents } from '../../store/loop/state.ts'
import type { Tx } from '../../store/store.ts'
import type { Promised } from './client.ts'

interface ItemEvent {
  readonly itemId: string
  readonly at: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

async function eventsByItem({ client, districtId }: Tx): Promise<Map<string, ItemEvent[]>> {
  const { rows } = await client.query<ItemEvent>(
    'select item_id as "itemId", at, verb, data from event where district_id = $1 and item_id is not null order by seq',
    [districtId],
  )
  const groups = new Map<string, ItemEvent[]>()
  for (const row of rows) {
    const group = groups.get(row.itemId)
    if (group) group.push(row)
    else groups.set(row.itemId, [row])
  }
  return groups
}

/** Items whose way was no way of their list, or that stand where it does not lead. */
export async function strayedItems(deps: Deps): Promise<string[]> {
  return await deps.store.read(async (tx) => {
    const events = await eventsByItem(tx)
    const items = await tx.db.selectFrom('item').select(['itemId', 'playbookKey', 'stage']).execute()
    return items.flatMap(({ itemId, playbookKey, stage }) => {
      const { stages, moves } = playbookOf(deps, playbookKey)
      let at = ''
      const wrong: string[] = []
      for (const { verb, data } of events.get(itemId) ?? []) {
        if (verb === 'item.created') at = String(data.stage)
        if (verb !== 'item.advanced') continue
        const { from, to } = data as { readonly from: string; readonly to: string }
        const known = moves.some((move) => move.from === from && move.to === to)
        if (from !== at || !known) wrong.push(`${playbookKey} ${itemId}: ${at} | ${from} -> ${to}`)
        at = to
      }
      const stands = stages.some(({ key }) => key === stage) && at === stage
      return stands ? wrong : [...wrong, `${playbookKey} ${itemId} stands at ${stage}, its way ends at ${at}`]
    })
  })
}

const portion = 200

const portionsOf = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / portion) }, (_, place) =>
    ids.slice(place * portion, (place + 1) * portion),
  )

async function itemIds(tx: Tx, settled?: false): Promise<string[]> {
  const query = tx.db.selectFrom('item').select('itemId').where('districtId', '=', tx.districtId).orderBy('itemId')
  const rows = await query.$if(settled === false, (open) => open.where('settled', '=', false)).execute()
  return rows.map(({ itemId }) => itemId)
}

/** Text of a value: the same for equal ones, whatever the order of their keys. */
const textOf = (value: unknown): string => canonicalJson(eventValue(value))

const clock = ({ today, now }: Deps) => ({ today: today(), now: now() })

/** Stays, pauses and clocks that are not what the events of their item alone tell. */
export async function wrongClocks(deps: Deps): Promise<{ readonly clocks: number; readonly wrong: string[] }> {
  return await deps.store.write(async (tx) => {
    const events = await eventsByItem(tx)
    const wrong: string[] = []
    let clocks = 0
    for (const ids of portionsOf(await itemIds(tx))) {
      const held = await holdItems(tx, ids, (key) => playbookOf(deps, key), clock(deps))
      const rows = await tx.db.selectFrom('clock').selectAll().where('itemId', 'in', ids).execute()
      for (const { row, state, context } of held.values()) {
        const told = loopOfEvents(context, row, events.get(row.itemId) ?? [])
        const way = (loop: typeof told) => ({
          stays: loop.stays.map(({ stage, leadOrgId, enteredAt, leftAt }) => [stage, leadOrgId, enteredAt, leftAt]),
          pauses: loop.pauses.map(({ clock: key, ground, fromAt, toAt }) => [key, ground, fromAt, toAt]),
        })
        const stored = way(state.loop ?? { stays: [], pauses: [] })
        if (context.playbook.clocks && textOf(stored) !== textOf(way(told)))
          wrong.push(`${row.itemId} way: ${textOf(stored)} | ${textOf(way(told))}`)
        for (const kept of rows.filter(({ itemId }) => itemId === row.itemId)) {
          clocks += 1
          const at = { ...context, now: kept.judgedAt }
          const anew = clocksOf(at, told, state.fields).find(({ key }) => key === kept.key)
          const shown = (one: Pick<typeof kept, 'state' | 'spentMinutes' | 'limitMinutes' | 'dueAt' | 'overdue'>) =>
            textOf([one.state, one.spentMinutes, one.limitMinutes, one.dueAt, one.overdue])
          if (!anew || shown(kept) !== shown(anew))
            wrong.push(`${row.itemId} ${kept.key}: ${shown(kept)} | ${anew && shown(anew)}`)
        }
      }
    }
    return { clocks, wrong }
  })
}

/** What of a reason stands until it is lit anew: hours on a clock go by between one lighting and the next. */
const settledPart = ({ clock: key, figures, text, ...reason }: LampReason) =>
  key === undefined ? { ...reason, figures, text } : { ...reason, clock: key }

/** Open items that would be lit otherwise if their lamps were computed from scratch. */
export async function wrongLamps(deps: Deps): Promise<{ readonly lit: number; readonly wrong: string[] }> {
  return await deps.store.write(async (tx) => {
    const wrong: string[] = []
    let lit = 0
    for (const ids of portionsOf(await itemIds(tx, false))) {
      const held = await holdItems(tx, ids, (key) => playbookOf(deps, key), clock(deps))
      for (const item of held.values()) {
        const { before, after } = relit(item)
        if (after.lamp !== 'none') lit += 1
        const shown = ({ lamp, lampReasons, rules }: typeof after) =>
          textOf([lamp, lampReasons.map(settledPart), rules])
        if (before && shown(before) !== shown(after)) wrong.push(`${after.itemId}: ${shown(before)} | ${shown(after)}`)
      }
    }
    return { lit, wrong }
  })
}

/** Writes that were answered for and are not in the record. */
export async function lostWrites(deps: Deps, promised: readonly Promised[]): Promise<string[]> {
  return await deps.store.read(async (tx) => {
    const { rows } = await tx.client.query<{ told: string }>(
      `select e.item_id || ' ' || (e.data ->> 'revision') as told from event e join item i using (district_id, item_id)
       where e.district_id = $1 and i.revision >= (e.data ->> 'revision')::int`,
      [tx.districtId],
    )
    const kept = new Set(rows.map(({ told }) => told))
    return promised
      .filter(({ itemId, revision }) => !kept.has(`${itemId} ${revision}`))
      .map(({ route, itemId, revision }) => `${route} ${itemId} ${revision}`)
  })
}

/** Reports that were answered for and are not kept. */
export async function lostReports(deps: Deps, reportIds: readonly string[]): Promise<string[]> {
  return await deps.store.read(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      'select report_id::text as id from report where district_id = $1 and report_id = any($2::uuid[])',
      [tx.districtId, reportIds],
    )
    const kept = new Set(rows.map(({ id }) => id))
    return reportIds.filter((id) => !kept.has(id))
  })
}
