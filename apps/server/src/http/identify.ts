import type { FastifyRequest } from 'fastify'
import type { Actor } from '../store/actor.ts'

/** Who sends a request, by its session or its token; null when nobody is signed in. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>
