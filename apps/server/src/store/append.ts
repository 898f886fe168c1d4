import type { DistrictPlan } from '@guatu/playbook'
import { appendEvents, type EventDraft } from './chain.ts'
import { projectFacts } from './facts.ts'
import { type ItemChange, rollUp } from './rollup.ts'
import { insertRows, updateItems, upsertRows } from './rows.ts'
import type { FactRow, FactVerificationRow, ItemLinkRow, ItemRow, NodeRow, OrgRow, PersonRow } from './schema.ts'
import type { Tx } from './store.ts'

/** An item as it was when it was locked, and as it shall be; null before: a new one. */
export interface ItemWrite {
  readonly before: ItemRow | null
  readonly after: ItemRow
  /** Nodes to write; absent: they stay as they are. */
  readonly nodes?: readonly NodeRow[]
}

/** Everything that one act writes, told of by its events. */
export interface Write {
  readonly at: string
  readonly events: readonly EventDraft[]
  readonly items?: readonly ItemWrite[]
  readonly facts?: readonly FactRow[]
  readonly verifications?: readonly FactVerificationRow[]
  readonly links?: readonly ItemLinkRow[]
  readonly orgs?: readonly OrgRow[]
  readonly persons?: readonly PersonRow[]
  readonly districtPlan?: { readonly playbookKey: string; readonly revision: number; readonly plan: DistrictPlan }
}

/**
 * No act without an event that tells of it. A row whose revision stays only follows the day (its lamp, its points), which
 * is nobody's act. A breach is a bug.
 */
function assertTold({ events, items = [], facts = [], verifications = [], ...write }: Write): void {
  const told = new Set(events.map((event) => event.itemId))
  const acts = items.filter(({ before, after }) => before?.revision !== after.revision)
  const touched = [...acts.map(({ after }) => after.itemId), ...facts.map((fact) => fact.itemId)]
  const untold = touched.find((itemId) => !told.has(itemId))
  if (untold) throw new Error(`no event tells of item ${untold}`)
  const others = [verifications, write.links ?? [], write.orgs ?? [], write.persons ?? []]
  const silent = events.length === 0 && (write.districtPlan || others.some((rows) => rows.length > 0))
  if (silent) throw new Error('a write without an event')
}

async function writeItems(tx: Tx, writes: readonly ItemWrite[]): Promise<void> {
  await insertRows(
    tx,
    'item',
    writes.filter(({ before }) => !before).map(({ after }) => after),
  )
  await updateItems(
    tx,
    writes.filter(({ before }) => before).map(({ after }) => after),
  )
  const fresh: NodeRow[] = []
  const kept: NodeRow[] = []
  for (const { before, nodes = [] } of writes) for (const node of nodes) (before ? kept : fresh).push(node)
  await insertRows(tx, 'node', fresh)
  await upsertRows(tx, 'node', kept, { key: ['districtId', 'itemId', 'nodeKey'] })
}

/**
 * The one way in: events, projections and roll-ups in the caller's transaction. Answers the chain's new head, so that a
 * reader can ask for what came later.
 */
export async function append(tx: Tx, write: Write): Promise<number> {
  assertTold(write)
  const items = write.items ?? []
  await insertRows(tx, 'org', write.orgs ?? [])
  await insertRows(tx, 'person', write.persons ?? [])
  await writeItems(tx, items)
  await insertRows(tx, 'fact', write.facts ?? [])
  await insertRows(tx, 'factVerification', write.verifications ?? [])
  await projectFacts(tx, write.facts ?? [], write.verifications ?? [])
  await insertRows(tx, 'itemLink', write.links ?? [])
  if (write.districtPlan) {
    await tx.db
      .insertInto('districtPlan')
      .values({ districtId: tx.districtId, ...write.districtPlan })
      .execute()
  }
  const head = await appendEvents(tx, write.at, write.events)
  await rollUp(tx, items satisfies readonly ItemChange[])
  return head
}
