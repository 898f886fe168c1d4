import { createItem, getItem, getSession, savePlan } from '@guatu/contract'
import { expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()

async function make(name: string, keeper: string, leaderId: string, ownerId: string, opened: boolean) {
  const fields = { name, keeper, until: { date: '2027-12-31', precision: 'day' as const } }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const { plan, item } = await server.ask(getItem, { params: { itemId } })
  const changes = [{ nodeKey: plan.nodes[0]!.nodeKey, leaderId, ownerId }]
  await server.ask(savePlan, { params: { itemId }, body: { revision: item.revision, changes } })
  if (opened) await server.deps.store.write(({ client }) => client.query(open, [itemId]))
  return itemId
}

/** As opening an item to oversight leaves it. */
const open = `insert into item_party select district_id, item_id, 'opened:@' || phase from item where item_id = $1`

test('who does not read the directory knows by name who answers for the items that he reads, and nobody else', async () => {
  const person = () => givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  const [keeper, leader, owner, otherKeeper, otherLeader] = [
    await person(),
    await person(),
    await person(),
    await person(),
    await person(),
  ]
  const deputy = await givePerson(server.deps, [{ role: 'deputy', orgId: townOrg }])
  await make('公开工程', keeper, leader, owner, true)
  await make('内部工程', otherKeeper, otherLeader, owner, false)
  const { persons } = await server.as(deputy).ask(getSession)
  expect(persons.map(({ personId }) => personId).sort()).toEqual([deputy, keeper, leader, owner].sort())
  const office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  const all = (await server.as(office).ask(getSession)).persons.map(({ personId }) => personId)
  expect(all).toEqual(expect.arrayContaining([otherKeeper, otherLeader]))
})
