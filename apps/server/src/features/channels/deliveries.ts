import { type DeliveryEntry, listDeliveries, resendDelivery } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { append } from '../../store/append.ts'

const usualLimit = 50

export const listDeliveriesFeature = feature(listDeliveries, async ({ store }, { query }) => {
  const { state, after, limit = usualLimit } = query
  return await store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<DeliveryEntry>(
      `select d.delivery_id as "deliveryId", d.channel, d.purpose, coalesce(w.name, p.name, '') as target, d.kind, d.state,
         d.attempts, d.created_at as "createdAt", d.next_at as "nextAt", d.sent_at as "sentAt",
         d.last_error as "lastError"
       from notice_delivery d
         left join webhook w on w.district_id = d.district_id and w.webhook_id = d.webhook_id
         left join person p on p.district_id = d.district_id and p.person_id = d.person_id
       where d.district_id = $1 and ($2::text is null or d.state = $2) and ($3::uuid is null or d.delivery_id < $3)
       order by d.delivery_id desc limit $4`,
      [districtId, state ?? null, after ?? null, limit + 1],
    )
    const page = rows.slice(0, limit)
    return done({ deliveries: page, next: rows.length > limit ? page[page.length - 1]!.deliveryId : null })
  })
})

export const resendDeliveryFeature = feature(resendDelivery, async ({ store, now }, { params }) => {
  const { deliveryId } = params
  return await store.write(async (tx) => {
    const { rowCount } = await tx.client.query(
      `update notice_delivery set state = 'waiting', next_at = $3
       where district_id = $1 and delivery_id = $2 and state in ('givenUp', 'waiting') and purpose <> 'test'`,
      [tx.districtId, deliveryId, now()],
    )
    if (!rowCount) return refused(refusal('NOT_FOUND'))
    await append(tx, { at: now(), events: [{ verb: 'delivery.resent', itemId: null, data: { deliveryId } }] })
    return done({ done: true })
  })
})
