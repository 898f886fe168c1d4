import { endPost } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { endPostOn } from './end-posts.ts'
import { findPerson, findPost, findUnit } from './find.ts'
import { lastAdministratorRefusals } from './last-administrator.ts'
import { lockDirectory } from './lock.ts'
import { followMainPost } from './main-post.ts'
import { toldPost } from './prepare-post.ts'
import { invalid, reasonRequired } from './refusals.ts'
import { postReply } from './replies.ts'

/** Ending is plain while a post is open and the day is not past; cutting it short or dating it back is a correction. */
export function endRefusals(
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null },
  to: string,
  reason: string | undefined,
  today: string,
): Refusal[] {
  const refusals: Refusal[] = []
  if (to < fromDay) refusals.push(invalid('to', `早于起始日期 ${fromDay}`, `Earlier than the first day ${fromDay}`))
  if (toDay !== null && to > toDay)
    refusals.push(
      invalid('to', `已定于 ${toDay} 终止，不能延后`, `It ends on ${toDay} already and cannot be prolonged`),
    )
  if (reason) return refusals
  if (toDay !== null && to < toDay)
    refusals.push(reasonRequired('提前终止要写明理由', 'Ending it early needs a reason'))
  else if (to < today) refusals.push(reasonRequired('补记过去的终止要写明理由', 'An end in the past needs a reason'))
  return refusals
}

export const endPostFeature = feature(endPost, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findPost(tx, params.postId, body.revision)
    if (found.kind === 'refused') return found
    const before = found.value
    const refusals = [
      ...endRefusals(before, body.to, body.reason, deps.today()),
      ...(await lastAdministratorRefusals(tx, before, body.to)),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const person = await findPerson(tx, before.personId)
    const unit = await findUnit(tx, before.orgId)
    if (person.kind === 'refused') return person
    if (unit.kind === 'refused') return unit
    const ended = await endPostOn(tx, before, body.to)
    await followMainPost(tx, [...new Set(ended.map(({ personId }) => personId))])
    const after = ended[0]!
    const data = {
      post: toldPost({ post: after, person: person.value, unit: unit.value }),
      before: { to: before.toDay },
      after: { to: body.to },
      deputies: ended.slice(1).map(({ postId }) => postId),
    }
    await append(tx, {
      at: deps.now(),
      events: [{ verb: 'post.ended', itemId: null, data, reason: body.reason ?? null }],
    })
    return done(postReply(after))
  })
})
