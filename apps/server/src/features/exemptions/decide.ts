import { decideExemption, endExemption } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor, itemRefusals } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import type { EventDraft } from '../../store/chain.ts'
import { litEvent } from '../../store/item-events.ts'
import { holdItems } from '../../store/items/hold.ts'
import { isReason } from '../../store/items/reasons.ts'
import { isMoved, relit } from '../../store/items/relit.ts'
import type { ExemptionRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'
import { decidedEvent, endedEvent } from './events.ts'
import { untilProblems } from './problems.ts'
import { exemptionQuery, exemptionReply, stateOf } from './rows.ts'

const find = (tx: Tx, exemptionId: string) =>
  exemptionQuery(tx).where('exemptionId', '=', exemptionId).executeTakeFirst()

/** Writes what became of it, lights the item anew and tells of both. */
async function settle(deps: Deps, tx: Tx, row: ExemptionRow, told: EventDraft) {
  const clock = { today: deps.today(), now: deps.now() }
  const { districtId, exemptionId, itemId } = row
  const { granted, fromDay, untilDay, decidedBy, decidedById, decidedAt, decidedNote } = row
  const { endedOn, endedBy, endedById, endedAt, endedReason } = row
  const decided = { granted, fromDay, untilDay, decidedBy, decidedById, decidedAt, decidedNote }
  await tx.db
    .updateTable('exemption')
    .set({ ...decided, endedOn, endedBy, endedById, endedAt, endedReason })
    .where('districtId', '=', districtId)
    .where('exemptionId', '=', exemptionId)
    .execute()
  const held = (await holdItems(tx, [itemId], (key) => playbookOf(deps, key), clock)).get(itemId)!
  const write = relit(held)
  const { before, after } = write
  const lit = before && before.lamp !== after.lamp ? [litEvent(itemId, before.lamp, after.lamp, after.rules)] : []
  await append(tx, { at: clock.now, events: [told, ...lit], items: isMoved(write) ? [write] : [] })
  const { context, state } = held
  const around = { playbook: context.playbook, today: clock.today, lampReasons: after.lampReasons, nodes: state.nodes }
  return done({ exemption: exemptionReply(row, around) })
}

/** Four eyes: whoever asked does not grant. */
const ownWish = refusal('FORBIDDEN', {
  zh: '批准豁免：不能批准自己提出的申请，请由他人审批',
  en: 'Grant exemptions: nobody decides on what he asked for himself',
})
const decidedAlready = refusal('EXEMPTION_STATE', { zh: '这项豁免已经审批', en: 'This exemption has been decided' })
const notInForce = refusal('EXEMPTION_STATE', { zh: '这项豁免不在有效期内', en: 'This exemption is not in force' })
const refusedWithoutReason = refusal('REASON_REQUIRED', {
  zh: '不予豁免要写明理由',
  en: 'Refusing an exemption needs a reason',
})
const endedWithoutReason = refusal('REASON_REQUIRED', {
  zh: '提前终止豁免要写明理由',
  en: 'Ending an exemption early needs a reason',
})

export const decideExemptionFeature = feature(decideExemption, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  const { actor } = deps
  return await deps.store.write(async (tx) => {
    const found = await find(tx, params.exemptionId)
    if (!found) return refused(refusal('NOT_FOUND'))
    const wanted = await holdFor(tx, found.itemId, ['exemption.grant'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    // Under lock: the item is held, and with it everything that is decided about it.
    const row = (await find(tx, params.exemptionId)) ?? found
    if (actor.personId !== null && row.askedById === actor.personId) return refused(ownWish)
    if (row.granted !== null) return refused(decidedAlready)
    if (!body.granted && !isReason(body.note)) return refused(refusedWithoutReason)
    const until = body.until ?? row.untilDay
    const problems = body.granted ? untilProblems(until, clock.today) : []
    if (problems.length > 0) return refused(...problems)
    const after: ExemptionRow = {
      ...row,
      ...{ granted: body.granted, fromDay: body.granted ? clock.today : null, untilDay: until },
      ...{ decidedBy: actor.name, decidedById: actor.personId, decidedAt: clock.now },
      decidedNote: body.note?.trim() || null,
    }
    return await settle(deps, tx, after, decidedEvent(after))
  })
})

/** Whoever may grant it, or edits the item that it favours. */
async function mayEnd(tx: Tx, itemId: string): Promise<Outcome<null>> {
  const barred = (await itemRefusals(tx, [itemId], ['exemption.grant'])).get(itemId)
  const still = barred && (await itemRefusals(tx, [itemId], ['item.edit'])).get(itemId)
  return still ? refused(...still) : done(null)
}

export const endExemptionFeature = feature(endExemption, async (deps, { params, body }) => {
  const { actor } = deps
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const found = await find(tx, params.exemptionId)
    if (!found) return refused(refusal('NOT_FOUND'))
    const may = await mayEnd(tx, found.itemId)
    if (may.kind === 'refused') return may
    await holdItems(tx, [found.itemId], (key) => playbookOf(deps, key), clock)
    const row = (await find(tx, params.exemptionId)) ?? found
    if (stateOf(row, clock.today) !== 'inForce') return refused(notInForce)
    if (!isReason(body.reason)) return refused(endedWithoutReason)
    const ended = { endedOn: clock.today, endedBy: actor.name, endedById: actor.personId, endedAt: clock.now }
    const after: ExemptionRow = { ...row, ...ended, endedReason: body.reason.trim() }
    return await settle(deps, tx, after, endedEvent(after, body.reason.trim()))
  })
})
