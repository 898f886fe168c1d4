import { roles, separatedRoles } from '@guatu/access'
import type { Refusal } from '@guatu/kernel'
import type { PostRow } from '../../store/access-rows.ts'
import type { Tx } from '../../store/store.ts'
import { invalid } from './refusals.ts'

/** A district without one of its administrators could give nobody that post again: somebody has to take it over first. */
export async function lastAdministratorRefusals(tx: Tx, post: PostRow, to: string): Promise<Refusal[]> {
  if (!separatedRoles.includes(post.role) || post.deputyForId !== null) return []
  const lasting = await tx.db
    .selectFrom('post')
    .select('postId')
    .where('districtId', '=', tx.districtId)
    .where('role', '=', post.role)
    .where('postId', '<>', post.postId)
    .where('deputyForId', 'is', null)
    .where((is) => is.or([is('toDay', 'is', null), is('toDay', '>', to)]))
    .limit(1)
    .executeTakeFirst()
  if (lasting) return []
  const { zh, en } = roles[post.role]
  return [
    invalid(
      'to',
      `${zh}只此一人在岗，终止后无人可以接任；请先用“移交”交给接任人，或先任命另一人`,
      `No other ${en} would be left, and nobody could appoint one; hand the post over, or appoint another first`,
    ),
  ]
}
