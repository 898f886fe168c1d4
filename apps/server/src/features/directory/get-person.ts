import { getPerson } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { sql } from 'kysely'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { tellSensitiveRead } from '../../store/sensitive-read.ts'
import type { Tx } from '../../store/store.ts'
import { contactOf } from './contact.ts'
import { findPerson } from './find.ts'
import { personReply } from './replies.ts'

/** Whether the reader keeps the directory, or is the person himself. */
async function maySeeContact(tx: Tx, personId: string): Promise<boolean> {
  if (tx.actor.personId === null || tx.actor.personId === personId) return true
  const { rows } = await tx.client.query<{ may: boolean }>(`select guatu_may('directory.manage') as may`)
  return rows[0]?.may === true
}

async function ownedByList(tx: Tx, personId: string) {
  return await tx.db
    .selectFrom('item')
    .where('districtId', '=', tx.districtId)
    .where('ownerId', '=', personId)
    .groupBy('playbookKey')
    .orderBy('playbookKey')
    .select(['playbookKey as playbook', sql<number>`count(*)::int`.as('owned')])
    .execute()
}

export const getPersonFeature = feature(getPerson, async (deps, { params }) => {
  const read = await deps.store.read(async (tx) => {
    const found = await findPerson(tx, params.personId)
    if (found.kind === 'refused') return null
    const shown = await maySeeContact(tx, params.personId)
    const contact = shown ? await contactOf(tx, params.personId) : null
    return { person: found.value, shown, contact, answersFor: await ownedByList(tx, params.personId) }
  })
  if (!read) return refused(refusal('NOT_FOUND'))
  const { person, shown, contact, answersFor } = read
  const others = deps.actor.personId !== null && deps.actor.personId !== person.personId
  // Telephone numbers are personal data: who looks at another's is on record.
  if (contact && others) {
    await tellSensitiveRead(deps, { via: 'getPerson', items: [], about: { personId: person.personId } })
  }
  return done({
    person: personReply(person),
    contact: shown ? { phone: contact?.phone ?? null, email: contact?.email ?? null } : null,
    answersFor,
  })
})
