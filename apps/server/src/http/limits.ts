import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'
import { securityHeaders } from './headers.ts'
import { refusal, refuse } from './refuse.ts'

const seconds = 1_000
const notUnderstood = { zh: '请求读不懂', en: 'The request cannot be understood' }

/**
 * What a connection may take. Headers are due at once; a whole request has as long as the largest ledger takes on a slow
 * office line, 64 MB at two megabits a second. Cookies and addresses with long filters fit into 16 kB of headers.
 */
export const serverOptions = {
  forceCloseConnections: true,
  exposeHeadRoutes: false,
  requestTimeout: 300 * seconds,
  keepAliveTimeout: 72 * seconds,
  http: { headersTimeout: 20 * seconds, maxHeaderSize: 16 * 1024 },
  // An address that cannot be decoded is refused before any hook runs.
  frameworkErrors: (_error, _request, reply) =>
    void refuse(reply.headers(securityHeaders), [refusal('INPUT_INVALID', notUnderstood)]),
} as const satisfies FastifyHttpOptions<Server>

/** One file and nothing beside it; how large it may be is the route's own. */
export const uploadLimits = { files: 1, fields: 0, parts: 2, headerPairs: 20, fieldNameSize: 100 } as const
