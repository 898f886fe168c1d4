import type { Holder } from '@guatu/access'
import type { HeldPost } from '@guatu/contract'
import { asKeeper, type Tx } from '../store.ts'

/** Names of persons, whoever asks: of those deputised for, and of those whose rights are looked up. */
export async function personNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await asKeeper(tx, ({ client, districtId }) =>
    client.query<{ id: string; name: string }>(
      'select person_id as id, name from person where district_id = $1 and person_id = any($2::uuid[])',
      [districtId, personIds],
    ),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A person's posts as they travel. */
export async function heldPosts(tx: Tx, { holdings }: Holder): Promise<HeldPost[]> {
  const names = await personNames(
    tx,
    holdings.flatMap(({ deputyForId }) => deputyForId ?? []),
  )
  return holdings.map(({ postId, role, orgId, orgName, deputyForId: personId }) => {
    const deputyFor = personId === null ? null : { personId, name: names.get(personId) ?? '' }
    return { postId, role, orgId, orgName, deputyFor }
  })
}
