import {
  acceptInvitation,
  choosePost,
  closeAccount,
  completeSetUp,
  createItem,
  createToken,
  getAccount,
  inviteAccount,
  listAccounts,
  listItems,
  listTokens,
  reopenAccount,
  resetCredentials,
  revokeToken,
  saveSignInPolicy,
  signIn,
} from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { operatorActor } from '../store/actor.ts'
import { standardPolicy } from './policy.ts'
import { makeSetUpLink } from './set-up.ts'
import { betterPassword, goodPassword, type Member, useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp()
let admins: Awaited<ReturnType<typeof server.setUp>>
let worker: Member
beforeAll(async () => {
  admins = await server.setUp()
  worker = await server.signedIn('陶伟', [['districtOffice'], ['town']], 'taowei')
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const items = { query: { playbook: 'works' } } as never

function program(token: string) {
  const browser = server.browser()
  browser.headers = { authorization: `Bearer ${token}` }
  return browser
}

test('a token opens its actions and nothing else, and never its bearer’s account', async () => {
  const body = { name: '月报', actions: ['item.read' as const], expiresOn: inDays(30) }
  const { token } = await worker.browser.ask(createToken, { body })
  const reader = program(token)
  await reader.ask(listItems, items)
  expect(await reader.ask(getAccount)).toMatchObject({ name: '陶伟', actions: ['item.read'] })
  const write = { body: { playbook: 'works', fields: { name: '甲' } } } as never
  expect((await reader.refused(createItem, write)).code).toBe('FORBIDDEN')
  expect((await reader.refused(createToken, { body })).code).toBe('FORBIDDEN')
  await worker.browser.ask(createItem, write)
  const told = await server.events()
  expect(told.at(-1)).toMatchObject({ verb: 'item.created', actor: '陶伟', post: '凤桥镇 districtOffice' })
})

test('a token acts from the post that it names, else from the one that the session acted from when it was made', async () => {
  const { posts } = await worker.browser.ask(getAccount)
  const postOf = (role: string) => posts.find((post) => post.role === role)!
  const body = { name: '填报', actions: ['item.create' as const], expiresOn: inDays(1) }
  const [office, town] = [postOf('districtOffice'), postOf('town')]
  const named = await worker.browser.ask(createToken, { body: { ...body, postId: office.postId } })
  await worker.browser.ask(choosePost, { body: { postId: town.postId } })
  const chosen = await worker.browser.ask(createToken, { body })
  await worker.browser.ask(choosePost, { body: { postId: office.postId } })
  const write = { body: { playbook: 'works', fields: { name: '丙' } } } as never
  for (const [{ token, tokenId }, post] of [
    [named, '凤桥镇 districtOffice'],
    [chosen, '凤桥镇 town'],
  ] as const) {
    await program(token).ask(createItem, write)
    expect((await server.events()).at(-1)).toMatchObject({ verb: 'item.created', post })
    const { tokens } = await worker.browser.ask(listTokens)
    expect(tokens.find((listed) => listed.tokenId === tokenId)?.post).toBe(post)
  }
  const foreign = await server.signedIn('卢燕', [['town']], 'luyan')
  const refused = await foreign.browser.refused(createToken, { body: { ...body, postId: office.postId } })
  expect(refused).toMatchObject({ code: 'NOT_FOUND' })
})

test('a token’s acts are told with its name and address', async () => {
  const body = { name: '接口', actions: ['item.create' as const], expiresOn: inDays(1) }
  const { token } = await worker.browser.ask(createToken, { body })
  const writer = program(token)
  writer.address = '10.7.7.7'
  await writer.ask(createItem, { body: { playbook: 'works', fields: { name: '乙' } } } as never)
  expect((await server.events()).at(-1)).toMatchObject({ actor: '陶伟', origin: 'token 接口 10.7.7.7' })
})

test('a token is shown once, kept as a hash, listed and revoked', async () => {
  const body = { name: '一次', actions: ['item.read' as const], expiresOn: inDays(365) }
  const { token, tokenId } = await worker.browser.ask(createToken, { body })
  const listed = await worker.browser.ask(listTokens)
  expect(listed.tokens[0]).toMatchObject({ name: '一次', revokedAt: null })
  expect(JSON.stringify([listed, await server.events()])).not.toContain(token)
  const other = await server.signedIn('姜敏', [['town']], 'jiangmin')
  expect((await other.browser.refused(revokeToken, { params: { tokenId } })).code).toBe('NOT_FOUND')
  await worker.browser.ask(revokeToken, { params: { tokenId } })
  expect((await program(token).refused(listItems, items)).code).toBe('SIGN_IN_REQUIRED')
})

test.each([inDays(-1), inDays(400)])('no token lasts until %s', async (expiresOn) => {
  const body = { name: '期限', actions: ['item.read' as const], expiresOn }
  expect((await worker.browser.refused(createToken, { body })).refusals[0]).toMatchObject({ path: 'expiresOn' })
})

test('a token ends at its last day; a made-up one opens nothing', async () => {
  const body = { name: '短', actions: ['item.read' as const], expiresOn: inDays(1) }
  const { token } = await worker.browser.ask(createToken, { body })
  server.ahead = 3 * 86_400_000
  expect((await program(token).refused(listItems, items)).code).toBe('SIGN_IN_REQUIRED')
  server.ahead = 0
  expect((await program('guatu_made-up').refused(listItems, items)).code).toBe('SIGN_IN_REQUIRED')
})

test('administrators have no tokens, for a token shows no second factor', async () => {
  const body = { name: '管理', actions: ['audit.read' as const], expiresOn: inDays(1) }
  expect((await admins.auditAdmin.browser.refused(createToken, { body })).code).toBe('FORBIDDEN')
})

test('a closed account opens nothing: sessions, tokens and links end, and words say so', async () => {
  const member = await server.signedIn('戚薇', [['districtOffice']], 'qiwei')
  const made = { name: '旧', actions: ['item.read' as const], expiresOn: inDays(1) }
  const { token } = await member.browser.ask(createToken, { body: made })
  const params = { personId: member.personId }
  const closing = { params, body: { reason: '调离' } }
  for (const role of ['securityAdmin', 'auditAdmin'] as const) {
    expect((await admins[role].browser.refused(closeAccount, closing)).code).toBe('FORBIDDEN')
  }
  await admins.systemAdmin.browser.ask(closeAccount, closing)
  expect((await admins.systemAdmin.browser.refused(closeAccount, closing)).code).toBe('ACCOUNT_STATE')
  expect((await member.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  expect((await program(token).refused(listItems, items)).code).toBe('SIGN_IN_REQUIRED')
  const again = await server.browser().refused(signIn, { body: { userName: 'qiwei', password: goodPassword } })
  expect(again.refusals[0]?.message.zh).toContain('停用')
  await admins.systemAdmin.browser.ask(reopenAccount, { params, body: { reason: '调回' } })
  await server.browser().ask(signIn, { body: { userName: 'qiwei', password: goodPassword } })
  const told = (await server.events()).filter(({ verb }) => verb === 'account.closed')
  expect(told).toMatchObject([{ actor: '钱一', data: { personId: member.personId, sessions: 1 } }])
})

test('a person whose posts have ended is let in no longer', async () => {
  const member = await server.signedIn('谢强', [['town']], 'xieqiang')
  server.today = '2025-12-31'
  expect((await member.browser.refused(getAccount)).refusals[0]?.message.zh).toContain('没有在任岗位')
  server.today = '2026-06-15'
  await member.browser.ask(getAccount)
})

test('the system administrator invites, the security administrator resets, none does the other’s work', async () => {
  const personId = await server.person('邹勇', [['town']])
  const params = { personId }
  const { systemAdmin, securityAdmin, auditAdmin } = admins
  for (const { browser } of [securityAdmin, auditAdmin, worker]) {
    expect((await browser.refused(inviteAccount, { params })).code).toBe('FORBIDDEN')
  }
  const { link } = await systemAdmin.browser.ask(inviteAccount, { params })
  expect(link).toMatch(/^http:\/\/localhost\/invitation#\S{43}$/)
  const member = await server.signedIn('喻飞', [['town']], 'yufei')
  const own = { params: { personId: member.personId } }
  expect((await systemAdmin.browser.refused(inviteAccount, own)).code).toBe('ACCOUNT_STATE')
  const resetting = { ...own, body: { reason: '忘记密码' } }
  for (const { browser } of [systemAdmin, auditAdmin, worker]) {
    expect((await browser.refused(resetCredentials, resetting)).code).toBe('FORBIDDEN')
  }
  await securityAdmin.browser.ask(resetCredentials, resetting)
  expect((await member.browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  const old = await server.browser().refused(signIn, { body: { userName: 'yufei', password: goodPassword } })
  expect(old.code).toBe('SIGN_IN_FAILED')
})

test('no administrator hands out a way into another administrator’s account', async () => {
  const { systemAdmin, securityAdmin, auditAdmin } = admins
  const body = { reason: '忘记密码' }
  for (const { personId } of [auditAdmin, systemAdmin, securityAdmin]) {
    const reset = await securityAdmin.browser.refused(resetCredentials, { params: { personId }, body })
    expect(reset.refusals[0]?.message.zh).toContain('npx guatu set-up-link')
  }
  const appointed = { params: { personId: await server.person('金芳', [['auditAdmin']]) } }
  expect((await systemAdmin.browser.refused(inviteAccount, appointed)).code).toBe('ACCOUNT_STATE')
  await auditAdmin.browser.ask(getAccount)
})

test('both administrators see the accounts, nobody else', async () => {
  const { accounts } = await admins.systemAdmin.browser.ask(listAccounts)
  const state = (name: string) => accounts.find((account) => account.name === name)?.state
  expect([state('邹勇'), state('喻飞'), state('陶伟')]).toEqual(['invited', 'invited', 'open'])
  await admins.securityAdmin.browser.ask(listAccounts)
  for (const { browser } of [admins.auditAdmin, worker]) {
    expect((await browser.refused(listAccounts)).code).toBe('FORBIDDEN')
  }
  expect((await worker.browser.refused(saveSignInPolicy, { body: standardPolicy })).code).toBe('FORBIDDEN')
})

test('a set-up link gives an administrator who has lost everything a way back in, and ends what was open', async () => {
  const { browser, userName } = admins.auditAdmin
  const named = { systemAdmin: { name: '钱一' }, securityAdmin: { name: '孙二' }, auditAdmin: { name: '李三' } }
  const token = await makeSetUpLink(server.deps, operatorActor)
  const { invitations } = await server.browser().ask(completeSetUp, { body: { token, ...named } })
  const link = invitations.find(({ role }) => role === 'auditAdmin')?.link.split('#')[1] as string
  await browser.ask(getAccount)
  const body = { token: link, userName, password: betterPassword }
  expect(await server.browser().ask(acceptInvitation, { body })).toEqual({ next: 'enrolSecondFactor' })
  expect((await browser.refused(getAccount)).code).toBe('SIGN_IN_REQUIRED')
  await admins.systemAdmin.browser.ask(getAccount)
})

test('a token of somebody who has become an administrator opens nothing: it shows no second factor', async () => {
  const member = await server.signedIn('苗青', [['town']], 'miaoqing')
  const body = { name: '旧', actions: ['item.read' as const, 'audit.read' as const], expiresOn: inDays(300) }
  const { token } = await member.browser.ask(createToken, { body })
  await program(token).ask(getAccount)
  await server.deps.store.write(({ client }) =>
    client.query(`update post set role = 'auditAdmin' where person_id = $1`, [member.personId]),
  )
  expect((await program(token).refused(getAccount)).code).toBe('FORBIDDEN')
})
