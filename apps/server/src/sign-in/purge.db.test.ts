import { getAccount, getSignIn } from '@guatu/contract'
import { expect, test } from 'vitest'
import { turnDay } from '../jobs/turn-day.ts'
import { systemActor } from '../store/actor.ts'
import { useSignInApp } from './testing/sign-in-app.ts'
import { changeAccounts, readAccounts, rowsOf } from './transaction.ts'

const server = useSignInApp()
const tables = ['session', 'verification', 'link', 'open_id_start'] as const

async function counts(): Promise<Record<string, number>> {
  const text = tables.map((name) => `(select count(*)::int from sign_in.${name}) as ${name}`).join(', ')
  const [row] = await readAccounts(server.deps.store, (tx) => rowsOf<Record<string, number>>(tx, `select ${text}`, []))
  return row!
}

test('the turn of the day removes what has run out and nothing else, and tells of its own turn alone', async () => {
  const admins = await server.setUp()
  const { browser } = await server.signedIn('周宁', [['town']], 'zhouning')
  await server.invitation(await server.person('吴平', [['town']]))
  await changeAccounts(server.deps.store, async ({ client }) => {
    await client.query(
      `insert into sign_in.verification (id, identifier, value, expires_at, created_at, updated_at)
         values (gen_random_uuid(), 'x', 'y', $1, $1, $1)`,
      [server.deps.now()],
    )
    await client.query(
      `insert into sign_in.open_id_start (state_hash, link_id, expires_at) select 'z', link_id, $1 from sign_in.link limit 1`,
      [server.deps.now()],
    )
  })
  const before = await counts()
  expect(Object.values(before).every((count) => count > 0)).toBe(true)
  const told = (await server.events()).length

  server.today = '2026-06-16'
  server.ahead = 60 * 60_000
  await turnDay({ ...server.deps, store: server.deps.store.as(systemActor), actor: systemActor })
  const after = await counts()
  expect(after).toMatchObject({ session: before.session, link: before.link, verification: 0, open_id_start: 0 })
  await browser.ask(getAccount)

  server.today = '2026-06-26'
  server.ahead = 10 * 24 * 60 * 60_000
  await turnDay({ ...server.deps, store: server.deps.store.as(systemActor), actor: systemActor })
  // The used set-up link stays: it says that the district needs no other.
  expect(await counts()).toEqual({ session: 0, verification: 0, link: 1, open_id_start: 0 })
  expect((await browser.ask(getSignIn)).setUpNeeded).toBe(false)
  expect((await admins.auditAdmin.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect((await server.events()).slice(told).map(({ verb }) => verb)).toEqual(['day.turned', 'day.turned'])
})
