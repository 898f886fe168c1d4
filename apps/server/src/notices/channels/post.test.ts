import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeSettingsOf } from '../settings.ts'
import { type HookServer, startHookServer } from '../testing/hook-server.ts'
import { post } from './post.ts'

let hook: HookServer
beforeAll(async () => {
  hook = await startHookServer()
})
afterAll(() => hook.close())

const settings = () => ({ ...noticeSettingsOf({ kept: new Map() }), webhookHosts: [hook.host], privateHosts: true })
const request = (address = `${hook.url}/robot?key=1`) => ({ address, headers: { 'x-mark': 'm' }, body: '{"a":"甲"}' })

test('posts the body with its headers and answers what came back', async () => {
  hook.answer(200, '{"errcode":0}')
  expect(await post(request(), settings())).toEqual({ status: 200, body: '{"errcode":0}' })
  expect(hook.posted.at(-1)).toMatchObject({ path: '/robot?key=1', body: '{"a":"甲"}' })
  expect(hook.posted.at(-1)?.headers['x-mark']).toBe('m')
})

test('a redirect is an answer and not followed', async () => {
  hook.answer(302, '', { location: `${hook.url}/elsewhere` })
  const before = hook.posted.length
  expect((await post(request(), settings())).status).toBe(302)
  expect(hook.posted).toHaveLength(before + 1)
})

test('who is silent, talks too long or is not allowed is an error', async () => {
  hook.answer('silent')
  await expect(post(request(), settings(), 150)).rejects.toThrow()
  hook.answer(200, 'x'.repeat(100_000))
  await expect(post(request(), settings())).rejects.toThrow('too long')
  const before = hook.posted.length
  await expect(post(request(), { ...settings(), webhookHosts: [] })).rejects.toThrow('no allowed host')
  await expect(post(request(), { ...settings(), privateHosts: false })).rejects.toThrow()
  // A name of the own network is found out when it is looked up.
  const { port } = new URL(hook.url)
  const named = { ...settings(), privateHosts: false, webhookHosts: [`localhost:${port}`] }
  await expect(post(request(`https://localhost:${port}/`), named)).rejects.toThrow('own')
  expect(hook.posted).toHaveLength(before)
})
