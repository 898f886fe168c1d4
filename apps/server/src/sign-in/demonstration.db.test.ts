import {
  choosePost,
  createToken,
  enterDemonstration,
  getAccount,
  getSignIn,
  listDemonstrationPersons,
  listItems,
} from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../store/actor.ts'
import { bureauOrg, townOrg } from '../store/testing/test-app.ts'
import { useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp({ demonstration: true })
let clerk = ''
beforeAll(async () => {
  clerk = await server.person('范例', [
    ['town', townOrg],
    ['department', bureauOrg],
  ])
  await server.person('另例', [['town', townOrg]])
  await server.person('审计', [['auditAdmin', townOrg]])
})

function local() {
  const browser = server.browser()
  browser.address = '127.0.0.1'
  return browser
}

test('a newcomer enters as one of its typical persons, from this machine', async () => {
  const browser = local()
  expect((await browser.ask(getSignIn)).demonstration).toBe(true)
  const { persons } = await browser.ask(listDemonstrationPersons)
  expect(persons.map(({ name, role }) => [name, role])).toEqual([
    ['范例', 'town'],
    ['审计', 'auditAdmin'],
  ])
  expect(await browser.ask(enterDemonstration, { body: { personId: clerk } })).toEqual({ next: 'done' })
  expect(await browser.ask(getAccount)).toMatchObject({ name: '范例', demonstration: true, post: '凤桥镇 town' })
  expect((await server.events()).at(-1)).toMatchObject({ verb: 'session.began', data: { by: 'demonstration' } })
})

test('nobody else’s account is entered that way', async () => {
  const stranger = await server.person('未示', [])
  expect((await local().refused(enterDemonstration, { body: { personId: stranger } })).code).toBe('FORBIDDEN')
})

test.each([
  ['another machine', '192.168.1.20', {}],
  ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.168.1.20' }],
])('from %s nobody enters without a password', async (_name, address, headers) => {
  const browser = server.browser()
  browser.address = address
  browser.headers = headers
  expect((await browser.ask(getSignIn)).demonstration).toBe(false)
  expect((await browser.refused(listDemonstrationPersons)).code).toBe('FORBIDDEN')
  expect((await browser.refused(enterDemonstration, { body: { personId: clerk } })).code).toBe('FORBIDDEN')
})

test('a person with several posts acts from the one that is chosen, in this session', async () => {
  const [browser, other] = [local(), local()]
  for (const one of [browser, other]) await one.ask(enterDemonstration, { body: { personId: clerk } })
  const { posts } = await browser.ask(getAccount)
  const postId = posts.find(({ role }) => role === 'department')?.postId as string
  expect(await browser.ask(choosePost, { body: { postId } })).toEqual({ post: '区发改局 department' })
  expect((await browser.ask(getAccount)).post).toBe('区发改局 department')
  expect((await other.ask(getAccount)).post).toBe('凤桥镇 town')
  const foreign = '018f0000-0000-7000-8000-00000000ffff'
  expect((await browser.refused(choosePost, { body: { postId: foreign } })).code).toBe('NOT_FOUND')
})

test('sessions and tokens end with the demonstration', async () => {
  const browser = local()
  await browser.ask(enterDemonstration, { body: { personId: clerk } })
  const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const { token } = await browser.ask(createToken, { body: { name: '试', actions: ['item.read'], expiresOn } })
  const program = server.browser()
  program.headers = { authorization: `Bearer ${token}` }
  await program.ask(listItems, { query: { playbook: 'works' } } as never)
  const itself = server.deps.store.as(systemActor)
  await itself.write((tx) => tx.client.query('update district set demonstration = false'))
  expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect((await program.refused(listItems, { query: { playbook: 'works' } } as never)).code).toBe('SIGN_IN_REQUIRED')
  expect((await browser.refused(listDemonstrationPersons)).code).toBe('FORBIDDEN')
})
