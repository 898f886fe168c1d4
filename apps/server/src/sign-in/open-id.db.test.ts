import { finishOpenId, getAccount, getSignIn, signIn, startOpenId, startSecondFactor } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useProvider } from './testing/provider.ts'
import { type Browser, goodPassword, useSignInApp } from './testing/sign-in-app.ts'

const origin = 'https://guatu.example.cn'
const provider = useProvider(origin)
const server = useSignInApp({ origin, openId: () => provider.settings })

/** The whole way: to the provider, through its pages, back. Answers the page that the browser ends on. */
async function through(browser: Browser, login: string, invitation?: string): Promise<string> {
  const { url } = await browser.ask(startOpenId, { body: invitation === undefined ? {} : { invitation } })
  const back = await provider.signIn(url, login)
  expect(back.origin + back.pathname).toBe(`${origin}${finishOpenId.path}`)
  const query = Object.fromEntries(back.searchParams) as never
  const { status, headers } = await browser.send(finishOpenId, { query })
  expect(status).toBe(303)
  return String(headers.location)
}

test('an identity whose claim names a user name opens that account, and keeps doing so', async () => {
  const member = await server.signedIn('柏林', [['town']], 'bolin')
  const browser = server.browser()
  expect(await browser.ask(getSignIn)).toMatchObject({ openId: true, session: null })
  expect(await through(browser, 'employee-bolin')).toBe('/')
  expect([...browser.cookies.keys()]).toContain('__Secure-guatu.session_token')
  expect(await browser.ask(getAccount)).toMatchObject({ personId: member.personId, userName: 'bolin' })
  const again = server.browser()
  expect(await through(again, 'employee-bolin')).toBe('/')
  expect((await again.ask(getAccount)).personId).toBe(member.personId)
  const began = (await server.events()).filter(({ verb }) => verb === 'session.began')
  expect(began.at(-1)).toMatchObject({ actor: '柏林', data: { by: 'openId' } })
})

test('an invitation ties an identity to its person, without a password', async () => {
  const personId = await server.person('水清', [['town']])
  const browser = server.browser()
  const invitation = await server.invitation(personId)
  expect(await through(browser, 'somebody-quite-else', invitation)).toBe('/')
  expect(await browser.ask(getAccount)).toMatchObject({ personId, name: '水清', userName: null })
  const again = server.browser()
  expect(await through(again, 'somebody-quite-else')).toBe('/')
  expect((await again.ask(getAccount)).personId).toBe(personId)
  expect((await again.refused(startOpenId, { body: { invitation } })).code).toBe('LINK_INVALID')
  const { secret } = await again.ask(startSecondFactor, { body: {} })
  expect(secret).toMatch(/^[A-Z2-7]+$/)
})

test('an identity that nobody here knows is refused, and leaves nothing behind', async () => {
  const browser = server.browser()
  expect(await through(browser, 'employee-stranger')).toBe('/sign-in?problem=OPENID_FAILED')
  expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect((await server.events()).at(-1)).toMatchObject({ verb: 'signIn.failed', data: { by: 'openId' } })
})

test('an answer that this browser has not asked for opens nothing', async () => {
  await server.signedIn('窦唯', [['town']], 'douwei')
  const victim = server.browser()
  const attacker = server.browser()
  const { url } = await attacker.ask(startOpenId, { body: {} })
  const back = await provider.signIn(url, 'employee-douwei')
  const query = Object.fromEntries(back.searchParams) as never
  const { headers } = await victim.send(finishOpenId, { query })
  expect(headers.location).toBe('/sign-in?problem=OPENID_FAILED')
  expect((await victim.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  for (const made of [{}, { error: 'access_denied' }, { code: 'x', state: 'y' }]) {
    const reply = await victim.send(finishOpenId, { query: made })
    expect(reply.headers.location).toBe('/sign-in?problem=OPENID_FAILED')
  }
})

test('an administrator shows the second factor after the provider, too', async () => {
  await server.signedIn('云帆', [['auditAdmin']], 'yunfan')
  const browser = server.browser()
  expect(await through(browser, 'employee-yunfan')).toBe('/sign-in')
  expect((await browser.ask(getSignIn)).session).toMatchObject({ name: '云帆', next: 'secondFactor' })
  expect((await browser.refused(getAccount)).code).toBe('SECOND_FACTOR_REQUIRED')
})

test('the published address may write, any other may not', async () => {
  const browser = server.browser()
  const body = { userName: 'bolin', password: goodPassword }
  browser.headers = { host: 'guatu.example.cn', origin, 'sec-fetch-site': 'same-origin' }
  expect((await browser.send(signIn, { body })).status).toBe(200)
  for (const foreign of ['https://evil.example.cn', 'http://guatu.example.cn', 'null']) {
    browser.headers = { host: 'guatu.example.cn', origin: foreign }
    expect((await browser.send(signIn, { body })).body).toMatchObject({ code: 'ORIGIN_FOREIGN' })
  }
  browser.headers = { host: 'guatu.example.cn.evil.example' }
  expect((await browser.send(signIn, { body })).body).toMatchObject({ code: 'ORIGIN_FOREIGN' })
})
