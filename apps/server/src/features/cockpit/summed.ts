import { type RawBuilder, sql } from 'kysely'
import { countedOnce } from '../../store/counted-once.ts'
import { selectItems } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import type { RolledRow } from './figures.ts'

const count = (test: RawBuilder<boolean>) => sql<number>`count(*) filter (where ${test})::int8`
const sum = (column: string) => sql<string>`coalesce(sum(${sql.ref(column)}), 0)`

/** Done by items without a plan for the year. */
const unplanned = sql<boolean>`coalesce(item.plan_cny, 0) = 0 and item.done_cny <> 0`

/** The roll-up's figures added up from the items that the transaction reads: as of a moment, or as far as one may see. */
export function summedUp(tx: Tx, playbookKey: string, year: number): Promise<RolledRow[]> {
  return countedOnce(tx, ['sums', playbookKey, year], () => sumUp(tx, playbookKey, year))
}

async function sumUp(tx: Tx, playbookKey: string, year: number): Promise<RolledRow[]> {
  return await selectItems(tx)
    .where('item.districtId', '=', tx.districtId)
    .where('item.playbookKey', '=', playbookKey)
    .where('item.figuresYear', '=', year)
    .groupBy([sql`coalesce(item.area_code, '')`, 'item.stage', 'item.lamp'])
    .select([sql<string>`coalesce(item.area_code, '')`.as('areaCode'), 'item.stage', 'item.lamp'])
    .select([sql<number>`count(*)::int8`.as('items'), count(sql`item.amount_cny >= 100000000`).as('largeItems')])
    .select([count(sql`item.has_blockers`).as('withBlockers'), count(sql`item.lead_org_id is null`).as('noLeadOrg')])
    .select([count(sql`item.deadline is null`).as('noDeadline'), count(sql`item.plan_cny is null`).as('noPlan')])
    .select([count(sql`item.owner_id is null`).as('noOwner'), count(unplanned).as('unplannedItems')])
    .select([sum('item.amountCny').as('amountCny'), sum('item.planCny').as('planCny')])
    .select([sum('item.doneCny').as('doneCny'), sum('item.verifiedCny').as('verifiedCny')])
    .select(sql<string>`coalesce(sum(item.done_cny) filter (where ${unplanned}), 0)`.as('unplannedDoneCny'))
    .execute()
}

/** How many items each rule has that their red lamp stands on, counted from the items that the transaction reads. */
export function countedRules(tx: Tx, playbookKey: string, area: string | undefined) {
  return countedOnce(tx, ['rules', playbookKey, area ?? null], () => countRules(tx, playbookKey, area))
}

async function countRules(tx: Tx, playbookKey: string, area: string | undefined) {
  const grounds = sql<{ rule: string }>`lateral (select distinct reason->>'rule' as rule
    from jsonb_array_elements(item.lamp_reasons) reason where reason->>'level' = item.lamp)`.as('ground')
  return await selectItems(tx)
    .innerJoin(grounds, (join) => join.onTrue())
    .where('item.districtId', '=', tx.districtId)
    .where('item.playbookKey', '=', playbookKey)
    .where('item.lamp', '=', 'red')
    .$if(area !== undefined, (query) => query.where('item.areaCode', '=', area as string))
    .groupBy('ground.rule')
    .select(['ground.rule', sql<number>`count(*)::int8`.as('items')])
    .orderBy('items', 'desc')
    .execute()
}
