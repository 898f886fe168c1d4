import type { Deps } from '../http/deps.ts'
import { purgeSignIn } from '../sign-in/purge.ts'
import { append } from '../store/append.ts'
import type { Tx } from '../store/store.ts'
import { keepMonths } from './keep-months.ts'
import { relightBefore } from './relight.ts'

/** Keeps the roll-up as it was at the end of a day. A second time changes nothing. */
async function keepDay(tx: Tx, day: string): Promise<void> {
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

export interface TurnedDay {
  readonly from: string
  readonly items: number
}

/**
 * Brings lamps, figures and the roll-up to today, keeping what the last day showed, and lets go of ways in that have run
 * out. Can be interrupted anywhere: what is
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
  await keepMonths(deps, from, today)
  const items = await relightBefore(deps, today, onProgress)
  await deps.store.write(async (tx) => {
    await tx.db.updateTable('district').set({ day: today }).where('districtId', '=', tx.districtId).execute()
    const event = { verb: 'day.turned', itemId: null, data: { from, to: today, items } }
    await append(tx, { at: deps.now(), events: [event] })
  })
  await purgeSignIn(deps)
  return { from, items }
}
