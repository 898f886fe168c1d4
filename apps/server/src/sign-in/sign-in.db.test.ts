import {
  acceptInvitation,
  completeSetUp,
  getAccount,
  getSignIn,
  openInvitation,
  openSetUp,
  signIn,
  signOut,
} from '@guatu/contract'
import { expect, test } from 'vitest'
import { systemActor } from '../store/actor.ts'
import { neededSetUpLink } from './set-up.ts'
import { goodPassword, useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp()
const named = { systemAdmin: { name: '张三' }, securityAdmin: { name: '李四' }, auditAdmin: { name: '王五' } }
const codes = ({ refusals }: { refusals: { code: string }[] }) => refusals.map(({ code }) => code)
const setUpToken = async () => (await neededSetUpLink(server.deps, systemActor)) as string

test('nobody is let in before the set-up, and the set-up link opens once', async () => {
  const browser = server.browser()
  expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect(await browser.ask(getSignIn)).toMatchObject({ setUpNeeded: true, session: null, demonstration: false })
  const older = await setUpToken()
  const token = await setUpToken()
  expect((await browser.refused(openSetUp, { body: { token: older } })).code).toBe('LINK_INVALID')
  await browser.ask(openSetUp, { body: { token } })
  const twice = { ...named, auditAdmin: { name: ' 张三 ' } }
  const wrong = await browser.refused(completeSetUp, { body: { token, ...twice, securityAdmin: { name: ' ' } } })
  expect(wrong.refusals.map(({ path }) => path)).toEqual(['securityAdmin', 'auditAdmin'])
  const { invitations } = await browser.ask(completeSetUp, { body: { token, ...named } })
  expect(invitations.map(({ role, name }) => [role, name])).toEqual([
    ['systemAdmin', '张三'],
    ['securityAdmin', '李四'],
    ['auditAdmin', '王五'],
  ])
  expect((await browser.refused(completeSetUp, { body: { token, ...named } })).code).toBe('LINK_INVALID')
  expect(await neededSetUpLink(server.deps, systemActor)).toBeNull()
  expect((await browser.ask(getSignIn)).setUpNeeded).toBe(false)
  const told = (await server.events()).map(({ verb }) => verb)
  expect(told.filter((verb) => verb === 'administrator.appointed')).toHaveLength(3)
})

test('a link that has run out opens nothing', async () => {
  const personId = await server.person('赵六', [['town']])
  const token = await server.invitation(personId)
  server.ahead = 72 * 3_600_000 + 1_000
  expect((await server.browser().refused(openInvitation, { body: { token } })).code).toBe('LINK_INVALID')
  server.ahead = 0
})

test('an invitation opens an account once, and all that is wrong with user name and password is told at once', async () => {
  const personId = await server.person('陈国良', [['town']])
  const token = await server.invitation(personId)
  const browser = server.browser()
  expect(await browser.ask(openInvitation, { body: { token } })).toMatchObject({
    name: '陈国良',
    post: '凤桥镇 town',
    secondFactorRequired: false,
    password: { minLength: 10 },
  })
  const weak = await browser.refused(acceptInvitation, { body: { token, userName: '-', password: 'guoliang' } })
  expect(codes(weak)).toEqual(['INPUT_INVALID', ...Array(4).fill('PASSWORD_REFUSED')])
  expect(await browser.ask(acceptInvitation, { body: { token, userName: 'cgl', password: goodPassword } })).toEqual({
    next: 'done',
  })
  expect(await browser.ask(getAccount)).toMatchObject({
    personId,
    name: '陈国良',
    userName: 'cgl',
    post: '凤桥镇 town',
  })
  const again = { token, userName: 'other', password: goodPassword }
  expect((await server.browser().refused(acceptInvitation, { body: again })).code).toBe('LINK_INVALID')
  const other = await server.invitation(await server.person('陈国亮', [['town']]))
  const taken = { token: other, userName: 'CGL', password: goodPassword }
  expect((await browser.refused(acceptInvitation, { body: taken })).code).toBe('USER_NAME_TAKEN')
})

test('signs in, in whatever case the user name is typed, and out', async () => {
  const browser = server.browser()
  expect(await browser.ask(signIn, { body: { userName: 'CgL', password: goodPassword } })).toEqual({ next: 'done' })
  expect(await browser.ask(getSignIn)).toMatchObject({ session: { name: '陈国良', next: 'done' } })
  const stolen = new Map(browser.cookies)
  expect(await browser.ask(signOut)).toEqual({ ended: true })
  expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  const thief = server.browser()
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  expect((await thief.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect(await browser.ask(signOut)).toEqual({ ended: false })
})

test('the session’s cookie is out of reach of scripts and other sites, and a forged one opens nothing', async () => {
  const browser = server.browser()
  const { headers } = await browser.send(signIn, { body: { userName: 'cgl', password: goodPassword } })
  const [cookie] = [headers['set-cookie']].flat() as string[]
  expect(cookie).toMatch(/^guatu\.session_token=\S+; .*HttpOnly; SameSite=Strict$/)
  const [name, value] = [...browser.cookies][0] as [string, string]
  for (const forged of [
    `${value.slice(0, -6)}AAAA%3D`,
    value.split('.')[0] as string,
    '%',
    '%FF.%AA',
    'a.b',
    'x'.repeat(600),
  ]) {
    browser.cookies.set(name, forged)
    expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  }
})

test('an unknown name and a wrong password get the same answer, and neither stands in the record', async () => {
  const browser = server.browser()
  const wrong = await browser.send(signIn, { body: { userName: 'cgl', password: 'Wr0ng!wrong-wrong' } })
  const unknown = await browser.send(signIn, { body: { userName: 'secret-in-the-wrong-field', password: 'x' } })
  const impossible = await browser.send(signIn, { body: { userName: '!!', password: 'x' } })
  expect([wrong.status, unknown.status, impossible.status]).toEqual([401, 401, 401])
  expect(unknown.body).toEqual(wrong.body)
  expect(impossible.body).toEqual(wrong.body)
  const text = JSON.stringify(await server.events())
  for (const secret of ['Wr0ng!wrong-wrong', 'secret-in-the-wrong-field', goodPassword])
    expect(text).not.toContain(secret)
  expect((await server.events()).filter(({ verb }) => verb === 'signIn.failed').map(({ actor }) => actor)).toEqual([
    '陈国良',
    '未登录',
    '未登录',
  ])
})
