import { getAccount, listSessions, saveSignInPolicy, signIn, unattendedHeader, unlockAccount } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { standardPolicy } from './policy.ts'
import { goodPassword, type Member, useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp()
const minute = 60_000
let admins: Awaited<ReturnType<typeof server.setUp>>
let worker: Member
beforeAll(async () => {
  admins = await server.setUp()
  worker = await server.signedIn('周杰', [['town']], 'zhoujie')
})

/** Tries from an address of its own where none is named, so that only the name is counted. */
function tryAs(userName: string, password: string, address?: string) {
  const browser = server.browser()
  if (address) browser.address = address
  return browser.send(signIn, { body: { userName, password } })
}

test.each(['zhoujie', 'nobody-of-this-name'])(
  'the fifth failure locks %s, and each more for twice as long',
  async (name) => {
    server.ahead = 0
    const statuses: number[] = []
    for (let round = 0; round < 5; round += 1) statuses.push((await tryAs(name, 'x')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401])
    const locked = await tryAs(name, goodPassword)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(50)
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(60)
    server.ahead = minute + 1000
    expect((await tryAs(name, 'x')).status).toBe(401)
    const longer = await tryAs(name, goodPassword)
    expect(Number(longer.headers['retry-after'])).toBeGreaterThan(110)
  },
)

test('many tries at once do not outrun the count', async () => {
  const replies = await Promise.all(Array.from({ length: 12 }, () => tryAs('another-name', 'x')))
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('when the delay has passed the right password opens, and the count begins anew', async () => {
  server.ahead = 10 * minute
  expect((await tryAs('zhoujie', goodPassword)).status).toBe(200)
  expect((await tryAs('zhoujie', 'x')).status).toBe(401)
  expect((await tryAs('zhoujie', goodPassword)).status).toBe(200)
  server.ahead = 0
})

test('an address that fails for many names is locked, others are not', async () => {
  for (let round = 0; round < 5; round += 1) await tryAs(`guess-${round}`, 'x', '10.9.9.9')
  expect((await tryAs('zhoujie', goodPassword, '10.9.9.9')).status).toBe(429)
  expect((await tryAs('zhoujie', goodPassword, '10.9.9.8')).status).toBe(200)
})

test('only the security administrator unlocks', async () => {
  for (let round = 0; round < 5; round += 1) await tryAs('zhoujie', 'x')
  const params = { personId: worker.personId }
  for (const role of ['systemAdmin', 'auditAdmin'] as const) {
    expect((await admins[role].browser.refused(unlockAccount, { params })).code).toBe('FORBIDDEN')
  }
  expect((await tryAs('zhoujie', goodPassword)).status).toBe(429)
  await admins.securityAdmin.browser.ask(unlockAccount, { params })
  expect((await tryAs('zhoujie', goodPassword)).status).toBe(200)
  const told = (await server.events()).filter(({ verb }) => ['signIn.locked', 'account.unlocked'].includes(verb))
  expect(told.at(-1)).toMatchObject({ verb: 'account.unlocked', actor: '孙二', data: { personId: worker.personId } })
  expect(told.some(({ verb, actor }) => verb === 'signIn.locked' && actor === '周杰')).toBe(true)
})

test('a session ends when nobody has been there for its idle time, sooner for administrators', async () => {
  const worked = await server.signedIn('吴敏', [['town']], 'wumin')
  const admin = await server.signedIn('郑强', [['auditAdmin']], 'zhengqiang')
  server.ahead = 29 * minute
  await admin.browser.ask(getAccount)
  server.ahead = 58 * minute
  await admin.browser.ask(getAccount)
  server.ahead = 89 * minute
  expect((await admin.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  server.ahead = 7 * 60 * minute
  await worked.browser.ask(getAccount)
  server.ahead = 15 * 60 * minute + minute
  expect((await worked.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  server.ahead = 0
})

test('what a screen asks by itself does not keep its session alive, and a person who comes back in time does', async () => {
  const { browser } = await server.signedIn('韩露', [['auditAdmin']], 'hanlu')
  for (const minutes of [10, 20, 28]) {
    server.ahead = minutes * minute
    browser.headers = { [unattendedHeader]: '1' }
    await browser.ask(listSessions)
  }
  server.ahead = 29 * minute
  browser.headers = {}
  await browser.ask(listSessions)
  browser.headers = { [unattendedHeader]: '1' }
  server.ahead = 50 * minute
  await browser.ask(listSessions)
  server.ahead = 60 * minute
  expect((await browser.refused(listSessions)).code).toBe('SIGN_IN_REQUIRED')
  server.ahead = 0
})

test('a session ends at its absolute time, however busy it is; both times are settings', async () => {
  await admins.securityAdmin.browser.ask(saveSignInPolicy, { body: { ...standardPolicy, sessionHours: 2 } })
  expect((await admins.systemAdmin.browser.refused(saveSignInPolicy, { body: standardPolicy })).code).toBe('FORBIDDEN')
  const { browser } = await server.signedIn('冯静', [['town']], 'fengjing')
  for (const minutes of [30, 60, 90, 119]) {
    server.ahead = minutes * minute
    await browser.ask(listSessions)
  }
  server.ahead = 121 * minute
  expect((await browser.refused(listSessions)).code).toBe('SIGN_IN_REQUIRED')
  server.ahead = 0
})
