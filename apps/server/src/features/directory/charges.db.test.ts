import { assignCharge, endCharge, getDirectory } from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { asRole, personWith } from './testing/administrators.ts'

const app = useTestApp()
let office: Awaited<ReturnType<typeof asRole>>
let leaderId = ''
beforeAll(async () => {
  office = await asRole(app, 'districtOffice')
  leaderId = (await personWith(app, '周副区长', 'leader')).person.personId
})

const town = { kind: 'org', target: townOrg, from: '2026-01-01' } as const

describe('charges', () => {
  test('a leader is put in charge of a town; the reader sees its name', async () => {
    const charge = await office.ask(assignCharge, { body: { ...town, personId: leaderId } })
    expect(charge).toMatchObject({ targetName: '凤桥镇', to: null })
    const { charges } = await office.ask(getDirectory)
    expect(charges).toEqual([charge])
  })

  test('everything that speaks against one is told at once', async () => {
    const { person } = await personWith(app, '科员', 'department')
    const refusal = await office.refused(assignCharge, {
      body: { kind: 'item', target: 'nothing', from: '2026-03-01', to: '2026-02-01', personId: person.personId },
    })
    expect(refusal.refusals.map(({ path }) => path)).toEqual(['target', 'to', 'personId'])
    const twice = await office.refused(assignCharge, { body: { ...town, from: '2026-05-01', personId: leaderId } })
    expect(twice.refusals.map(({ path }) => path)).toEqual(['target'])
  })

  test('ending keeps it, and another may begin on the day after', async () => {
    const { charges } = await office.ask(getDirectory)
    const { chargeId, revision } = charges[0]!
    const params = { chargeId }
    expect((await office.refused(endCharge, { params, body: { to: '2026-06-01', revision } })).code).toBe(
      'REASON_REQUIRED',
    )
    await office.ask(endCharge, { params, body: { to: '2026-06-01', reason: '分工调整', revision } })
    await office.ask(assignCharge, { body: { ...town, personId: leaderId, from: '2026-06-02' } })
    expect((await office.ask(getDirectory)).charges.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-06-01'],
      ['2026-06-02', null],
    ])
    expect((await office.refused(endCharge, { params, body: { to: '2026-06-01', revision } })).code).toBe(
      'REVISION_STALE',
    )
  })

  test('nobody but the district office assigns them', async () => {
    for (const role of ['securityAdmin', 'systemAdmin', 'town'] as const) {
      const other = await asRole(app, role)
      expect((await other.refused(assignCharge, { body: { ...town, personId: leaderId } })).code).toBe('FORBIDDEN')
    }
  })
})
