import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { refusal } from '../../http/refuse.ts'
import { append } from '../../store/append.ts'
import { verifiedEvent } from '../../store/item-events.ts'
import { changeItem, type HeldItem } from '../../store/items/change.ts'
import { factsOfItem } from '../../store/items/fact-reply.ts'
import type { KnownFact } from '../../store/past/facts.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import type { Tx } from '../../store/store.ts'
import { decidedEvent } from './events.ts'

interface Verifying {
  readonly deps: Deps
  readonly tx: Tx
  readonly held: HeldItem
  readonly report: ReportRow
}

const ownFigure = refusal('FORBIDDEN', {
  zh: '其中有您本人上报的数据，请由他人核实',
  en: 'One of its figures was reported by yourself: somebody else has to verify it',
})

const isLater = (fact: KnownFact, facts: readonly KnownFact[]) =>
  facts.some(
    (other) =>
      other.metric === fact.metric &&
      other.period === fact.period &&
      other.verifiedBy !== null &&
      other.factId > fact.factId,
  )

/** Verifies every figure of a report that nobody has verified yet, with the event that tells of the report itself. */
export async function verifyHeld(
  { deps, tx, held, report }: Verifying,
  evidence: string | null,
): Promise<Outcome<null>> {
  const facts = await factsOfItem(tx, held.row.itemId)
  const wanted = new Set(report.figures.map(({ factId }) => factId))
  const open = facts.filter(({ factId, verifiedBy }) => wanted.has(factId) && verifiedBy === null)
  const { personId, name } = deps.actor
  if (personId !== null && open.some(({ reportedById }) => reportedById === personId)) return refused(ownFigure)
  const at = deps.now()
  const said = decidedEvent(report, 'report.verified', { figures: open.map(({ factId }) => factId) })
  if (open.length === 0) {
    await append(tx, { at, events: [said] })
    return done(null)
  }
  const write = changeItem(held, { verified: open.filter((fact) => !isLater(fact, facts)) })
  const { revision } = write.after
  const verifications = open.map(({ factId }) => {
    return { districtId: tx.districtId, factId, verifiedBy: name, verifiedById: personId, verifiedAt: at, evidence }
  })
  const events = open.map(({ verifiedBy: _by, verifiedAt: _at, verifiedEvidence: _evidence, ...fact }) => {
    const stands = held.state.figures.find(({ metric, period }) => metric === fact.metric && period === fact.period)
    return verifiedEvent(fact, revision, stands?.verifiedValue ?? null)
  })
  const told = { ...said, data: { ...said.data, revision } }
  await append(tx, { at, events: [told, ...events], items: [write], verifications })
  return done(null)
}
