import type { Refusal } from '@guatu/kernel'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../store/actor.ts'

/** Somebody is known, and may still not work: a closed account, a second factor that is missing. */
export interface Barred {
  readonly barred: readonly Refusal[]
}

/** Who sends a request, by its session or its token; null when nobody is signed in. */
export type Identify = (request: FastifyRequest) => Promise<Actor | Barred | null>
