import { unattendedHeader } from '@guatu/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a request tells beside its content, and what goes along with its reply. */
export interface Visit {
  /** The address it comes from. */
  readonly address: string
  /** What the browser says it is. */
  readonly browser: string
  /** The address of this server as the request names it, without a slash at the end; the guard has let its host pass. */
  readonly origin: string
  /** Sent from this very machine, to a name of this very machine, by no proxy. */
  readonly local: boolean
  /** What tells the session, as {@link sessionHeaders} gives it: nothing else that a library might believe. */
  readonly cookies: Headers
  setCookies(cookies: readonly string[]): void
  /** Seconds after which a refused request may come again. */
  retryAfter(seconds: number): void
}

const loopback = /^(127\.|::1$|::ffff:127\.)/
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

function isLocal(request: FastifyRequest): boolean {
  const { headers, socket } = request
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false
  return loopback.test(socket.remoteAddress ?? '127.0.0.1') && loopbackHost.test(headers.host ?? '')
}

/** The request's cookies, and whether a screen has sent it by itself, with nobody at work. */
export function sessionHeaders({ headers }: Pick<FastifyRequest, 'headers'>): Headers {
  const told = new Headers()
  if (headers.cookie) told.set('cookie', headers.cookie)
  if (headers[unattendedHeader] !== undefined) told.set(unattendedHeader, '1')
  return told
}

export function visitOf(request: FastifyRequest, reply: FastifyReply): Visit {
  const { headers } = request
  return {
    address: request.ip,
    browser: (headers['user-agent'] ?? '').slice(0, 300),
    origin: `${request.protocol}://${headers.host}`,
    local: isLocal(request),
    cookies: sessionHeaders(request),
    setCookies: (list) => {
      // The framework would add to what an earlier step has set.
      reply.removeHeader('set-cookie')
      reply.header('set-cookie', [...list])
    },
    retryAfter: (seconds) => void reply.header('retry-after', Math.max(1, Math.ceil(seconds))),
  }
}
