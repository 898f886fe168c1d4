import type { Dictionary } from '@guatu/playbook'
import type { ChargeRow } from '../../store/access-rows.ts'
import type { OrgRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

type Target = Pick<ChargeRow, 'kind' | 'target'>

/** What charges are over, in words; nothing for an item that the reader does not see. */
export async function chargeNames(
  tx: Tx,
  charges: readonly Target[],
  units: readonly OrgRow[],
  areas: Dictionary | undefined,
): Promise<(charge: Target) => string | null> {
  const itemIds = charges.flatMap(({ kind, target }) => (kind === 'item' ? [target] : []))
  const items =
    itemIds.length === 0
      ? []
      : await tx.db
          .selectFrom('item')
          .select(['itemId', 'title'])
          .where('districtId', '=', tx.districtId)
          .where('itemId', 'in', itemIds)
          .execute()
  const names = {
    item: new Map(items.map(({ itemId, title }) => [itemId, title])),
    org: new Map(units.map(({ orgId, name }) => [orgId, name])),
    area: new Map((areas?.entries ?? []).map(({ code, title }) => [code, title.zh])),
  }
  return ({ kind, target }) => names[kind].get(target) ?? null
}
