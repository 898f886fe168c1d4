import { maxReportsAtOnce, reportSheet, reportsDue } from '@guatu/contract'
import { done, type Outcome } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { accessOf } from '../../store/access/access-of.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { dueItems, type Owners } from './due-items.ts'

/** A person and the units of his posts, those below them included; the operator has none. */
async function ownersOf(tx: Tx): Promise<Owners> {
  const access = await accessOf(tx)
  const orgIds = new Set(access?.holder.holdings.flatMap((holding) => holding.orgIds) ?? [])
  return { personId: access?.holder.personId ?? null, orgIds }
}

/** Nodes that begin within so many days are near enough to be reported. */
const nearDays = 30

const reported = ({ capabilities }: Playbook) => capabilities.includes('reports')

/** Items that the reader, or a unit of his, leads or owns, and those with an open node near that he answers for. */
async function ownItems(tx: Tx, playbooks: readonly string[], { personId, orgIds }: Owners, today: string) {
  const tie = (table: string) => `(${table}.owner_id = $3::uuid or ${table}.lead_org_id = any($4::uuid[]))`
  const { rows } = await tx.client.query<{ itemId: string }>(
    `select i.item_id as "itemId" from item i
     where i.district_id = $1 and i.playbook_key = any($2::text[]) and not i.settled
       and ($3::uuid is null and cardinality($4::uuid[]) = 0 or ${tie('i')} or exists (
         select from node n where n.district_id = $1 and n.item_id = i.item_id and n.done_basis is null and ${tie('n')}
           and (n.actual_start is not null or n.planned_start <= $5::date + ${nearDays})))`,
    [tx.districtId, playbooks, personId, [...orgIds], today],
  )
  return rows.map(({ itemId }) => itemId)
}

async function rowsOf(tx: Tx, itemIds: readonly string[]): Promise<ItemRow[]> {
  if (itemIds.length === 0) return []
  const query = tx.db.selectFrom('item').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('itemId', 'in', itemIds).orderBy('titleKey').orderBy('itemId').execute()
}

/** More than this nobody reports by phone; the sheet of the unit has them all. */
const mostDue = 300

export const reportsDueFeature = feature(reportsDue, async (deps, { query }) => {
  const today = deps.today()
  const month = query.month ?? today.slice(0, 7)
  const playbooks = deps.shelf.playbooks.filter(reported).map(({ key }) => key)
  return await deps.store.read(async (tx) => {
    const owners = await ownersOf(tx)
    const rows = await rowsOf(tx, await ownItems(tx, playbooks, owners, today))
    const items = (await dueItems(deps, tx, rows, month, owners)).filter(({ mayReport }) => mayReport)
    // What was sent back and what is missing comes before what is reported.
    const rank = (item: (typeof items)[number]) => (item.returned.length > 0 ? 0 : item.missing.length > 0 ? 1 : 2)
    const ordered = items.toSorted((a, b) => rank(a) - rank(b))
    return done({ month, today, personId: owners.personId, total: items.length, items: ordered.slice(0, mostDue) })
  })
})

export interface SheetQuery {
  readonly playbook: string
  readonly unit: string
  readonly month?: string | undefined
}

/** The items that a unit leads, in the order of their names, as the sheet of a month has them. */
export async function sheetOf(deps: Deps, tx: Tx, playbook: Playbook, { unit, month: wished }: SheetQuery) {
  const today = deps.today()
  const month = wished ?? today.slice(0, 7)
  const led = tx.db
    .selectFrom('item')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbook.key)
    .where('leadOrgId', '=', unit)
    .where('settled', '=', false)
  const rows = await led.selectAll().orderBy('titleKey').orderBy('itemId').limit(maxReportsAtOnce).execute()
  const { total } = await led.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const items = await dueItems(deps, tx, rows, month, { personId: null, orgIds: new Set([unit]) })
  return { month, today, total: Number(total), items }
}

/** A list that is reported by month; of others there is no sheet. */
export function reportedPlaybook(deps: Deps, key: string): Outcome<Playbook> {
  const found = findPlaybook(deps, key)
  if (found.kind === 'refused' || reported(found.value)) return found
  return findPlaybook({ shelf: { ...deps.shelf, playbooks: deps.shelf.playbooks.filter(reported) } }, key)
}

export const reportSheetFeature = feature(reportSheet, async (deps, { query }) => {
  const playbook = reportedPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  return await deps.store.read(async (tx) => done(await sheetOf(deps, tx, playbook.value, query)))
})
