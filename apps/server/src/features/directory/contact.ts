import type { BodyOf, updatePerson } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { checkField } from '@guatu/playbook'
import type { PersonContactRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { invalid } from './refusals.ts'

export type SentContact = Pick<BodyOf<typeof updatePerson>, 'phone' | 'email'>

const phoneField = { kind: 'phone', title: { zh: '手机', en: 'Telephone' }, group: 'main' } as const

export function contactRefusals({ phone, email }: SentContact): Refusal[] {
  const refusals: Refusal[] = []
  const checked = checkField(phoneField, phone ?? null, {})
  if (checked.kind === 'bad') refusals.push(invalid('phone', checked.message.zh, checked.message.en, checked.accepted))
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email))
    refusals.push(invalid('email', '邮箱写法不对', 'Not an e-mail address', ['name@example.cn']))
  return refusals
}

/** Null where there is none, or where the reader may not see it: the database tells the two apart for nobody. */
export async function contactOf(tx: Tx, personId: string): Promise<PersonContactRow | null> {
  const query = tx.db.selectFrom('personContact').selectAll().where('districtId', '=', tx.districtId)
  return (await query.where('personId', '=', personId).executeTakeFirst()) ?? null
}

/** Writes what was sent and keeps the rest; answers which of the two changed, never what it says. */
export async function writeContact(tx: Tx, personId: string, sent: SentContact): Promise<readonly string[]> {
  const before = await contactOf(tx, personId)
  const phone = sent.phone === undefined ? (before?.phone ?? null) : sent.phone || null
  const email = sent.email === undefined ? (before?.email ?? null) : sent.email || null
  const changed = [
    ...(phone === (before?.phone ?? null) ? [] : ['phone']),
    ...(email === (before?.email ?? null) ? [] : ['email']),
  ]
  if (changed.length === 0) return changed
  await tx.db
    .insertInto('personContact')
    .values({ districtId: tx.districtId, personId, phone, email })
    .onConflict((conflict) => conflict.columns(['districtId', 'personId']).doUpdateSet({ phone, email }))
    .execute()
  return changed
}
