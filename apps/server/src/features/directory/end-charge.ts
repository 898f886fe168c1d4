import { endCharge } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { chargeNames } from './charge-names.ts'
import { endRefusals } from './end-post.ts'
import { findCharge, findPerson } from './find.ts'
import { lockDirectory } from './lock.ts'
import { chargeReply } from './replies.ts'
import { allUnits } from './write-unit.ts'

export const endChargeFeature = feature(endCharge, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findCharge(tx, params.chargeId, body.revision)
    if (found.kind === 'refused') return found
    const before = found.value
    const refusals = endRefusals(before, body.to, body.reason, deps.today())
    if (refusals.length > 0) return refused(...refusals)
    const after = { ...before, toDay: body.to, revision: before.revision + 1 }
    await tx.db
      .updateTable('charge')
      .set({ toDay: after.toDay, revision: after.revision })
      .where('districtId', '=', tx.districtId)
      .where('chargeId', '=', after.chargeId)
      .execute()
    const person = await findPerson(tx, after.personId)
    const targetName = (await chargeNames(tx, [after], await allUnits(tx), deps.shelf.dictionaries.area))(after)
    const { chargeId, personId, kind, target } = after
    const name = person.kind === 'done' ? person.value.name : null
    const data = {
      charge: { chargeId, personId, person: name, kind, target, targetName },
      before: { to: before.toDay },
      after: { to: after.toDay },
    }
    await append(tx, {
      at: deps.now(),
      events: [{ verb: 'charge.ended', itemId: null, data, reason: body.reason ?? null }],
    })
    return done(chargeReply(after, targetName))
  })
})
