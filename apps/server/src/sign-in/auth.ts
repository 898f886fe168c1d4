import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { uuidv7 } from '../store/uuid.ts'
import { hashPassword, verifyPassword } from './hash.ts'
import { openIdUser } from './open-id-user.ts'
import type { SignInSettings } from './settings.ts'
import { currentDatabase } from './transaction.ts'

export const openIdProvider = 'openid'
/** Cookies outlive no session of the longest policy; how long one really lasts is judged at each request. */
const longestSessionSeconds = 30 * 24 * 3600

function openIdPlugins({ openId, origin }: SignInSettings) {
  if (!openId) return []
  const { issuer, clientId, clientSecret } = openId
  const provider = {
    providerId: openIdProvider,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    redirectURI: `${origin}/api/sign-in/openid/callback`,
    scopes: ['openid', 'profile', 'email'],
    requireIdTokenVerification: true,
    disableSignUp: true,
    mapProfileToUser: (profile: Record<string, unknown>) => openIdUser(profile, openId.claim),
  }
  return [genericOAuth({ config: [provider] })]
}

/** The library with our tables, our hashing and no route of its own: the product's routes call its server interface. */
export function createAuth(settings: SignInSettings) {
  const secure = settings.origin.startsWith('https://')
  return betterAuth({
    appName: 'Guatu 挂图',
    baseURL: settings.origin,
    basePath: '/api/auth',
    secret: settings.secret,
    database: { db: currentDatabase(), type: 'postgres', schemaName: 'sign_in', transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, password: { hash: hashPassword, verify: verifyPassword } },
    user: { modelName: 'account', additionalFields: { personId: { type: 'string', required: true, input: false } } },
    account: {
      modelName: 'credential',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [openIdProvider], updateUserInfoOnLink: false },
    },
    session: {
      modelName: 'session',
      expiresIn: longestSessionSeconds,
      disableSessionRefresh: true,
    },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: 'guatu',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      // The pages are one program that asks by itself: a link from elsewhere needs no cookie to open them.
      cookies: {
        session_token: { attributes: { sameSite: 'strict' } },
        two_factor: { attributes: { sameSite: 'strict' } },
      },
      database: { generateId: () => uuidv7(), validateSchema: false },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isUserName, displayUsername: false }),
      twoFactor({
        issuer: settings.issuerName,
        // Whoever signs in by OpenID Connect has no password to show.
        allowPasswordless: true,
        schema: { twoFactor: { modelName: 'secondFactor' } },
        // Ours counts failures of both factors, with a growing delay.
        accountLockout: { enabled: false },
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
      }),
      ...openIdPlugins(settings),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Letters of any script, digits and the marks of mail addresses. */
export const isUserName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u.test(name)
