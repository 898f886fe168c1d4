import { getNoticePreference, saveNoticePreference } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { preferenceOf, readersOf } from '../../notices/preference.ts'
import { noticeSettingsOf } from '../../notices/settings.ts'
import { append } from '../../store/append.ts'

export const getNoticePreferenceFeature = feature(getNoticePreference, async ({ store, actor }) => {
  const { personId } = actor
  const reader =
    personId === null ? undefined : await store.read(async (tx) => (await readersOf(tx, [personId])).get(personId))
  return done({
    preference: reader?.preference ?? preferenceOf(undefined),
    mailAddress: reader?.address ?? null,
    mailSet: noticeSettingsOf(store).mail !== null,
  })
})

export const saveNoticePreferenceFeature = feature(saveNoticePreference, async ({ store, actor, now }, { body }) => {
  const { personId } = actor
  if (personId === null) return done(body)
  return await store.write(async (tx) => {
    await append(tx, { at: now(), events: [{ verb: 'notice.preferred', itemId: null, data: { ...body } }] })
    await tx.client.query(
      `insert into notice_preference values ($1, $2, $3)
       on conflict (district_id, person_id) do update set preference = excluded.preference`,
      [tx.districtId, personId, JSON.stringify(body)],
    )
    return done(body)
  })
})
