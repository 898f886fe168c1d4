import { listSigns, type SignRecordReply, type UnitSigns } from '@guatu/contract'
import { done, type SignKey, signKeys } from '@guatu/kernel'
import { signThresholds } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import type { SignContestRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'
import { contestKey, contestReply, lastContests } from './contests.ts'
import { type FoundRecord, recordsOf } from './records.ts'

type Contests = ReadonlyMap<string, SignContestRow>

const noCounts = () => Object.fromEntries(signKeys.map((key) => [key, 0])) as Record<SignKey, number>

/** Counts by unit, those with the most records first; records of nobody last. */
function unitsOf(records: readonly FoundRecord[], contests: Contests): UnitSigns[] {
  const units = new Map<string | null, { unitId: string | null; counts: Record<SignKey, number>; contested: number }>()
  for (const record of records) {
    const unit = units.get(record.unitId) ?? { unitId: record.unitId, counts: noCounts(), contested: 0 }
    unit.counts[record.sign] += 1
    if (contests.get(contestKey(record))?.answeredAt === null) unit.contested += 1
    units.set(record.unitId, unit)
  }
  const sum = ({ counts }: UnitSigns) => Object.values(counts).reduce((all, count) => all + count, 0)
  return [...units.values()].sort((a, b) => Number(a.unitId === null) - Number(b.unitId === null) || sum(b) - sum(a))
}

async function repliesOf(tx: Tx, records: readonly FoundRecord[], contests: Contests): Promise<SignRecordReply[]> {
  const itemIds = [...new Set(records.map(({ itemId }) => itemId))]
  const [barredEdit, barredAnswer] = [
    await itemRefusals(tx, itemIds, ['item.edit']),
    await itemRefusals(tx, itemIds, ['exemption.grant']),
  ]
  return records.map((record) => {
    const { sign, kind, itemId, itemTitle, playbookKey, text, unitId, figure } = record
    const contest = contests.get(contestKey(record))
    const isOpen = contest !== undefined && contest.answeredAt === null
    const isOwn = tx.actor.personId !== null && contest?.contestedById === tx.actor.personId
    return {
      ...{ sign, kind, itemId, itemTitle, playbookKey, record: record.record, text, unitId, figure },
      contest: contest ? contestReply(contest) : null,
      contestable: !isOpen && !barredEdit.has(itemId),
      answerable: isOpen && !isOwn && !barredAnswer.has(itemId),
    }
  })
}

export const listSignsFeature = feature(listSigns, async (deps, { query }) => {
  return await deps.store.read(async (tx) => {
    const contests = await lastContests(tx)
    const all: FoundRecord[] = []
    for (const sign of signKeys) all.push(...(await recordsOf(tx, sign, deps.shelf.playbooks, deps.today())))
    // What was upheld against a sign takes the record out of it.
    const standing = all.filter((record) => contests.get(contestKey(record))?.upheld !== true)
    const counted = query.item === undefined ? standing : standing.filter(({ itemId }) => itemId === query.item)
    const found = counted.filter(
      ({ sign, unitId }) =>
        (query.sign === undefined || sign === query.sign) &&
        (query.unit === undefined || (unitId ?? 'none') === query.unit),
    )
    const counts = noCounts()
    for (const { sign } of counted) counts[sign] += 1
    return done({
      presentOnly: query.asOf !== undefined,
      thresholds: { ...signThresholds },
      counts,
      items: new Set(counted.map(({ itemId }) => itemId)).size,
      units: unitsOf(counted, contests),
      total: found.length,
      records: await repliesOf(tx, found.slice(0, query.limit ?? 60), contests),
    })
  })
})
