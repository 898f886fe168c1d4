import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const gzipText = promisify(gzip)
/** Below this a packet is not filled anyway. */
const worthwhileBytes = 1_400
const textual = /^(application\/json|text\/)/

/** Compresses replies that are text; files of the web build come compressed from disk. */
export async function compressText(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < worthwhileBytes) return payload
  if (!textual.test(String(reply.getHeader('content-type')))) return payload
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload
  const bytes = await gzipText(payload, { level: constants.Z_BEST_SPEED })
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').header('content-length', bytes.length)
  return bytes
}
