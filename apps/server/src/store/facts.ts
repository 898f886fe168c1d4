import { insertRows, upsertRows } from './rows.ts'
import type { FactCurrentRow, FactRow, FactVerificationRow } from './schema.ts'
import type { Tx } from './store.ts'

const keyOf = (fact: Pick<FactRow, 'itemId' | 'metric' | 'period'>) => `${fact.itemId} ${fact.metric} ${fact.period}`
const currentKey = ['districtId', 'itemId', 'metric', 'period']

/** Items with more rows than this in one write are new ones: an import, the demonstration. */
const bulkFrom = 5_000

const currentOf = (fact: FactRow, known?: FactCurrentRow): FactCurrentRow => ({
  districtId: fact.districtId,
  itemId: fact.itemId,
  metric: fact.metric,
  period: fact.period,
  factId: fact.factId,
  value: fact.value,
  currency: fact.currency,
  verifiedFactId: known?.verifiedFactId ?? null,
  verifiedValue: known?.verifiedValue ?? null,
})

/** What is current before the write, of the places that it touches. */
async function stored(tx: Tx, facts: readonly FactRow[]): Promise<Map<string, FactCurrentRow>> {
  const itemIds = [...new Set(facts.map((fact) => fact.itemId))]
  if (itemIds.length === 0) return new Map()
  const { rows } = await tx.client.query<{ item_id: string }>(
    'select item_id from fact_current where district_id = $1 and item_id = any($2::uuid[]) limit 1',
    [tx.districtId, itemIds],
  )
  if (rows.length === 0) return new Map()
  const known = new Map<string, FactCurrentRow>()
  for (let start = 0; start < itemIds.length; start += bulkFrom) {
    const page = await tx.db
      .selectFrom('factCurrent')
      .selectAll()
      .where('districtId', '=', tx.districtId)
      .where('itemId', 'in', itemIds.slice(start, start + bulkFrom))
      .execute()
    for (const row of page) known.set(keyOf(row), row)
  }
  return known
}

/** The facts that verifications speak of: those of the same write, or stored ones. */
async function verifiedFacts(tx: Tx, facts: readonly FactRow[], verifications: readonly FactVerificationRow[]) {
  if (verifications.length === 0) return []
  const byId = new Map(facts.map((fact) => [fact.factId, fact]))
  const missing = verifications.map(({ factId }) => factId).filter((factId) => !byId.has(factId))
  if (missing.length > 0) {
    const rows = await tx.db
      .selectFrom('fact')
      .selectAll()
      .where('districtId', '=', tx.districtId)
      .where('factId', 'in', missing)
      .execute()
    for (const row of rows) byId.set(row.factId, row)
  }
  return verifications.map(({ factId }) => {
    const fact = byId.get(factId)
    if (!fact) throw new Error(`verification of an unknown fact ${factId}`)
    return fact
  })
}

/**
 * Keeps the current figure of each item, metric and period: the fact that came last, and beside it the verified fact
 * that came last. Fact ids grow with time (UUIDv7), so that the later of two is the greater.
 */
export async function projectFacts(
  tx: Tx,
  facts: readonly FactRow[],
  verifications: readonly FactVerificationRow[],
): Promise<void> {
  if (facts.length === 0 && verifications.length === 0) return
  const verified = await verifiedFacts(tx, facts, verifications)
  const before = await stored(tx, [...facts, ...verified])
  const after = new Map<string, FactCurrentRow>()
  const known = (key: string) => after.get(key) ?? before.get(key)
  for (const fact of facts) {
    const key = keyOf(fact)
    after.set(key, currentOf(fact, known(key)))
  }
  for (const fact of verified) {
    const key = keyOf(fact)
    const current = known(key) ?? currentOf(fact)
    if (current.verifiedFactId !== null && current.verifiedFactId > fact.factId) continue
    after.set(key, { ...current, verifiedFactId: fact.factId, verifiedValue: fact.value })
  }
  const rows = [...after.values()]
  if (before.size === 0) await insertRows(tx, 'factCurrent', rows)
  else await upsertRows(tx, 'factCurrent', rows, { key: currentKey })
}
