import { deputisePost } from '@guatu/contract'
import { done, type Refusal } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import type { PostRow } from '../../store/access-rows.ts'
import { append } from '../../store/append.ts'
import { postRow } from '../../store/directory.ts'
import { findPerson, findPost } from './find.ts'
import { lockDirectory } from './lock.ts'
import { preparePost, toldPost } from './prepare-post.ts'
import { invalid } from './refusals.ts'
import { postReply } from './replies.ts'
import { addPosts } from './write-post.ts'

interface Period {
  readonly personId: string
  readonly from: string
  readonly to: string
}

function refusalsOf(post: PostRow, { personId, from, to }: Period): Refusal[] {
  const refusals: Refusal[] = []
  if (post.deputyForId !== null)
    refusals.push(invalid('postId', '代理的岗位不能再由他人代理', 'A deputised post has no deputy of its own'))
  if (personId === post.personId)
    refusals.push(invalid('personId', '不能代理自己的岗位', 'Nobody deputises for himself'))
  if (from < post.fromDay || (post.toDay !== null && to > post.toDay)) {
    const zh = `代理期须在岗位任期之内：${post.fromDay} 至 ${post.toDay ?? '今后'}`
    refusals.push(invalid('from', zh, `Within the post’s own time: ${post.fromDay} to ${post.toDay ?? 'open'}`))
  }
  return refusals
}

export const deputisePostFeature = feature(deputisePost, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findPost(tx, params.postId)
    if (found.kind === 'refused') return found
    const { orgId, role, title, postId, personId } = found.value
    const row = postRow(tx.districtId, { orgId, role, title, deputyForId: postId, ...body })
    const prepared = await preparePost(tx, row, refusalsOf(found.value, body))
    if (prepared.kind === 'refused') return prepared
    const holder = await findPerson(tx, personId)
    await addPosts(tx, [row])
    const deputisedFor = holder.kind === 'done' ? holder.value.name : null
    const data = { post: toldPost(prepared.value), deputyForId: postId, deputisedFor }
    const event = { verb: 'post.deputised', itemId: null, data, reason: body.reason ?? null }
    await append(tx, { at: deps.now(), events: [event] })
    return done(postReply(row))
  })
})
