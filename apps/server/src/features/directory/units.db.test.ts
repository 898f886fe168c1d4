import { closeUnit, createUnit, getDirectory, type Unit, updateUnit } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { asRole, personWith } from './testing/administrators.ts'

const app = useTestApp()
let admin: Awaited<ReturnType<typeof asRole>>
beforeAll(async () => {
  admin = await asRole(app, 'systemAdmin')
})

const unit = { kind: 'village', shortName: null, areaCode: null, assessed: false } as const
const named = async (name: string): Promise<Unit> =>
  (await app.ask(getDirectory)).units.find((entry) => entry.name === name) as Unit
const lastEvent = async () =>
  await app.deps.store.read((tx) =>
    tx.db
      .selectFrom('event')
      .selectAll()
      .where('districtId', '=', tx.districtId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )

describe('the tree of units', () => {
  test('a unit is added below another, renamed, and found by its former name', async () => {
    const made = await admin.ask(createUnit, {
      body: { ...unit, name: '永红村', parentId: townOrg, openedOn: '2020-01-01' },
    })
    expect(made).toMatchObject({ parentId: townOrg, openedOn: '2020-01-01', revision: 1, formerNames: [] })
    const { orgId } = made
    const renamed = await admin.ask(updateUnit, { params: { orgId }, body: { name: '永红新村', revision: 1 } })
    expect(renamed.formerNames).toEqual([{ name: '永红村', shortName: null, until: '2026-06-15' }])
    const event = await lastEvent()
    expect(event).toMatchObject({ verb: 'unit.updated', actorId: admin.personId })
    expect(event.data).toMatchObject({ before: { name: '永红村' }, after: { name: '永红新村' } })
    const { searchText } = await app.deps.store.read((tx) =>
      tx.db.selectFrom('org').select('searchText').where('orgId', '=', orgId).executeTakeFirstOrThrow(),
    )
    expect(searchText).toContain('yonghongcun')
  })

  test('two who edit one unit do not overwrite each other', async () => {
    const { orgId, revision } = await named('永红新村')
    await admin.ask(updateUnit, { params: { orgId }, body: { assessed: true, revision } })
    const late = await admin.refused(updateUnit, { params: { orgId }, body: { name: '别的名字', revision } })
    expect(late.code).toBe('REVISION_STALE')
    expect((await named('永红新村')).assessed).toBe(true)
  })

  test('everything that is wrong with a unit is told at once', async () => {
    const { orgId, revision } = await named('永红新村')
    const below = await admin.ask(createUnit, { body: { ...unit, name: '一组', parentId: orgId } })
    const refusal = await admin.refused(updateUnit, {
      params: { orgId },
      body: { parentId: below.orgId, name: '区发展和改革局', areaCode: '999999', revision },
    })
    expect(refusal.refusals.map(({ path }) => path)).toEqual(['name', 'parentId', 'areaCode'])
  })

  test('what changes nothing is no event', async () => {
    const before = await lastEvent()
    const { orgId, revision, name } = await named('永红新村')
    const same = await admin.ask(updateUnit, { params: { orgId }, body: { name, revision } })
    expect(same.revision).toBe(revision)
    expect((await lastEvent()).seq).toBe(before.seq)
  })

  test('closing asks for a reason and for the units and posts in it, and is taken back', async () => {
    const { orgId, revision } = await named('永红新村')
    await personWith(app, '村书记', 'projectTeam', orgId)
    const refusal = await admin.refused(closeUnit, { params: { orgId }, body: { closedOn: '2026-06-30', revision } })
    expect(refusal.refusals.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'REASON_REQUIRED reason',
      'DIRECTORY_INVALID closedOn',
      'DIRECTORY_INVALID closedOn',
    ])
    const lone = await named('一组')
    const closed = await admin.ask(closeUnit, {
      params: { orgId: lone.orgId },
      body: { closedOn: '2026-06-30', reason: '撤并', revision: lone.revision },
    })
    expect(closed.closedOn).toBe('2026-06-30')
    expect((await lastEvent()).reason).toBe('撤并')
    const again = await admin.ask(closeUnit, {
      params: { orgId: lone.orgId },
      body: { closedOn: null, reason: '误操作', revision: closed.revision },
    })
    expect(again.closedOn).toBeNull()
  })
})

test('whoever does not keep the directory changes nothing in it', async () => {
  const { orgId, revision } = await named('永红新村')
  for (const role of ['securityAdmin', 'auditAdmin', 'districtOffice', 'firm'] as const) {
    const other = await asRole(app, role)
    const create = await other.refused(createUnit, { body: { ...unit, name: `${role}的单位`, parentId: bureauOrg } })
    const update = await other.refused(updateUnit, { params: { orgId }, body: { name: '改名', revision } })
    expect([create.code, update.code]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  }
})
