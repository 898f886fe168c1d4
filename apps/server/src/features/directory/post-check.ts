import { roles } from '@guatu/access'
import type { Refusal } from '@guatu/kernel'
import type { PostRow } from '../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { overlap } from './periods.ts'
import { invalid } from './refusals.ts'
import { separationRefusals } from './separation.ts'

/** A post as it shall be, with all posts that its holder has or had. */
export interface WantedPost {
  readonly post: PostRow
  readonly person: PersonRow
  readonly unit: OrgRow
  readonly held: readonly PostRow[]
}

const periodOf = ({ role, fromDay, toDay }: PostRow) => ({ role, from: fromDay, to: toDay })

/** Everything that speaks against a post, whether it is assigned, corrected, taken over or deputised in. */
export function postRefusals({ post, person, unit, held }: WantedPost): Refusal[] {
  const others = held.filter(({ postId }) => postId !== post.postId)
  const refusals: Refusal[] = []
  if (post.toDay !== null && post.toDay < post.fromDay)
    refusals.push(invalid('to', '最后一天早于第一天', 'The last day is earlier than the first'))
  if (unit.closedOn !== null && (post.toDay === null || post.toDay > unit.closedOn)) {
    const zh = `${unit.name}已于 ${unit.closedOn} 撤销，岗位不能晚于这一天`
    refusals.push(invalid('orgId', zh, `${unit.name} was closed on ${unit.closedOn}: no post lasts longer`))
  }
  if (unit.openedOn !== null && post.fromDay < unit.openedOn)
    refusals.push(invalid('from', `${unit.name}于 ${unit.openedOn} 设立`, `${unit.name} began on ${unit.openedOn}`))
  const same = others.find(
    (other) =>
      other.orgId === post.orgId &&
      other.role === post.role &&
      other.title === post.title &&
      other.deputyForId === post.deputyForId &&
      overlap(periodOf(other), periodOf(post)),
  )
  if (same) {
    const zh = `${person.name}同期已任${unit.name}${post.title}（${roles[post.role].zh}）`
    refusals.push(invalid('role', zh, `${person.name} holds this post in ${unit.name} at that time already`))
  }
  return [...refusals, ...separationRefusals(person.name, others.map(periodOf), periodOf(post))]
}

export async function postsOf(tx: Tx, personId: string): Promise<PostRow[]> {
  const query = tx.db.selectFrom('post').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('personId', '=', personId).orderBy('fromDay').orderBy('postId').execute()
}
