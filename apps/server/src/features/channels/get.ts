import { type Channels, getChannels } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { noticeSettingsOf } from '../../notices/settings.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { webhookRows } from './webhook-rows.ts'

type Counts = Pick<Channels, 'waiting' | 'givenUp'> & Channels['reachable']

/** Counts alone leave nobody's address readable. */
async function countsOf(tx: Tx): Promise<Counts> {
  const { rows } = await asKeeper(tx, ({ client, districtId, day }) =>
    client.query<Counts>(
      `with serving as (
         select distinct person_id from post
         where district_id = $1 and from_day <= $2::date and (to_day is null or to_day >= $2::date)
       )
       select (select count(*)::int from notice_delivery where district_id = $1 and state = 'waiting') as waiting,
         (select count(*)::int from notice_delivery where district_id = $1 and state = 'givenUp') as "givenUp",
         (select count(*)::int from serving) as persons,
         (select count(*)::int from serving s join person_contact c on c.district_id = $1 and c.person_id = s.person_id
           where nullif(trim(c.email), '') is not null) as "withAddress"`,
      [districtId, day],
    ),
  )
  return rows[0]!
}

export const getChannelsFeature = feature(getChannels, async ({ store }) => {
  const { mail, webhookHosts } = noticeSettingsOf(store)
  return await store.read(async (tx) => {
    const { waiting, givenUp, ...reachable } = await countsOf(tx)
    return done({
      mail: mail && { from: mail.from, host: new URL(mail.url).host },
      hosts: [...webhookHosts],
      webhooks: await webhookRows(tx),
      reachable,
      waiting,
      givenUp,
    })
  })
})
