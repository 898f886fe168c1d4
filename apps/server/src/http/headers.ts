import { randomBytes } from 'node:crypto'

/** One page's nonce, for the styles that the component library writes at run time. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/** Nothing from outside, no inline script, inline styles by nonce only; style attributes carry computed geometry. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Of every reply that is no page: should a browser show it after all, it may do nothing. */
const inertPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Of the service worker's file: it fetches what the page itself would, from here only. */
export const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"

/** On every reply, refusals and faults too; a page puts its own policy in place of the inert one. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': inertPolicy,
  // What is read by right of a session stays in no cache; files of the web build say otherwise.
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

/** Behind an encrypted address browsers are told to come by it only (RFC 6797). */
export const headersFor = (published: string | undefined): Readonly<Record<string, string>> =>
  published?.startsWith('https:')
    ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' }
    : securityHeaders
