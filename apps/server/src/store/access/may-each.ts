import { type ItemAction, keysSought, phasesOf } from '@guatu/access'
import type { ItemRow } from '../schema.ts'
import { asKeeper, type Tx } from '../store.ts'
import { accessOf } from './access-of.ts'

/** Which of these readable items the actor may do something to: one look at their ties for all of them. Of the past: none. */
export async function mayEach(
  tx: Tx,
  rows: readonly Pick<ItemRow, 'itemId' | 'phase'>[],
  action: ItemAction,
): Promise<ReadonlySet<string>> {
  if (tx.asOf !== undefined) return new Set()
  const access = await accessOf(tx)
  if (!access) return new Set(rows.map(({ itemId }) => itemId))
  const { holder, rules } = access
  const phases = phasesOf(holder, rules, action)
  const keys = keysSought(holder, rules, action)
  const whole = rows.filter(({ phase }) => phases.includes(phase)).map(({ itemId }) => itemId)
  if (whole.length === rows.length || keys.length === 0) return new Set(whole)
  const { rows: tied } = await asKeeper(tx, ({ client, districtId }) =>
    client.query<{ itemId: string }>(
      `select distinct item_id as "itemId" from item_party
         where district_id = $1 and item_id = any($2::uuid[]) and key = any($3::text[])`,
      [districtId, rows.map(({ itemId }) => itemId), keys],
    ),
  )
  return new Set([...whole, ...tied.map(({ itemId }) => itemId)])
}
