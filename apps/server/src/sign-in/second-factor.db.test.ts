import {
  acceptInvitation,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  endSession,
  getAccount,
  getSession,
  getSignIn,
  listSessions,
  renewRecoveryCodes,
  saveSignInPolicy,
  signIn,
  startSecondFactor,
  verifySecondFactor,
} from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { standardPolicy } from './policy.ts'
import { codeOf } from './testing/authenticator.ts'
import { betterPassword, goodPassword, useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp()
let admins: Awaited<ReturnType<typeof server.setUp>>
beforeAll(async () => {
  admins = await server.setUp()
})

async function passwordOf(userName: string, password = goodPassword) {
  const browser = server.browser()
  return { browser, ...(await browser.ask(signIn, { body: { userName, password } })) }
}

test('an administrator does nothing before the second factor is enrolled', async () => {
  const personId = await server.person('何丽', [['auditAdmin']])
  const browser = server.browser()
  const body = { token: await server.invitation(personId), userName: 'heli', password: goodPassword }
  expect(await browser.ask(acceptInvitation, { body })).toEqual({ next: 'enrolSecondFactor' })
  for (const route of [getAccount, getSession, listSessions]) {
    expect((await browser.refused(route)).code).toBe('SECOND_FACTOR_REQUIRED')
  }
  const wrong = await browser.refused(startSecondFactor, { body: { password: 'not it' } })
  expect(wrong.code).toBe('PASSWORD_WRONG')
  expect((await browser.refused(confirmSecondFactor, { body: { code: '123456' } })).code).toBe('SECOND_FACTOR_STATE')
  const { secret, uri, recoveryCodes } = await browser.ask(startSecondFactor, { body: { password: goodPassword } })
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*:heli\?secret=/)
  expect(uri).toContain(secret)
  expect(new Set(recoveryCodes).size).toBe(10)
  expect((await browser.refused(getAccount)).code).toBe('SECOND_FACTOR_REQUIRED')
  expect((await browser.refused(confirmSecondFactor, { body: { code: '000000' } })).code).toBe('SECOND_FACTOR_WRONG')
  expect(await browser.ask(confirmSecondFactor, { body: { code: codeOf(secret) } })).toEqual({ next: 'done' })
  expect((await browser.ask(getAccount)).secondFactor).toEqual({ enrolled: true, required: true, recoveryCodes: 10 })
  const refused = await browser.refused(endSecondFactor, { body: { password: goodPassword } })
  expect(refused.code).toBe('FORBIDDEN')
})

test('a code opens once: neither again by its bearer nor by whoever saw it', async () => {
  const { secret } = await server.signedIn('吕刚', [['auditAdmin']], 'lvgang')
  const first = await passwordOf('lvgang')
  expect(first.next).toBe('secondFactor')
  expect((await first.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  const code = codeOf(secret)
  expect(await first.browser.ask(verifySecondFactor, { body: { code } })).toEqual({ next: 'done' })
  await first.browser.ask(getAccount)
  const second = await passwordOf('lvgang')
  expect((await second.browser.refused(verifySecondFactor, { body: { code } })).code).toBe('SECOND_FACTOR_WRONG')
  expect(await second.browser.ask(verifySecondFactor, { body: { code: codeOf(secret, 1) } })).toEqual({ next: 'done' })
})

test('without the password a code opens nothing, and guessing codes locks the account', async () => {
  const { secret } = await server.signedIn('施琴', [['auditAdmin']], 'shiqin')
  const stranger = server.browser()
  const early = await stranger.refused(verifySecondFactor, { body: { code: codeOf(secret) } })
  expect(early.code).toBe('SIGN_IN_REQUIRED')
  const { browser } = await passwordOf('shiqin')
  const codes: string[] = []
  for (let guess = 0; guess < 6; guess += 1) {
    codes.push((await browser.refused(verifySecondFactor, { body: { code: `00000${guess}` } })).code)
  }
  expect(codes.slice(0, 5)).toEqual(Array(5).fill('SECOND_FACTOR_WRONG'))
  expect(codes[5]).toBe('SIGN_IN_LOCKED')
  expect((await server.browser().send(signIn, { body: { userName: 'shiqin', password: goodPassword } })).status).toBe(
    429,
  )
  server.ahead = 2 * 60_000
  await passwordOf('shiqin')
  server.ahead = 0
})

test('the right password between two guesses of the code does not make the count begin anew', async () => {
  await server.signedIn('卫兰', [['auditAdmin']], 'weilan')
  const codes: string[] = []
  for (let guess = 0; guess < 6; guess += 1) {
    const browser = server.browser()
    browser.address = `10.9.0.${guess + 1}`
    const body = { userName: 'weilan', password: goodPassword }
    if ((await browser.send(signIn, { body })).status !== 200) break
    codes.push((await browser.refused(verifySecondFactor, { body: { code: `00001${guess}` } })).code)
  }
  expect(codes).toEqual(Array(5).fill('SECOND_FACTOR_WRONG'))
})

test('a code of one’s own opens nobody else’s account, and takes none of his failures back', async () => {
  const other = await server.signedIn('蒋波', [['auditAdmin']], 'jiangbo')
  await server.signedIn('沈洁', [['auditAdmin']], 'shenjie')
  const { browser } = await passwordOf('shenjie')
  for (const [name, value] of other.browser.cookies) if (!browser.cookies.get(name)) browser.cookies.set(name, value)
  const code = codeOf(other.secret, 1)
  expect((await browser.refused(verifySecondFactor, { body: { code } })).code).toBe('SECOND_FACTOR_WRONG')
})

test('a recovery code opens once; renewed ones take the place of the old', async () => {
  const member = await server.signedIn('张燕', [['town']], 'zhangyan')
  const { secret, recoveryCodes } = await member.browser.ask(startSecondFactor, { body: { password: goodPassword } })
  await member.browser.ask(confirmSecondFactor, { body: { code: codeOf(secret) } })
  const [one = '', two = ''] = recoveryCodes
  const first = await passwordOf('zhangyan')
  expect(await first.browser.ask(verifySecondFactor, { body: { code: one } })).toEqual({ next: 'done' })
  expect((await first.browser.ask(getAccount)).secondFactor.recoveryCodes).toBe(9)
  const second = await passwordOf('zhangyan')
  expect((await second.browser.refused(verifySecondFactor, { body: { code: one } })).code).toBe('SECOND_FACTOR_WRONG')
  const renewed = await first.browser.ask(renewRecoveryCodes, { body: { password: goodPassword } })
  expect((await second.browser.refused(verifySecondFactor, { body: { code: two } })).code).toBe('SECOND_FACTOR_WRONG')
  await second.browser.ask(verifySecondFactor, { body: { code: renewed.recoveryCodes[0] as string } })
  const told = JSON.stringify(await server.events())
  for (const code of [...recoveryCodes, ...renewed.recoveryCodes, secret]) expect(told).not.toContain(code)
  expect(told).toContain('recoveryCode.used')
})

test('two enrolments begun at the same moment: the later secret stands, and no third once one is confirmed', async () => {
  const { browser } = await server.signedIn('施文', [['town']], 'shiwen')
  const body = { password: goodPassword }
  const begun = await Promise.all(Array.from({ length: 3 }, () => browser.ask(startSecondFactor, { body })))
  const states: number[] = []
  for (const { secret } of begun) {
    states.push((await browser.send(confirmSecondFactor, { body: { code: codeOf(secret) } })).status)
  }
  expect(states.filter((status) => status === 200)).toHaveLength(1)
  expect((await browser.refused(startSecondFactor, { body })).code).toBe('SECOND_FACTOR_STATE')
})

test('who is no administrator may give the second factor up', async () => {
  const member = await server.signedIn('孔杰', [['town']], 'kongjie')
  const { secret } = await member.browser.ask(startSecondFactor, { body: { password: goodPassword } })
  await member.browser.ask(confirmSecondFactor, { body: { code: codeOf(secret) } })
  expect((await passwordOf('kongjie')).next).toBe('secondFactor')
  expect((await member.browser.refused(endSecondFactor, { body: { password: 'no' } })).code).toBe('PASSWORD_WRONG')
  await member.browser.ask(endSecondFactor, { body: { password: goodPassword } })
  expect((await passwordOf('kongjie')).next).toBe('done')
})

test('a changed password ends the other sessions, and the last five do not come again', async () => {
  const member = await server.signedIn('曹云', [['town']], 'caoyun')
  const other = await passwordOf('caoyun')
  const change = (current: string, password: string) => ({ body: { current, password } })
  expect((await member.browser.refused(changePassword, change('no', betterPassword))).code).toBe('PASSWORD_WRONG')
  const same = await member.browser.refused(changePassword, change(goodPassword, goodPassword))
  expect(same.refusals.map(({ message }) => message.zh)).toEqual(['不能与最近 5 次用过的密码相同'])
  expect(await member.browser.ask(changePassword, change(goodPassword, betterPassword))).toEqual({ next: 'done' })
  await member.browser.ask(getAccount)
  expect((await other.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect((await server.browser().refused(signIn, { body: { userName: 'caoyun', password: goodPassword } })).code).toBe(
    'SIGN_IN_FAILED',
  )
  expect((await passwordOf('caoyun', betterPassword)).next).toBe('done')
})

test('an old password has to be changed before anything else', async () => {
  const member = await server.signedIn('严华', [['town']], 'yanhua')
  await admins.securityAdmin.browser.ask(saveSignInPolicy, {
    body: { ...standardPolicy, passwordMaxAgeDays: 1, sessionIdleMinutes: 5000 },
  })
  server.ahead = 25 * 3_600_000
  expect((await member.browser.refused(getAccount)).code).toBe('PASSWORD_EXPIRED')
  const { session } = await member.browser.ask(getSignIn)
  expect(session).toMatchObject({
    userName: 'yanhua',
    next: 'changePassword',
    password: { minLength: 10, maxAgeDays: 1 },
  })
  const body = { current: goodPassword, password: betterPassword }
  expect(await member.browser.ask(changePassword, { body })).toEqual({ next: 'done' })
  await member.browser.ask(getAccount)
  server.ahead = 0
})

test('one’s own sessions are listed and ended, and nobody else’s', async () => {
  const member = await server.signedIn('华敏', [['town']], 'huamin')
  const other = await passwordOf('huamin')
  const { sessions } = await member.browser.ask(listSessions)
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
  const foreign = await server.signedIn('金鑫', [['town']], 'jinxin')
  const sessionId = sessions.find(({ current }) => !current)?.sessionId as string
  expect((await foreign.browser.refused(endSession, { params: { sessionId } })).code).toBe('NOT_FOUND')
  await other.browser.ask(getAccount)
  await member.browser.ask(endSession, { params: { sessionId } })
  expect((await other.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
})
