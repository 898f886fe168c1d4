import type { Deps } from '../http/deps.ts'

/** What was sent, given up or dropped is looked at for so long. */
const deliveryDays = 90
/** What was read stays in the inbox for so long. */
const noticeDays = 400

const dayMs = 86_400_000

/** Lets go of deliveries and read notices that nobody looks at any more; the record itself is never cut. */
export async function purgeDeliveries({ store, now }: Deps): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now()) - days * dayMs).toISOString()
  await store.write(async ({ client, districtId }) => {
    await client.query(
      `delete from notice_delivery where district_id = $1 and state <> 'waiting' and created_at < $2`,
      [districtId, before(deliveryDays)],
    )
    await client.query('delete from notice where district_id = $1 and read_at is not null and created_at < $2', [
      districtId,
      before(noticeDays),
    ])
  })
}
