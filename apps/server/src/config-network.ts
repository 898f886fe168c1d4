import type { OpenIdSettings } from './sign-in/settings.ts'

/** Who reaches this server, and who vouches for people. */
export interface NetworkConfig {
  /** The address of this machine that is listened on. */
  readonly host: string
  /** Where people's browsers find the server, without a slash at the end; undefined: on this machine only. */
  readonly origin: string | undefined
  readonly openId: OpenIdSettings | null
  /** Signs cookies and encrypts secrets of second factors; undefined: a key in the data folder. */
  readonly secret: string | undefined
}

type Read = (name: string) => string | undefined

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost'])

function originOf(text: string): string | undefined {
  try {
    const { protocol, origin, pathname, search, hash } = new URL(text)
    const bare = pathname === '/' && !search && !hash
    return bare && ['http:', 'https:'].includes(protocol) ? origin : undefined
  } catch {
    return undefined
  }
}

function originProblem(text: string | undefined): string | undefined {
  if (text === undefined || originOf(text)) return undefined
  return `GUATU_ORIGIN=${text} 应是网址，如 https://guatu.example.cn (must be an address such as https://guatu.example.cn)`
}

function hostProblem(host: string, origin: string | undefined): string | undefined {
  if (loopbackHosts.has(host) || origin) return undefined
  return `GUATU_HOST=${host} 须与 GUATU_ORIGIN 一起设置 (needs GUATU_ORIGIN, the address that browsers use)`
}

function openIdProblem(parts: readonly (string | undefined)[], origin: string | undefined): string | undefined {
  const given = parts.filter(Boolean).length
  if (given === 0) return undefined
  if (given < parts.length) {
    return 'GUATU_OIDC_ISSUER、GUATU_OIDC_CLIENT_ID、GUATU_OIDC_CLIENT_SECRET 须一起设置 (must be set together)'
  }
  if (!origin)
    return 'GUATU_OIDC_ISSUER 须与 GUATU_ORIGIN 一起设置 (needs GUATU_ORIGIN, where the provider sends people back)'
  return URL.canParse(parts[0] as string) ? undefined : 'GUATU_OIDC_ISSUER 应是网址 (must be an address)'
}

const secretProblem = (secret: string | undefined) =>
  secret !== undefined && secret.length < 32 ? 'GUATU_SECRET 至少 32 个字符 (needs at least 32 characters)' : undefined

/** Reads what the environment says about the network; all problems at once. */
export function readNetwork(read: Read): { readonly network: NetworkConfig; readonly problems: readonly string[] } {
  const host = read('GUATU_HOST') ?? '127.0.0.1'
  const origin = read('GUATU_ORIGIN')
  const secret = read('GUATU_SECRET')
  const [issuer, clientId, clientSecret] = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) =>
    read(`GUATU_OIDC_${name}`),
  )
  const claim = read('GUATU_OIDC_CLAIM') ?? 'preferred_username'
  const problems = [
    originProblem(origin),
    hostProblem(host, origin),
    openIdProblem([issuer, clientId, clientSecret], origin),
    secretProblem(secret),
  ].filter((problem): problem is string => problem !== undefined)
  const openId = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, claim } : null
  return { network: { host, origin: origin && originOf(origin), openId, secret }, problems }
}
