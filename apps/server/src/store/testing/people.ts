import type { Role } from '@guatu/access'
import type { Deps } from '../../http/deps.ts'
import type { ChargeRow, PostRow } from '../access-rows.ts'
import { systemActor } from '../actor.ts'
import { append } from '../append.ts'
import { insertRows } from '../rows.ts'
import { uuidv7 } from '../uuid.ts'

export interface TestPost {
  readonly role: Role
  readonly orgId: string
  readonly postId?: string
  readonly fromDay?: string
  readonly toDay?: string | null
  /** The post that this one stands in for. */
  readonly deputyForId?: string
}

type TestCharge = Pick<ChargeRow, 'kind' | 'target'>

/** Puts a person with posts, and charges, into the district, from the start of 2026 on. Answers the person's id. */
export async function givePerson(
  { store, now }: Deps,
  posts: readonly TestPost[],
  charges: readonly TestCharge[] = [],
): Promise<string> {
  const personId = uuidv7()
  const orgId = posts[0]?.orgId ?? null
  const name = `人员${personId.slice(-4)}`
  const person = { personId, orgId, name, post: null, searchText: name, demonstration: false, revision: 1 }
  await store.as(systemActor).write(async (tx) => {
    const { districtId } = tx
    const event = { verb: 'person.added', itemId: null, data: { personId } }
    await append(tx, { at: now(), events: [event], persons: [{ districtId, ...person }] })
    const since = { fromDay: '2026-01-01', toDay: null, deputyForId: null, takenOverFromId: null, revision: 1 }
    const rows = posts.map(
      (post): PostRow => ({ districtId, postId: uuidv7(), personId, title: post.role, ...since, ...post }),
    )
    await insertRows(tx, 'post', rows)
    const held = charges.map((charge): ChargeRow => {
      return { districtId, chargeId: uuidv7(), personId, fromDay: '2026-01-01', toDay: null, revision: 1, ...charge }
    })
    await insertRows(tx, 'charge', held)
  })
  return personId
}
