import { handOverPost } from '@guatu/contract'
import { done, type Refusal } from '@guatu/kernel'
import { fromDay, toDay } from '@guatu/schedule'
import { feature } from '../../http/feature.ts'
import type { PostRow } from '../../store/access-rows.ts'
import { append } from '../../store/append.ts'
import { postRow } from '../../store/directory.ts'
import { endPostOn } from './end-posts.ts'
import { findPerson, findPost } from './find.ts'
import { lockDirectory } from './lock.ts'
import { followMainPost } from './main-post.ts'
import { preparePost, toldPost } from './prepare-post.ts'
import { invalid } from './refusals.ts'
import { postReply } from './replies.ts'

const dayBefore = (day: string): string => fromDay(toDay(day) - 1)

function refusalsOf(
  post: PostRow,
  { personId, from }: { readonly personId: string; readonly from: string },
): Refusal[] {
  const refusals: Refusal[] = []
  if (post.deputyForId !== null)
    refusals.push(invalid('postId', '代理的岗位不能移交', 'A deputised post cannot be handed over'))
  if (personId === post.personId)
    refusals.push(invalid('personId', '接任人与原任是同一人', 'The successor is the holder himself'))
  if (from <= post.fromDay)
    refusals.push(invalid('from', `须晚于原任的起始日期 ${post.fromDay}`, `It must be later than ${post.fromDay}`))
  if (post.toDay !== null && from > post.toDay)
    refusals.push(invalid('from', `原任已于 ${post.toDay} 终止`, `The post ended on ${post.toDay}`))
  return refusals
}

export const handOverPostFeature = feature(handOverPost, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findPost(tx, params.postId, body.revision)
    if (found.kind === 'refused') return found
    const { orgId, role, title, postId, personId } = found.value
    const next = postRow(tx.districtId, { orgId, role, title, takenOverFromId: postId, ...body })
    const prepared = await preparePost(tx, next, refusalsOf(found.value, body))
    if (prepared.kind === 'refused') return prepared
    const holder = await findPerson(tx, personId)
    if (holder.kind === 'refused') return holder
    const ended = await endPostOn(tx, found.value, dayBefore(body.from))
    await tx.db.insertInto('post').values(next).execute()
    await followMainPost(tx, [...new Set([...ended, next].map((post) => post.personId))])
    const { unit } = prepared.value
    const data = {
      before: { post: toldPost({ post: ended[0]!, person: holder.value, unit }) },
      after: { post: toldPost(prepared.value) },
    }
    const event = { verb: 'post.handedOver', itemId: null, data, reason: body.reason ?? null }
    await append(tx, { at: deps.now(), events: [event] })
    return done({ ended: postReply(ended[0]!), begun: postReply(next) })
  })
})
