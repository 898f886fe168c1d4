import { assignPost } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { postRow } from '../../store/directory.ts'
import { lockDirectory } from './lock.ts'
import { followMainPost } from './main-post.ts'
import { preparePost, toldPost } from './prepare-post.ts'
import { postReply } from './replies.ts'
import { addPosts } from './write-post.ts'

export const assignPostFeature = feature(assignPost, async (deps, { body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const prepared = await preparePost(tx, postRow(tx.districtId, body))
    if (prepared.kind === 'refused') return prepared
    const { post } = prepared.value
    await addPosts(tx, [post])
    await followMainPost(tx, [post.personId])
    const event = { verb: 'post.assigned', itemId: null, data: { post: toldPost(prepared.value) } }
    await append(tx, { at: deps.now(), events: [event] })
    return done(postReply(post))
  })
})
