import { addParties, type ItemKeys, replaceParties } from './access/parties.ts'
import { appendEvents } from './chain.ts'
import { relightDependants } from './dependants.ts'
import { projectFacts } from './facts.ts'
import { keepSecretChanges, writeSecrets } from './items/secrets.ts'
import { writeLoops } from './loop/write.ts'
import { replaceNodes, supersedeItems, versioned } from './past/supersede.ts'
import { type ItemChange, rollUp } from './rollup.ts'
import { insertRows, updateItems } from './rows.ts'
import type { FactVerificationRow, NodeRow } from './schema.ts'
import { asKeeper, type Tx } from './store.ts'
import type { ItemWrite, Write } from './write.ts'

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

async function writeItems(tx: Tx, wished: readonly ItemWrite[], at: string): Promise<void> {
  const writes = versioned(wished, at)
  await supersedeItems(tx, writes, at)
  await addParties(tx, keysOfWrites(writes.filter(({ before }) => !before)))
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
  await replaceNodes(tx, kept, at)
  await replaceParties(tx, keysOfWrites(writes.filter(({ before, keys }) => before && keys)))
}

function keysOfWrites(writes: readonly ItemWrite[]): ItemKeys[] {
  return writes.map(({ after: { itemId }, keys }) => {
    if (!keys) throw new Error(`nobody says to whom item ${itemId} stands`)
    return { itemId, keys }
  })
}

/** What the writer himself reports and verifies carries his id; what he restores of others' keeps their names alone. */
function signed({ actor: { name, personId } }: Tx, { facts = [], verifications = [] }: Write) {
  const idOf = (who: string) => (who === name ? personId : null)
  return {
    facts: facts.map((fact) => ({ ...fact, reportedById: fact.reportedById ?? idOf(fact.reportedBy) })),
    verifications: verifications.map((row) => ({ ...row, verifiedById: row.verifiedById ?? idOf(row.verifiedBy) })),
  }
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
  await writeItems(tx, items, write.at)
  await writeSecrets(tx, items)
  await writeLoops(tx, items, write.events)
  const { facts, verifications } = signed(tx, write)
  await insertRows(tx, 'fact', facts)
  const isOwn = ({ verifiedById }: FactVerificationRow) => verifiedById === tx.actor.personId
  await insertRows(tx, 'factVerification', verifications.filter(isOwn))
  // What an undone import had replaced is verified still, by whoever verified it.
  await asKeeper(tx, (keeper) =>
    insertRows(
      keeper,
      'factVerification',
      verifications.filter((row) => !isOwn(row)),
    ),
  )
  await asKeeper(tx, (keeper) => projectFacts(keeper, facts, verifications))
  await insertRows(tx, 'itemLink', write.links ?? [])
  if (write.districtPlan) {
    await tx.db
      .insertInto('districtPlan')
      .values({ districtId: tx.districtId, ...write.districtPlan, savedAt: write.at })
      .execute()
  }
  const head = await appendEvents(tx, write.at, write.events)
  await keepSecretChanges(tx, head, write.events, items)
  await asKeeper(tx, (keeper) => rollUp(keeper, items satisfies readonly ItemChange[]))
  await relightDependants(tx, write, append)
  return head
}
