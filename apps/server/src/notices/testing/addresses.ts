import type { NoticePreference } from '@guatu/contract'
import { saveNoticePreference } from '@guatu/contract'
import { asOwner } from '../../store/store.ts'
import type { TestApp } from '../../store/testing/test-app.ts'
import { usualPreference } from '../preference.ts'

/** Gives a person a mail address, and says that he wants mail at any hour of any day. */
export async function giveAddress(
  server: TestApp,
  personId: string,
  email: string,
  wished: Partial<NoticePreference> = {},
): Promise<void> {
  await server.deps.store.write((tx) =>
    asOwner(tx, ({ client }) =>
      client.query('insert into person_contact (district_id, person_id, email) values ($1, $2, $3)', [
        tx.districtId,
        personId,
        email,
      ]),
    ),
  )
  const always = { quietFrom: 0, quietTo: 0, workdaysOnly: false }
  await server.as(personId).ask(saveNoticePreference, { body: { ...usualPreference, ...always, ...wished } })
}
