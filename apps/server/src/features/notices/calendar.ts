import { getCalendarFeed, getCalendarFile, makeCalendarFeed, revokeCalendarFeed } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { calendarText } from '@guatu/schedule'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { type OwnDate, ownDates } from '../../notices/own-dates.ts'
import { noticeSettingsOf } from '../../notices/settings.ts'
import { newSecret, secretHash } from '../../sign-in/hash.ts'
import { systemActor } from '../../store/actor.ts'
import { append } from '../../store/append.ts'

interface Feed {
  readonly since: string
  readonly lastReadAt: string | null
}

export const getCalendarFeedFeature = feature(getCalendarFeed, async ({ store, actor }) => {
  const feed = await store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<Feed>(
      `select made_at as since, last_read_at as "lastReadAt" from calendar_feed
       where district_id = $1 and person_id = $2`,
      [districtId, actor.personId],
    )
    return rows[0]
  })
  return done(feed ?? { since: null, lastReadAt: null })
})

export const makeCalendarFeedFeature = feature(makeCalendarFeed, async ({ store, actor, now }) => {
  const { personId, scope } = actor
  // A token for programs must not make itself a way in that outlives it.
  if (personId === null || scope) return refused(refusal('FORBIDDEN'))
  const token = newSecret()
  const at = now()
  await store.write(async (tx) => {
    await append(tx, { at, events: [{ verb: 'calendar.made', itemId: null, data: {} }] })
    await tx.client.query(
      `insert into calendar_feed (district_id, person_id, token_hash, made_at) values ($1, $2, $3, $4)
       on conflict (district_id, person_id)
         do update set token_hash = excluded.token_hash, made_at = excluded.made_at, last_read_at = null`,
      [tx.districtId, personId, secretHash(token), at],
    )
  })
  return done({ path: getCalendarFile.path.replace(':token', `${token}.ics`) })
})

export const revokeCalendarFeedFeature = feature(revokeCalendarFeed, async ({ store, actor, now }) => {
  return await store.write(async (tx) => {
    const { rowCount } = await tx.client.query('delete from calendar_feed where district_id = $1 and person_id = $2', [
      tx.districtId,
      actor.personId,
    ])
    if (!rowCount) return refused(refusal('NOT_FOUND'))
    await append(tx, { at: now(), events: [{ verb: 'calendar.revoked', itemId: null, data: {} }] })
    return done({ done: true })
  })
})

interface Owner {
  readonly personId: string
  readonly name: string
}

/** Whose feed it is; nobody's once the account is closed or no post is in force. */
async function ownerOf({ store, today, now }: Deps, token: string): Promise<Owner | undefined> {
  return await store.as(systemActor).write(async ({ client, districtId }) => {
    const { rows } = await client.query<Owner>(
      `update calendar_feed f set last_read_at = $3 from person p
       where f.district_id = $1 and f.token_hash = $2 and p.district_id = $1 and p.person_id = f.person_id
         and exists (select from post h where h.district_id = $1 and h.person_id = f.person_id
           and h.from_day <= $4::date and (h.to_day is null or h.to_day >= $4::date))
       returning f.person_id as "personId", p.name`,
      [districtId, secretHash(token), now(), today()],
    )
    return rows[0]
  })
}

const eventOf = (date: OwnDate, origin: string) => ({
  uid: `${date.itemId}${date.nodeKey === null ? '' : `.${date.nodeKey}`}`,
  start: date.day,
  finish: date.day,
  summary: date.node === null ? `${date.title}（到期）` : `${date.title}：${date.node}`,
  url: `${origin}/item/${date.itemId}`,
  sequence: date.revision,
  changedAt: date.updatedAt,
})

export const getCalendarFileFeature = feature(getCalendarFile, async (deps, { params }) => {
  const owner = await ownerOf(deps, params.token.replace(/\.ics$/, ''))
  if (!owner) return refused(refusal('NOT_FOUND'))
  const { store, shelf, now } = deps
  const { origin, product } = noticeSettingsOf(store)
  const { personId, name } = owner
  const asOwner = store.as({ personId, name, post: null, origin: 'calendar' })
  const dates = await asOwner.read((tx) => ownDates(tx, personId, null, shelf.playbooks))
  const heading = { name: `${product} ${name}`, stamp: now().replace(/\.\d+Z$/, 'Z'), domain: new URL(origin).hostname }
  const text = calendarText(
    dates.map((date) => eventOf(date, origin)),
    heading,
  )
  return done({ fileName: 'guatu.ics', content: Buffer.from(text) })
})
