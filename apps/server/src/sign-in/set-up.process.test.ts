import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptInvitation, completeSetUp, getSession, openSetUp, type SetUpReply } from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, projectRoot, startInstance } from '../../../../scripts/testing/instance.ts'

let dataFolder: string
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'guatu-set-up-'))
})
afterAll(() => rmSync(dataFolder, { recursive: true }))

const environment = { GUATU_DEMO: '0' }
const linkIn = (text: string) => /(http:\/\/localhost:\d+)\/set-up#(\S{43})/.exec(text)

function post(instance: Instance, path: string, body: object) {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${instance.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

test('the start prints a set-up link until it is used; nothing opens without it', async () => {
  const first = await startInstance({ dataFolder, environment })
  expect((await fetch(`${first.url}${getSession.path}`)).status).toBe(401)
  const [, address = '', before] = linkIn(first.output()) ?? []
  expect(new URL(address).port).toBe(new URL(first.url).port)
  expect((await fetch(`${address}/set-up`)).status).toBe(200)
  expect(statSync(join(dataFolder, 'sign-in.key')).mode & 0o077).toBe(0)
  await first.stop()

  const second = await startInstance({ dataFolder, environment })
  const token = linkIn(second.output())?.[2]
  expect((await post(second, openSetUp.path, { token: before })).status).toBe(404)
  const named = { systemAdmin: { name: '张三' }, securityAdmin: { name: '李四' }, auditAdmin: { name: '王五' } }
  const done = await post(second, completeSetUp.path, { token, ...named })
  const { invitations } = (await done.json()) as SetUpReply
  const invitation = invitations[0]?.link.split('#')[1]
  const password = 'Kx9!mottled-Fern'
  const accepted = await post(second, acceptInvitation.path, { token: invitation, userName: 'zhang3', password })
  expect(await accepted.json()).toEqual({ next: 'enrolSecondFactor' })
  for (const secret of [password, invitation as string]) expect(second.output()).not.toContain(secret)
  await second.stop()

  const third = await startInstance({ dataFolder, environment })
  expect(linkIn(third.output())).toBeNull()
  const made = spawnSync(process.execPath, [join(projectRoot, 'apps/server/bin/guatu.mjs'), 'set-up-link'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', GUATU_DATA: dataFolder },
    encoding: 'utf8',
  })
  const [, there, another] = linkIn(made.stdout) ?? []
  expect(there).toBe(address.replace(/\d+$/, new URL(third.url).port))
  expect((await post(third, openSetUp.path, { token: another })).status).toBe(200)
  await third.stop()
})
