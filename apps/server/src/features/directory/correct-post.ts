import { correctPost } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { changeOf } from './changes.ts'
import { findPost } from './find.ts'
import { lockDirectory } from './lock.ts'
import { followMainPost } from './main-post.ts'
import { preparePost } from './prepare-post.ts'
import { reasonRequired } from './refusals.ts'
import { postReply } from './replies.ts'
import { replacePost } from './write-post.ts'

export const correctPostFeature = feature(correctPost, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findPost(tx, params.postId, body.revision)
    if (found.kind === 'refused') return found
    const before = found.value
    const title = body.title === undefined ? before.title : body.title?.trim() || before.title
    const wanted = { title, fromDay: body.from ?? before.fromDay }
    const change = changeOf(before, wanted)
    if (!change) return done(postReply(before))
    const more = body.reason ? [] : [reasonRequired('更正岗位要写明理由', 'Correcting a post needs a reason')]
    const prepared = await preparePost(tx, { ...before, ...wanted, revision: before.revision + 1 }, more)
    if (prepared.kind === 'refused') return refused(...prepared.refusals)
    const { post, person, unit } = prepared.value
    await replacePost(tx, post)
    await followMainPost(tx, [post.personId])
    const data = { postId: post.postId, person: person.name, unit: unit.name, ...change }
    const event = { verb: 'post.corrected', itemId: null, data, reason: body.reason ?? null }
    await append(tx, { at: deps.now(), events: [event] })
    return done(postReply(post))
  })
})
