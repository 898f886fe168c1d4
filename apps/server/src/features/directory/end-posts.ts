import type { PostRow } from '../../store/access-rows.ts'
import type { Tx } from '../../store/store.ts'
import { replacePost } from './write-post.ts'

/** Those who stand in for a post longer than it lasts. */
async function deputiesBeyond(tx: Tx, postId: string, to: string): Promise<PostRow[]> {
  const query = tx.db.selectFrom('post').selectAll().where('districtId', '=', tx.districtId)
  return await query
    .where('deputyForId', '=', postId)
    .where('fromDay', '<=', to)
    .where((is) => is.or([is('toDay', 'is', null), is('toDay', '>', to)]))
    .execute()
}

/**
 * Ends a post with its last day, and with it whoever stands in for it. A deputy whose time has not come by then stays
 * written and never comes into force, since a deputised post counts only while both do.
 */
export async function endPostOn(tx: Tx, post: PostRow, to: string): Promise<readonly PostRow[]> {
  const ended = [post, ...(await deputiesBeyond(tx, post.postId, to))].map(
    (row): PostRow => ({
      ...row,
      toDay: to,
      revision: row.revision + 1,
    }),
  )
  for (const row of ended) await replacePost(tx, row)
  return ended
}
