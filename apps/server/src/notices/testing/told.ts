import type { Deps } from '../../http/deps.ts'
import { checkTold, replayTellings, type StoredTelling, type ToldCheck } from '../replay.ts'
import type { ToldEvent } from '../telling.ts'
import { directoryOf } from '../world.ts'

/** Holds the stored notices of a district against what its record says must have been told. */
export async function toldCheck({ store, shelf }: Deps): Promise<ToldCheck> {
  return await store.read(async (tx) => {
    const { rows: events } = await tx.client.query<ToldEvent>(
      `select seq, at, actor, actor_id as "actorId", verb, item_id as "itemId", data, reason from event
       where district_id = $1 order by seq`,
      [tx.districtId],
    )
    const { rows: notices } = await tx.client.query<StoredTelling>(
      `select person_id as "personId", item_id as "itemId", kind, event_seq as "eventSeq", first_seq as "firstSeq",
         last_seq as "lastSeq" from notice where district_id = $1 order by notice_id`,
      [tx.districtId],
    )
    return checkTold(replayTellings(events, await directoryOf(tx), shelf.playbooks), notices)
  })
}
