import type { Deps } from '../http/deps.ts'
import { turnEvents } from '../notices/turn.ts'

/** The inboxes of the demonstration hold what happened in so many days, the last of them unread. */
const toldDays = 14
const unreadDays = 4

/**
 * The invented past is nobody's news: inboxes begin with the last days of it. What is older in the record than it stands
 * there, since the parts of the demonstration follow one another, is told to nobody.
 */
export async function startNotices(deps: Deps): Promise<void> {
  const before = (days: number) => new Date(Date.parse(deps.now()) - days * 86_400_000).toISOString()
  const since = before(toldDays)
  await deps.store.write(({ client, districtId }) =>
    client.query(
      `insert into notice_position
         select h.district_id, coalesce(
           (select min(e.seq) - 1 from event e where e.district_id = h.district_id and e.at >= $2 and e.item_id is not null),
           h.seq)
         from chain_head h where h.district_id = $1
       on conflict (district_id) do update set seq = excluded.seq`,
      [districtId, since],
    ),
  )
  await turnEvents(deps)
  await deps.store.write(async ({ client, districtId }) => {
    await client.query('delete from notice where district_id = $1 and created_at < $2', [districtId, since])
    await client.query(
      `update notice set read_at = created_at + interval '5 hours' where district_id = $1 and created_at < $2`,
      [districtId, before(unreadDays)],
    )
  })
}
