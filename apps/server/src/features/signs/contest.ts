import { answerContest, contestSign } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { isReason } from '../../store/items/reasons.ts'
import type { SignContestRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { recordsOf } from './records.ts'

const noWords = refusal('REASON_REQUIRED', { zh: '要写明内容', en: 'The words are missing' }, 'text')
const noSuchRecord = refusal('SIGN_CONTEST_STATE', {
  zh: '这条记录现在没有这个标记',
  en: 'The record bears no such sign now',
})
const openAlready = refusal('SIGN_CONTEST_STATE', { zh: '已有申辩等待答复', en: 'An objection waits for its answer' })
const answeredAlready = refusal('SIGN_CONTEST_STATE', { zh: '这项申辩已经答复', en: 'The objection has been answered' })
/** Four eyes: whoever objects does not answer. */
const ownContest = refusal('FORBIDDEN', {
  zh: '答复申辩：不能答复自己提出的申辩',
  en: 'Answer objections: nobody answers his own',
})

const contests = (tx: Tx) => tx.db.selectFrom('signContest').selectAll().where('districtId', '=', tx.districtId)

export const contestSignFeature = feature(contestSign, async (deps, { body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  const { itemId, sign, record } = body
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, itemId, ['item.edit'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    if (!isReason(body.text)) return refused(noWords)
    const records = await recordsOf(tx, sign, deps.shelf.playbooks, clock.today)
    if (!records.some((one) => one.itemId === itemId && one.record === record)) return refused(noSuchRecord)
    const others = await contests(tx).where('itemId', '=', itemId).where('sign', '=', sign).execute()
    if (others.some((other) => other.record === record && other.answeredAt === null)) return refused(openAlready)
    const row: SignContestRow = {
      ...{ districtId: tx.districtId, contestId: uuidv7(), itemId, sign, record, text: body.text.trim() },
      ...{ contestedBy: deps.actor.name, contestedById: deps.actor.personId, contestedAt: clock.now },
      ...{ answer: null, upheld: null, answeredBy: null, answeredById: null, answeredAt: null },
    }
    const { contestId, text } = row
    await append(tx, {
      at: clock.now,
      events: [{ verb: 'sign.contested', itemId, data: { contestId, sign, record, text } }],
    })
    await tx.db.insertInto('signContest').values(row).execute()
    return done({ contestId })
  })
})

export const answerContestFeature = feature(answerContest, async (deps, { params, body }) => {
  const { actor } = deps
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const { contestId } = params
    const found = await contests(tx).where('contestId', '=', contestId).executeTakeFirst()
    if (!found) return refused(refusal('NOT_FOUND'))
    const { itemId, sign, record } = found
    const wanted = await holdFor(tx, itemId, ['exemption.grant'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const row = (await contests(tx).where('contestId', '=', contestId).executeTakeFirst()) ?? found
    if (actor.personId !== null && row.contestedById === actor.personId) return refused(ownContest)
    if (row.answeredAt !== null) return refused(answeredAlready)
    if (!isReason(body.text)) return refused(noWords)
    const said = { answer: body.text.trim(), upheld: body.upheld }
    const event = {
      verb: 'sign.answered',
      itemId,
      data: { contestId, sign, record, text: said.answer, upheld: said.upheld },
    }
    await append(tx, { at: clock.now, events: [event] })
    await tx.db
      .updateTable('signContest')
      .set({ ...said, answeredBy: actor.name, answeredById: actor.personId, answeredAt: clock.now })
      .where('districtId', '=', tx.districtId)
      .where('contestId', '=', contestId)
      .execute()
    return done({ contestId })
  })
})
