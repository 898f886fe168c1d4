import { getPerson } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
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

/** How many items of each list the person owns and leads, of those that the reader sees; lists without any left out. */
async function answersForOf(tx: Tx, playbooks: readonly Playbook[], personId: string) {
  const counts = await Promise.all(
    playbooks.map(async ({ key, roles }) => {
      const led = roles.leader ? sql<boolean>`fields->>${roles.leader} = ${personId}` : sql<boolean>`false`
      const count = await tx.db
        .selectFrom('item')
        .where('districtId', '=', tx.districtId)
        .where('playbookKey', '=', key)
        .where(sql<boolean>`(owner_id = ${personId} or ${led})`)
        .select([
          sql<number>`(count(*) filter (where owner_id = ${personId}))::int`.as('owned'),
          sql<number>`(count(*) filter (where ${led}))::int`.as('led'),
        ])
        .executeTakeFirstOrThrow()
      return { playbook: key, ...count }
    }),
  )
  return counts.filter(({ owned, led }) => owned + led > 0)
}

export const getPersonFeature = feature(getPerson, async (deps, { params }) => {
  const read = await deps.store.read(async (tx) => {
    const found = await findPerson(tx, params.personId)
    if (found.kind === 'refused') return null
    const shown = await maySeeContact(tx, params.personId)
    const contact = shown ? await contactOf(tx, params.personId) : null
    return {
      person: found.value,
      shown,
      contact,
      answersFor: await answersForOf(tx, deps.shelf.playbooks, params.personId),
    }
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
