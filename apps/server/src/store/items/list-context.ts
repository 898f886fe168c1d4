import {
  type DistrictPlan,
  type PlanTemplate,
  type Playbook,
  planTemplateOf,
  usualHours,
  type WorkingHours,
  type WorkTime,
  withDistrictPlan,
  workTime,
} from '@guatu/playbook'
import { chinaCalendar, type WorkCalendar } from '@guatu/schedule'
import type { Tx } from '../store.ts'
import { definitionOf } from './definitions.ts'

/** A playbook version with one edition of its plan. */
export interface Edition {
  readonly playbook: Playbook
  readonly planRevision: number
  readonly template: PlanTemplate
}

/** What the items of a list are laid, judged and shown by, as of a day. */
export interface ListContext extends Edition {
  readonly districtId: string
  readonly today: string
  readonly now: string
  /** The district's thresholds in force, whatever edition an item's nodes were laid from. */
  readonly thresholds: Readonly<Record<string, number>>
  readonly calendar: WorkCalendar
  /** The district's working hours on that calendar. */
  readonly time: WorkTime
  /** Ids of the directory's units by name and short name. */
  readonly orgIds: ReadonlyMap<string, string>
}

/** The pinned definition: the running program's where the version is the same, else as it was stored. */
export async function pinnedPlaybook(tx: Tx, current: Playbook, version: number): Promise<Playbook> {
  if (version === current.version) return current
  return await definitionOf(tx, current.key, version)
}

async function planOf(tx: Tx, playbookKey: string, revision: number): Promise<DistrictPlan | undefined> {
  if (revision === 0) return undefined
  const key = `plan ${playbookKey} ${revision}`
  const known = tx.kept.get(key) as DistrictPlan | undefined
  if (known) return known
  const row = await tx.db
    .selectFrom('districtPlan')
    .select('plan')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  // Kept only by readers: a writer may yet be rolled back, and a reader never sees what is not committed.
  tx.kept.set(key, row.plan)
  return row.plan
}

/** Editions are kept, so that what derives from them is derived once. */
export async function editionOf(tx: Tx, current: Playbook, version: number, planRevision: number): Promise<Edition> {
  const key = `edition ${current.key} ${version} ${planRevision}`
  const known = tx.kept.get(key) as Edition | undefined
  if (known) return known
  const pinned = await pinnedPlaybook(tx, current, version)
  const plan = await planOf(tx, current.key, planRevision)
  const playbook = plan ? withDistrictPlan(pinned, plan) : pinned
  const edition = { playbook, planRevision, template: planTemplateOf(playbook) }
  tx.kept.set(key, edition)
  return edition
}

/** The district's plan of a list; as of a moment, the edition that was in force then. */
export async function planInForce(tx: Tx, playbook: Playbook): Promise<{ revision: number; plan: DistrictPlan }> {
  const row = await tx.db
    .selectFrom('districtPlan')
    .select('revision')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbook.key)
    .$if(tx.asOf !== undefined, (query) => query.where('savedAt', '<=', tx.asOf!.at))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  const revision = row?.revision ?? 0
  const { nodes, links, lamps } = playbook
  return {
    revision,
    plan: (await planOf(tx, playbook.key, revision)) ?? { nodes, links, thresholds: lamps.thresholds },
  }
}

async function orgIdsByName(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('org')
    .select(['orgId', 'name', 'shortName'])
    .where('districtId', '=', tx.districtId)
    .orderBy('position')
    .execute()
  const ids = new Map<string, string>()
  for (const { orgId, shortName } of rows) if (shortName && !ids.has(shortName)) ids.set(shortName, orgId)
  for (const { orgId, name } of rows) ids.set(name, orgId)
  return ids
}

export interface Clock {
  readonly today: string
  readonly now: string
}

/** The hours that the district has set; null: none of its own. */
export async function ownHours({ db, districtId }: Tx): Promise<WorkingHours | null> {
  const query = db.selectFrom('district').select('workingHours').where('districtId', '=', districtId)
  return (await query.executeTakeFirst())?.workingHours ?? null
}

/** Working time by the hours that the district has set, or the usual ones. */
export const workTimeOf = async (tx: Tx): Promise<WorkTime> =>
  workTime(chinaCalendar(), (await ownHours(tx)) ?? usualHours)

/** The context of a list's current version and plan. */
export async function listContext(tx: Tx, playbook: Playbook, { today, now }: Clock): Promise<ListContext> {
  const { revision, plan } = await planInForce(tx, playbook)
  return {
    ...(await editionOf(tx, playbook, playbook.version, revision)),
    districtId: tx.districtId,
    today,
    now,
    thresholds: { ...playbook.lamps.thresholds, ...plan.thresholds },
    calendar: chinaCalendar(),
    time: await workTimeOf(tx),
    orgIds: await orgIdsByName(tx),
  }
}

/** The same context for an item that pins another version or edition. */
export async function contextOf(
  tx: Tx,
  context: ListContext,
  item: { readonly playbookVersion: number; readonly planRevision: number },
): Promise<ListContext> {
  const { playbook, planRevision } = context
  if (item.playbookVersion === playbook.version && item.planRevision === planRevision) return context
  return { ...context, ...(await editionOf(tx, playbook, item.playbookVersion, item.planRevision)) }
}
