import { createPerson } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { personRow } from '../../store/directory.ts'
import { contactRefusals, writeContact } from './contact.ts'
import { findUnit } from './find.ts'
import { lockDirectory } from './lock.ts'
import { invalid } from './refusals.ts'
import { personReply } from './replies.ts'

export const createPersonFeature = feature(createPerson, async (deps, { body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const refusals = contactRefusals(body)
    const name = body.name.trim()
    if (name === '') refusals.push(invalid('name', '要写姓名', 'A name is needed'))
    if (body.orgId !== null && (await findUnit(tx, body.orgId)).kind === 'refused')
      refusals.push(invalid('orgId', '没有这个单位', 'There is no such unit'))
    if (refusals.length > 0) return refused(...refusals)
    const row = personRow(tx.districtId, { name, orgId: body.orgId })
    const person = { personId: row.personId, name, orgId: row.orgId }
    const event = { verb: 'person.created', itemId: null, data: { person } }
    await append(tx, { at: deps.now(), events: [event], persons: [row] })
    await writeContact(tx, row.personId, body)
    return done(personReply(row))
  })
})
