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

const foreign = {
  code: 'ORIGIN_FOREIGN',
  message: {
    zh: '请用挂图公布的网址打开；在本机可用 http://localhost 或 http://127.0.0.1',
    en: 'Open Guatu at its published address; on this machine at http://localhost or http://127.0.0.1',
  },
}

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>

/**
 * No other site may act through a user's browser: a Host that is neither this machine nor a published one is DNS
 * rebinding, a foreign Origin a forged request. `published`: addresses such as `https://guatu.example.cn`.
 */
export function refuseForeign(published: readonly string[]): Guard {
  const origins = new Set(published.map((address) => new URL(address).origin))
  const hosts = new Set(published.map((address) => new URL(address).host))
  const isKnownHost = (host: string) => hosts.has(host.toLowerCase()) || loopbackNames.has(hostName(host) ?? '')
  /** Whether a page of this very server sent the request; programs send no Origin. */
  const isOwnOrigin = ({ headers: { origin, host = '', ...headers } }: FastifyRequest) => {
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
    if (origin === undefined || origins.has(origin)) return true
    return loopbackNames.has(hostName(host) ?? '') && origin === `http://${host}`
  }
  return async (request, reply) => {
    const known = isKnownHost(request.headers.host ?? '')
    if (known && (!writes.has(request.method) || isOwnOrigin(request))) return undefined
    return refuse(reply, [foreign])
  }
}
