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
  readonly actor: string
  readonly events: readonly EventDraft[]
  readonly items?: readonly ItemWrite[]
  readonly facts?: readonly FactRow[]
  readonly verifications?: readonly FactVerificationRow[]
  readonly links?: readonly ItemLinkRow[]
  readonly orgs?: readonly OrgRow[]
  readonly persons?: readonly PersonRow[]
  readonly districtPlan?: { readonly playbookKey: string; readonly revision: number; readonly plan: DistrictPlan }
}

/** No write without an event that tells of it. A breach is a bug. */
function assertTold(write: Write): void {
  if (write.events.length === 0) throw new Error('a write without an event')
  const told = new Set(write.events.map((event) => event.itemId))
  const touched = [
    ...(write.items ?? []).map(({ after }) => after.itemId),
    ...(write.facts ?? []).map((fact) => fact.itemId),
  ]
  const untold = touched.find((itemId) => !told.has(itemId))
  if (untold) throw new Error(`no event tells of item ${untold}`)
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
  const head = await appendEvents(tx, write.at, write.actor, write.events)
  await rollUp(tx, items satisfies readonly ItemChange[])
  return head
}
