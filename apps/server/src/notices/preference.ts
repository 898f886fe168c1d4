import { type NoticePreference, noticeKindKeys, urgentKinds } from '@guatu/contract'
import type { Tx } from '../store/store.ts'
import { usualQuiet } from './quiet.ts'

/** How somebody is told who has said nothing. */
export const usualPreference: NoticePreference = {
  language: 'zh',
  mailKinds: [...urgentKinds],
  digest: true,
  digestHour: 8,
  ...usualQuiet,
  mutedKinds: [],
}

/** What is stored may be older than a kind, and newer than this program. */
export function preferenceOf(stored: Partial<NoticePreference> | undefined): NoticePreference {
  const whole = { ...usualPreference, ...stored }
  const known = <T extends string>(kinds: readonly T[]) =>
    kinds.filter((kind) => noticeKindKeys.some((k) => k === kind))
  return { ...whole, mailKinds: known(whole.mailKinds), mutedKinds: known(whole.mutedKinds) }
}

/** Where mail to a person goes, and how he wants it. */
export interface Reader {
  readonly personId: string
  readonly name: string
  readonly address: string | null
  readonly preference: NoticePreference
}

/** Everybody named, as the program itself reads it. */
export async function readersOf(tx: Tx, personIds: readonly string[] | 'all'): Promise<Map<string, Reader>> {
  const { rows } = await tx.client.query<{
    personId: string
    name: string
    address: string | null
    preference: Partial<NoticePreference> | null
  }>(
    `select p.person_id as "personId", p.name, nullif(trim(c.email), '') as address, n.preference
     from person p
       left join person_contact c on c.district_id = p.district_id and c.person_id = p.person_id
       left join notice_preference n on n.district_id = p.district_id and n.person_id = p.person_id
     where p.district_id = $1 and ($2::uuid[] is null or p.person_id = any($2::uuid[]))`,
    [tx.districtId, personIds === 'all' ? null : personIds],
  )
  return new Map(
    rows.map(({ preference, ...row }) => [row.personId, { ...row, preference: preferenceOf(preference ?? undefined) }]),
  )
}
