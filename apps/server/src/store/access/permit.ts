import { type ItemAction, type Standing, standingOfKeys } from '@guatu/access'
import { refusalCodes } from '@guatu/contract'
import { done, type Outcome, type Phase, type Refusal, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { HeldItem } from '../items/change.ts'
import { holdItems } from '../items/hold.ts'
import type { Clock } from '../items/list-context.ts'
import { asKeeper, type Tx } from '../store.ts'
import { accessOf, refusalsFor } from './access-of.ts'

const notFound: Refusal = { code: 'NOT_FOUND', message: refusalCodes.NOT_FOUND.title }

interface StandingRow {
  readonly itemId: string
  readonly phase: Phase
  readonly keys: readonly string[]
}

/** How items stand, by their stored ties; whoever asks must have found them readable before. */
export async function standingsOf(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Standing>> {
  const { rows } = await asKeeper(tx, (keeper) =>
    keeper.client.query<StandingRow>(
      `select i.item_id as "itemId", i.phase,
         array(select p.key from item_party p where p.district_id = $1 and p.item_id = i.item_id) as keys
       from item i where i.district_id = $1 and i.item_id = any($2::uuid[])`,
      [tx.districtId, itemIds],
    ),
  )
  return new Map(rows.map(({ itemId, phase, keys }) => [itemId, standingOfKeys(itemId, phase, keys)]))
}

async function readable(tx: Tx, itemIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select item_id as id from item where district_id = $1 and item_id = any($2::uuid[])',
    [tx.districtId, itemIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Why each of these items may not be acted on so, by id: absent where it may not even be read. */
export async function itemRefusals(
  tx: Tx,
  itemIds: readonly string[],
  wanted: readonly ItemAction[],
): Promise<Map<string, Refusal[]>> {
  const access = await accessOf(tx)
  const seen = await readable(tx, itemIds)
  const standings = access ? await standingsOf(tx, [...seen]) : new Map<string, Standing>()
  return new Map(
    itemIds.flatMap((itemId): [string, Refusal[]][] => {
      const standing = standings.get(itemId)
      const refusals = seen.has(itemId) ? refusalsFor(access, wanted, standing ?? null) : [notFound]
      return refusals.length > 0 ? [[itemId, refusals]] : []
    }),
  )
}

/** Locks one item for an act: absent is what may not be read, forbidden what may not be done to it. */
export async function holdFor(
  tx: Tx,
  itemId: string,
  wanted: readonly ItemAction[],
  playbookOf: (key: string) => Playbook,
  clock: Clock,
): Promise<Outcome<HeldItem>> {
  const refusals = (await itemRefusals(tx, [itemId], wanted)).get(itemId)
  if (refusals) return refused(...refusals)
  const held = (await holdItems(tx, [itemId], playbookOf, clock)).get(itemId)
  return held ? done(held) : refused(notFound)
}
