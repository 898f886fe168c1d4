import { type BodyOf, updatePerson } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import type { PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { changeOf } from './changes.ts'
import { contactRefusals, writeContact } from './contact.ts'
import { findPerson, findUnit } from './find.ts'
import { lockDirectory } from './lock.ts'
import { invalid, reasonRequired } from './refusals.ts'
import { personReply } from './replies.ts'
import { changedPerson, replacePerson } from './write-person.ts'

type Sent = BodyOf<typeof updatePerson>

async function refusalsOf(tx: Tx, person: PersonRow, sent: Sent): Promise<Refusal[]> {
  const refusals = contactRefusals(sent)
  const name = sent.name?.trim()
  if (name === '') refusals.push(invalid('name', '要写姓名', 'A name is needed'))
  if (name && name !== person.name && !sent.reason)
    refusals.push(reasonRequired('更正姓名要写明理由', 'Correcting a name needs a reason'))
  if (sent.orgId && (await findUnit(tx, sent.orgId)).kind === 'refused')
    refusals.push(invalid('orgId', '没有这个单位', 'There is no such unit'))
  return refusals
}

export const updatePersonFeature = feature(updatePerson, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findPerson(tx, params.personId, body.revision)
    if (found.kind === 'refused') return found
    const person = found.value
    const refusals = await refusalsOf(tx, person, body)
    if (refusals.length > 0) return refused(...refusals)
    const wanted = {
      ...(body.name === undefined ? {} : { name: body.name.trim() }),
      ...(body.orgId === undefined ? {} : { orgId: body.orgId }),
    }
    const change = changeOf(person, wanted)
    const contact = await writeContact(tx, person.personId, body)
    if (!change && contact.length === 0) return done(personReply(person))
    const after = changedPerson(person, wanted)
    await replacePerson(tx, after)
    const data = { personId: person.personId, name: after.name, ...change, ...(contact.length > 0 ? { contact } : {}) }
    const event = { verb: 'person.updated', itemId: null, data, reason: body.reason ?? null }
    await append(tx, { at: deps.now(), events: [event] })
    return done(personReply(after))
  })
})
