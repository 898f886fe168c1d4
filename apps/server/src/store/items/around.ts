import {
  type Exemption,
  type MonthHistory,
  type Playbook,
  type PledgedProject,
  promiseState,
  type Surroundings,
} from '@guatu/playbook'
import { itemSource, knownBy, linkStands } from '../past/source.ts'
import type { FactCurrentRow, ItemRow } from '../schema.ts'
import type { ExemptionRow } from '../sign-rows.ts'
import { asKeeper, type Tx } from '../store.ts'
import { projectsOfPledges } from './promises.ts'

/** What an item is judged by beside itself: what came before, what is linked with it, what takes its lamps back. */
export interface Around extends Pick<Surroundings, 'linked'> {
  readonly history: Omit<MonthHistory, 'figures'>
  /** Of a pledge: the project that it was given for. */
  readonly pledgedFor?: PledgedProject
  readonly exemptions: readonly Exemption[]
}

type Known = Pick<ItemRow, 'itemId' | 'createdAt'>
type Figure = Pick<FactCurrentRow, 'metric' | 'period' | 'value'>

const chinaDay = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** An item of today, with nothing behind it. */
export const nothingAround = (since: string): Around => ({ history: { since, monthEnds: [] }, exemptions: [] })

/** All that the rules of lamps see of an item beside its stage and nodes. */
export function surroundings(
  { pledge }: Playbook,
  { history, pledgedFor, ...around }: Around,
  { fields, figures }: { readonly fields: Readonly<Record<string, unknown>>; readonly figures: readonly Figure[] },
) {
  const promise = pledge && promiseState(pledge, fields, pledgedFor ?? null)
  const held = promise && { promiseKnown: promise.known, promiseKept: promise.kept, promisePercent: promise.percent }
  return { ...around, ...(held && { promise: held }), history: { ...history, figures } }
}

function grouped<Row extends { readonly itemId: string }>(rows: readonly Row[]): (itemId: string) => readonly Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  return (itemId) => groups.get(itemId) ?? []
}

type MonthEndRow = MonthHistory['monthEnds'][number] & { readonly itemId: string }
type ReportRow = NonNullable<MonthHistory['reports']>[number] & { readonly itemId: string }

/** Ends of months that a moment knows; a report that was returned is none. */
async function monthsOf({ client, districtId, asOf }: Tx, itemIds: readonly string[]) {
  const { rows: ends } = await client.query<MonthEndRow>(
    `select item_id as "itemId", month, rule, level from lamp_month
       where district_id = $1 and item_id = any($2::uuid[]) and ($3::text is null or month < left($3, 7))`,
    [districtId, itemIds, asOf?.today ?? null],
  )
  const { rows: reports } = await client.query<ReportRow>(
    `select item_id as "itemId", month, bool_and(same_as_previous) as "sameAsPrevious" from report
       where district_id = $1 and item_id = any($2::uuid[]) and state <> 'returned'
         and ${knownBy({ asOf }, 'received_at')}
       group by item_id, month`,
    [districtId, itemIds],
  )
  return { ends: grouped(ends), reports: grouped(reports) }
}

const exemptionOf = (row: ExemptionRow): Exemption => ({
  exemptionId: row.exemptionId,
  rule: row.rule,
  nodeKey: row.nodeKey,
  ground: row.ground,
  from: row.fromDay ?? row.untilDay,
  until: row.untilDay,
  endedOn: row.endedOn,
  by: row.decidedBy ?? '',
})

/** Granted ones; one that was ended after the moment that is read stood then. */
async function exemptionsOf({ db, districtId, asOf }: Tx, itemIds: readonly string[]) {
  const rows = await db
    .selectFrom('exemption')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('itemId', 'in', itemIds)
    .where('granted', '=', true)
    .orderBy('exemptionId')
    .execute()
  const known = asOf ? rows.filter(({ decidedAt }) => (decidedAt ?? '') <= asOf.at) : rows
  const isLater = ({ endedAt }: ExemptionRow) => asOf !== undefined && endedAt !== null && endedAt > asOf.at
  return grouped(
    known.map((row) => ({ itemId: row.itemId, ...exemptionOf(isLater(row) ? { ...row, endedOn: null } : row) })),
  )
}

interface LinkedRow {
  readonly itemId: string
  readonly overdueOrders: number
  readonly pledgesAtRisk: number
  readonly pledgesBroken: number
}

/** Counts of what is linked to items by lists that offer orders or pledges; the lamp of each says how it stands. */
async function linkedOf(tx: Tx, itemIds: readonly string[]): Promise<Map<string, LinkedRow>> {
  const { rows } = await tx.client.query<LinkedRow>(
    `select l.to_item_id as "itemId",
       count(distinct o.item_id) filter (where v.offers ? 'orders' and o.lamp = 'red')::int as "overdueOrders",
       count(distinct o.item_id) filter (where v.offers ? 'pledges' and o.lamp in ('orange', 'yellow'))::int as "pledgesAtRisk",
       count(distinct o.item_id) filter (where v.offers ? 'pledges' and o.lamp = 'red')::int as "pledgesBroken"
     from item_link l
     join ${itemSource(tx)} o on o.district_id = $1 and o.item_id = l.from_item_id
     join lateral (select p.definition->'capabilities' as offers from playbook_version p where p.district_id = $1
       and p.playbook_key = o.playbook_key and p.version = o.playbook_version) v on true
     where l.district_id = $1 and l.to_item_id = any($2::uuid[]) and ${linkStands(tx, 'l')}
     group by l.to_item_id`,
    [tx.districtId, itemIds],
  )
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** Whoever reads or writes: lamps are the same for all, so what they look at is read by the keeper. */
export async function aroundOf(tx: Tx, playbook: Playbook, rows: readonly Known[]): Promise<Map<string, Around>> {
  if (rows.length === 0) return new Map()
  const itemIds = rows.map(({ itemId }) => itemId)
  const { byTies: _, ...untied } = tx
  return await asKeeper(untied, async (keeper) => {
    const { ends, reports } = await monthsOf(keeper, itemIds)
    const exemptions = await exemptionsOf(keeper, itemIds)
    const linked = await linkedOf(keeper, itemIds)
    const projects = playbook.pledge ? await projectsOfPledges(keeper, playbook.pledge, itemIds) : new Map()
    return new Map(
      rows.map(({ itemId, createdAt }) => {
        const counts = linked.get(itemId)
        const pledgedFor = projects.get(itemId)
        const since = chinaDay(createdAt)
        const around: Around = {
          history: { since, monthEnds: ends(itemId), reports: reports(itemId) },
          exemptions: exemptions(itemId),
          ...(counts && { linked: counts }),
          ...(pledgedFor && { pledgedFor }),
        }
        return [itemId, around]
      }),
    )
  })
}
