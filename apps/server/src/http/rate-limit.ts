import rateLimit from '@fastify/rate-limit'
import type { FastifyContextConfig, FastifyInstance } from 'fastify'

/** Requests that one address may send in a minute. */
export interface Limits {
  readonly all: number
  /** Of those that guess passwords, codes and links. */
  readonly signIn: number
}

/** A unit's people share one address behind its gateway; a page asks a dozen times. */
export const standardLimits: Limits = { all: 3_000, signIn: 60 }

/** Counts requests by address; what is over the limit is refused with 429 and Retry-After. */
export async function limitRate(app: FastifyInstance, { all }: Limits): Promise<void> {
  await app.register(rateLimit, { global: true, max: all, timeWindow: '1 minute', cache: 10_000 })
}

/** The stricter limit of a route that takes passwords, codes or links. */
export function signInLimit(limits: Limits | undefined): FastifyContextConfig {
  return limits ? { rateLimit: { max: limits.signIn, timeWindow: '1 minute', groupId: 'sign-in' } } : {}
}
