import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './refuse.ts'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

function hostName(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return undefined
  }
}

/** Whether a page of this very server sent the request; programs send no Origin. */
function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || origin === `http://${host}`
}

const foreign = {
  code: 'ORIGIN_FOREIGN',
  message: {
    zh: '请在本机用 http://localhost 或 http://127.0.0.1 打开挂图',
    en: 'Open Guatu on this machine at http://localhost or http://127.0.0.1',
  },
}

/**
 * Until sign-in exists whoever reaches the server may write, so that no other site may do so through the user's browser:
 * a foreign Host is DNS rebinding, a foreign Origin a forged request.
 */
export async function refuseForeign(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const name = hostName(request.headers.host ?? '')
  const known = name !== undefined && loopbackNames.has(name)
  if (known && (!writes.has(request.method) || isOwnOrigin(request))) return undefined
  return refuse(reply, [foreign])
}
