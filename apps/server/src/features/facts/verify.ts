import { verifyFact } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { verifiedEvent } from '../../store/item-events.ts'
import { changeItem } from '../../store/items/change.ts'
import { factReplies, factsOfItem } from '../../store/items/fact-reply.ts'
import type { Tx } from '../../store/store.ts'

async function itemOfFact(tx: Tx, factId: string): Promise<string | undefined> {
  const query = tx.db.selectFrom('fact').select('itemId').where('districtId', '=', tx.districtId)
  return (await query.where('factId', '=', factId).executeTakeFirst())?.itemId
}

/** Four eyes: whoever reported a figure is the last to vouch for it. */
const ownFigure = refusal('FORBIDDEN', {
  zh: '核实数据：不能核实自己上报的数据，请由他人核实',
  en: 'Verify figures: nobody verifies a figure that he reported himself',
})

export const verifyFactFeature = feature(verifyFact, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const itemId = await itemOfFact(tx, params.factId)
    if (!itemId) return refused(refusal('NOT_FOUND'))
    const wanted = await holdFor(tx, itemId, ['fact.verify'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const facts = await factsOfItem(tx, held.row.itemId)
    const fact = facts.find((candidate) => candidate.factId === params.factId)!
    if (deps.actor.personId !== null && fact.reportedById === deps.actor.personId) return refused(ownFigure)
    if (fact.verifiedBy !== null) return refused(refusal('FACT_ALREADY_VERIFIED'))
    const { verifiedBy: _by, verifiedAt: _at, verifiedEvidence: _evidence, ...reported } = fact
    const later = facts.some((other) => {
      const isSame = other.metric === fact.metric && other.period === fact.period
      return isSame && other.verifiedBy !== null && other.factId > fact.factId
    })
    const write = changeItem(held, later ? {} : { verified: [fact] })
    const verification = {
      districtId: tx.districtId,
      factId: fact.factId,
      verifiedBy: deps.actor.name,
      verifiedById: deps.actor.personId,
      verifiedAt: clock.now,
      evidence: body.evidence ?? null,
    }
    const stands = held.state.figures.find(({ metric, period }) => metric === fact.metric && period === fact.period)
    const event = verifiedEvent(reported, write.after.revision, stands?.verifiedValue ?? null)
    const verifications = [verification]
    await append(tx, { at: clock.now, events: [event], items: [write], verifications })
    const replies = factReplies(await factsOfItem(tx, held.row.itemId))
    return done({ fact: replies.find((reply) => reply.factId === fact.factId)! })
  })
})
