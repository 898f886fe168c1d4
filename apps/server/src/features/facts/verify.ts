import { verifyFact } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { append } from '../../store/append.ts'
import { verifiedEvent } from '../../store/item-events.ts'
import { changeItem } from '../../store/items/change.ts'
import { factReplies, factsOfItem } from '../../store/items/fact-reply.ts'
import { holdItems } from '../../store/items/hold.ts'
import type { Tx } from '../../store/store.ts'

async function itemOfFact(tx: Tx, factId: string): Promise<string | undefined> {
  const query = tx.db.selectFrom('fact').select('itemId').where('districtId', '=', tx.districtId)
  return (await query.where('factId', '=', factId).executeTakeFirst())?.itemId
}

export const verifyFactFeature = feature(verifyFact, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const itemId = await itemOfFact(tx, params.factId)
    const held = itemId && (await holdItems(tx, [itemId], (key) => playbookOf(deps, key), clock)).get(itemId)
    if (!held) return refused(refusal('NOT_FOUND'))
    const facts = await factsOfItem(tx, held.row.itemId)
    const fact = facts.find((candidate) => candidate.factId === params.factId)!
    if (fact.verifiedBy !== null) return refused(refusal('FACT_ALREADY_VERIFIED'))
    const { verifiedBy: _by, verifiedAt: _at, verifiedEvidence: _evidence, ...reported } = fact
    const later = facts.some((other) => {
      const isSame = other.metric === fact.metric && other.period === fact.period
      return isSame && other.verifiedBy !== null && other.factId > fact.factId
    })
    const write = changeItem(held, later ? {} : { verified: fact })
    const verification = {
      districtId: tx.districtId,
      factId: fact.factId,
      verifiedBy: deps.actor.name,
      verifiedById: deps.actor.personId,
      verifiedAt: clock.now,
      evidence: body.evidence ?? null,
    }
    const event = verifiedEvent(reported, write.after.revision)
    const verifications = [verification]
    await append(tx, { at: clock.now, events: [event], items: [write], verifications })
    const replies = factReplies(await factsOfItem(tx, held.row.itemId))
    return done({ fact: replies.find((reply) => reply.factId === fact.factId)! })
  })
})
