import type { Deps } from '../http/deps.ts'

/** The inboxes of the demonstration hold what happened in so many days. */
const toldDays = 6

/** The invented past is nobody's news: telling starts with the last days of it. */
export async function startNotices({ store, now }: Deps): Promise<void> {
  const since = new Date(Date.parse(now()) - toldDays * 86_400_000).toISOString()
  await store.write(({ client, districtId }) =>
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
}
