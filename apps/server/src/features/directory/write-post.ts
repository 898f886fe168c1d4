import type { PostRow } from '../../store/access-rows.ts'
import { insertRows } from '../../store/rows.ts'
import type { Tx } from '../../store/store.ts'

export const addPosts = (tx: Tx, posts: readonly PostRow[]): Promise<void> => insertRows(tx, 'post', posts)

/** A post with other words or another period, one revision on. */
export async function replacePost(tx: Tx, post: PostRow): Promise<void> {
  const { title, fromDay, toDay, revision } = post
  const query = tx.db
    .updateTable('post')
    .set({ title, fromDay, toDay, revision })
    .where('districtId', '=', tx.districtId)
  const result = await query
    .where('postId', '=', post.postId)
    .where('revision', '=', revision - 1)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`post ${post.postId} moved under the lock`)
}
