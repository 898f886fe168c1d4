import { getSignIn, openInvitation } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useSignInApp } from './testing/sign-in-app.ts'

const server = useSignInApp({ limits: { all: 30, signIn: 4 } })

test('guessing links is refused after a few tries a minute, with the time to wait; other addresses go on', async () => {
  const browser = server.browser()
  const tries = []
  for (let index = 0; index < 6; index += 1) {
    tries.push(await browser.send(openInvitation, { body: { token: `guess-${index}` } }))
  }
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 429, 429])
  const refused = tries.find(({ status }) => status === 429)
  expect(refused?.body).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await server.browser().send(openInvitation, { body: { token: 'guess' } })).status).toBe(404)
})

test('other routes are generous, and not without bound', async () => {
  const browser = server.browser()
  const statuses: number[] = []
  for (let index = 0; index < 31; index += 1) statuses.push((await browser.send(getSignIn)).status)
  expect(statuses).toEqual([...Array(30).fill(200), 429])
})
