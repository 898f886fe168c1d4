import { createHmac } from 'node:crypto'
import type { Visit } from '../http/visit.ts'
import { type SignInDeps, signInOf } from './service.ts'

/** `a=b; c` as the library's attributes say it. */
function cookieText(name: string, value: string, attributes: Readonly<Record<string, unknown>>): string {
  const flags = [
    `Path=${attributes.path ?? '/'}`,
    ...(attributes.maxAge === undefined ? [] : [`Max-Age=${attributes.maxAge}`]),
    ...(attributes.httpOnly ? ['HttpOnly'] : []),
    ...(attributes.secure ? ['Secure'] : []),
    `SameSite=${attributes.sameSite === 'strict' ? 'Strict' : 'Lax'}`,
  ]
  return [`${name}=${encodeURIComponent(value)}`, ...flags].join('; ')
}

/** Begins a session of an account by the library's own means, for a way in that it knows no endpoint for. */
export async function openSession(deps: SignInDeps, visit: Visit, accountId: string): Promise<string> {
  const { auth, settings } = signInOf(deps)
  const { internalAdapter, authCookies } = await auth.$context
  const { token } = await internalAdapter.createSession(accountId)
  const signature = createHmac('sha256', settings.secret).update(token).digest('base64')
  const { name, attributes } = authCookies.sessionToken
  visit.setCookies([cookieText(name, `${token}.${signature}`, attributes)])
  return token
}
