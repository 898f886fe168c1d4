import { createPerson, getPerson, updatePerson } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { bureauOrg, useTestApp } from '../../store/testing/test-app.ts'
import { asRole } from './testing/administrators.ts'

const app = useTestApp()
let admin: Awaited<ReturnType<typeof asRole>>
beforeAll(async () => {
  admin = await asRole(app, 'systemAdmin')
})

const events = async (verb: string) =>
  await app.deps.store.read((tx) =>
    tx.db.selectFrom('event').selectAll().where('districtId', '=', tx.districtId).where('verb', '=', verb).execute(),
  )

describe('how to reach a person', () => {
  test('is seen by whoever keeps the directory and by the person, and a look at another’s is recorded', async () => {
    const body = { name: '张伟', orgId: bureauOrg, phone: '13905730001', email: 'zw@example.cn' }
    const { personId } = await admin.ask(createPerson, { body })
    const params = { personId }
    expect((await admin.ask(getPerson, { params })).contact).toEqual({ phone: '13905730001', email: 'zw@example.cn' })
    expect(await events('secret.read')).toMatchObject([{ actorId: admin.personId, data: { about: { personId } } }])
    for (const role of ['town', 'leader', 'securityAdmin', 'auditAdmin'] as const) {
      const other = await asRole(app, role)
      expect((await other.ask(getPerson, { params })).contact).toBeNull()
    }
    expect(await events('secret.read')).toHaveLength(1)
  })

  test('stands in no event', async () => {
    const { personId, revision } = await admin.ask(createPerson, {
      body: { name: '李娜', orgId: null, phone: '13905730002' },
    })
    await admin.ask(updatePerson, { params: { personId }, body: { phone: '13905730003', revision } })
    const [created] = (await events('person.created')).slice(-1)
    const [updated] = (await events('person.updated')).slice(-1)
    expect(updated!.data).toMatchObject({ contact: ['phone'] })
    expect(JSON.stringify([created, updated])).not.toContain('1390573')
  })

  test('is not readable past the routes either', async () => {
    const town = await asRole(app, 'town', '镇干部')
    const actor = { personId: town.personId, name: '镇干部', post: null, origin: 'test' }
    const rows = await app.deps.store.as(actor).read((tx) => tx.db.selectFrom('personContact').selectAll().execute())
    expect(rows).toEqual([])
  })
})

test('a name is corrected with a reason; everything wrong is told at once', async () => {
  const { personId, revision } = await admin.ask(createPerson, { body: { name: '王芳', orgId: bureauOrg } })
  const params = { personId }
  const refusal = await admin.refused(updatePerson, {
    params,
    body: { name: '王方', phone: '电话', email: '邮箱', revision },
  })
  expect(refusal.refusals.map(({ path }) => path)).toEqual(['phone', 'email', 'reason'])
  const after = await admin.ask(updatePerson, { params, body: { name: '王方', reason: '写错', revision } })
  expect(after).toMatchObject({ name: '王方', orgId: bureauOrg, revision: 2 })
  const stale = await admin.refused(updatePerson, { params, body: { orgId: null, revision } })
  expect(stale.code).toBe('REVISION_STALE')
})
