import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { PostRow } from '../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { findPerson, findUnit } from './find.ts'
import { postRefusals, postsOf } from './post-check.ts'
import { invalid } from './refusals.ts'

/** The holder and the unit of a post that may be written. */
export interface PreparedPost {
  readonly post: PostRow
  readonly person: PersonRow
  readonly unit: OrgRow
}

/** Looks at a post as it shall be with everything that it touches; `more` is what else was found wrong. */
export async function preparePost(
  tx: Tx,
  post: PostRow,
  more: readonly Refusal[] = [],
): Promise<Outcome<PreparedPost>> {
  const person = await findPerson(tx, post.personId)
  const unit = await findUnit(tx, post.orgId)
  const missing = [
    ...(person.kind === 'refused' ? [invalid('personId', '没有这个人', 'There is no such person')] : []),
    ...(unit.kind === 'refused' ? [invalid('orgId', '没有这个单位', 'There is no such unit')] : []),
  ]
  if (person.kind === 'refused' || unit.kind === 'refused') return refused(...more, ...missing)
  const held = await postsOf(tx, post.personId)
  const refusals = [...more, ...postRefusals({ post, person: person.value, unit: unit.value, held })]
  return refusals.length > 0 ? refused(...refusals) : done({ post, person: person.value, unit: unit.value })
}

/** A post as an event tells of it: whose, where, as what, from when to when. */
export const toldPost = ({ post, person, unit }: PreparedPost) => ({
  postId: post.postId,
  personId: post.personId,
  person: person.name,
  orgId: post.orgId,
  unit: unit.name,
  role: post.role,
  title: post.title,
  from: post.fromDay,
  to: post.toDay,
})
