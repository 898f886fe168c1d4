import { lampLevels } from '@guatu/kernel'
import { lastDayOf, monthBefore, monthOf } from '@guatu/playbook'
import type { Deps } from '../http/deps.ts'
import { playbookOf } from '../http/shelf.ts'
import { holdItems } from '../store/items/hold.ts'
import { relit } from '../store/items/relit.ts'
import { insertRows } from '../store/rows.ts'
import type { ItemRow } from '../store/schema.ts'
import type { LampMonthRow } from '../store/sign-rows.ts'
import type { Tx } from '../store/store.ts'
import { nilId } from '../store/uuid.ts'
import { batchSize } from './relight.ts'

/** Last days of the months that ended from a day on and before another, the earliest first. */
function monthEndsBetween(from: string, today: string): string[] {
  const ends: string[] = []
  for (let month = monthBefore(monthOf(today)); lastDayOf(month) >= from; month = monthBefore(month))
    ends.unshift(lastDayOf(month))
  return ends
}

/** The gravest level of each rule that lights an item; what is exempted lights nothing. */
function levelsOf({ districtId, itemId, lampReasons }: ItemRow, month: string): LampMonthRow[] {
  const levels = new Map<string, LampMonthRow['level']>()
  for (const { rule, level, exempted } of lampReasons) {
    const known = levels.get(rule)
    const isGraver = known === undefined || lampLevels.indexOf(level) < lampLevels.indexOf(known)
    if (!exempted && isGraver) levels.set(rule, level)
  }
  return [...levels].map(([rule, level]) => ({ districtId, itemId, month, rule, level }))
}

/** One portion of items with the lamps of the month's last day; answers the last id, or null when there are no more. */
async function keepPortion(deps: Deps, tx: Tx, day: string, after: string): Promise<string | null> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select item_id as id from item where district_id = $1 and item_id > $2 and not settled
       and (created_at at time zone 'Asia/Shanghai')::date <= $3::date order by item_id limit ${batchSize}`,
    [tx.districtId, after, day],
  )
  const ids = rows.map(({ id }) => id)
  const held = await holdItems(tx, ids, (key) => playbookOf(deps, key), { today: day, now: deps.now() })
  const levels = [...held.values()].flatMap((item) => levelsOf(relit(item).after, monthOf(day)))
  await insertRows(tx, 'lampMonth', levels)
  return ids.length < batchSize ? null : ids.at(-1)!
}

async function isKept(tx: Tx, month: string): Promise<boolean> {
  const { rows } = await tx.client.query<{ kept: boolean }>(
    `select exists (select from lamp_month where district_id = $1 and month = $2) as kept`,
    [tx.districtId, month],
  )
  return rows[0]?.kept === true
}

/**
 * Keeps which lamps the rules had lit at the end of each month that has ended since a day. One transaction a month, so
 * that a month is kept whole or not at all, and once.
 */
export async function keepMonths(deps: Deps, from: string, today: string): Promise<void> {
  for (const day of monthEndsBetween(from, today)) {
    await deps.store.write(async (tx) => {
      if (await isKept(tx, monthOf(day))) return
      for (let after: string | null = nilId; after !== null; ) after = await keepPortion(deps, tx, day, after)
    })
  }
}
