import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'
import type { OpenIdSettings } from '../settings.ts'

/** A real OpenID provider that lets anybody in under the name that he types. */
export interface TestProvider {
  readonly settings: OpenIdSettings
  /** Goes the way of a browser from our page through the provider's; answers where it is sent back to. */
  signIn(url: string, login: string): Promise<URL>
}

const client = { clientId: 'guatu', clientSecret: 'a secret of the provider' }

function keep(cookies: Map<string, string>, reply: Response): void {
  for (const text of reply.headers.getSetCookie()) {
    const [pair = ''] = text.split(';')
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
}

async function walk(issuer: string, start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  const ask = async (url: URL, form?: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const reply = await fetch(url, { ...sent, redirect: 'manual', headers: { cookie } })
    keep(cookies, reply)
    return reply
  }
  let url = new URL(start)
  for (let step = 0; step < 12; step += 1) {
    let reply = await ask(url)
    if (reply.status === 200) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await reply.text())?.[1] as string
      reply = await ask(url, { prompt, login, password: 'any' })
    }
    const next = new URL(reply.headers.get('location') ?? '', url)
    if (next.origin !== new URL(issuer).origin) return next
    url = next
  }
  throw new Error(`the provider goes round in circles: ${url}`)
}

/** Starts the provider for one test file; call before the application that uses it. */
export function useProvider(origin: string): TestProvider {
  const provider = {} as { -readonly [K in keyof TestProvider]: TestProvider[K] }
  let server: Server
  beforeAll(async () => {
    server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          redirect_uris: [`${origin}/api/sign-in/openid/callback`],
        },
      ],
      claims: { profile: ['preferred_username'], email: ['email'] },
      // The subject is the provider's own and says nothing; the claim names the user.
      findAccount: async (_context, sub) => ({
        accountId: sub,
        claims: async () => ({ sub, preferred_username: sub.replace(/^employee-/, '') }),
      }),
    })
    server.on('request', oidc.callback())
    provider.settings = { issuer, ...client, claim: 'preferred_username' }
    provider.signIn = (url, login) => walk(issuer, url, login)
  })
  afterAll(() => {
    server?.closeAllConnections()
    server?.close()
  })
  return provider
}
