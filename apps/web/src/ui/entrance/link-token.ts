import { RefusedError } from '../../api/refused.ts'

/**
 * The secret part of a one-time link, taken from behind its `#`: it is never sent with the page's address, so no log of
 * a server or a proxy sees it.
 */
export const linkToken = (): string => decodeURIComponent(location.hash.slice(1))

/** Used, expired or mistyped; other refusals (too many tries, another address) may be mended and tried again. */
export const isLinkGone = (error: unknown): boolean =>
  error instanceof RefusedError && ['LINK_INVALID', 'INPUT_INVALID'].includes(error.reply.code)
