import { lookup as resolve } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { NoticeSettings } from '../settings.ts'
import { mayReach, targetRefusals } from './target.ts'
import type { WebhookRequest } from './webhook-shapes.ts'

const longestMs = 10_000
const mostBytes = 64 * 1024

/** What a receiver answered. */
export interface PostReply {
  readonly status: number
  readonly body: string
}

/**
 * Looks names up and lets only addresses pass that may be reached: what the name is found to be is what is connected to,
 * so that a name which changes between two questions leads nowhere.
 */
const guardedLookup =
  (settings: NoticeSettings): LookupFunction =>
  (hostname, _options, callback) => {
    resolve(hostname, { all: true }, (error, found) => {
      if (error) return callback(error, '')
      const [first] = found.filter(({ address }) => mayReach(address, settings))
      if (first) return callback(null, [first])
      callback(Object.assign(new Error(`${hostname} lies in a network of the site's own`), { code: 'EREACH' }), '')
    })
  }

/** Posts to a webhook. Follows no redirect, waits ten seconds in all, reads 64 kB. Rejects where no answer comes. */
export function post(
  { address, headers, body }: WebhookRequest,
  settings: NoticeSettings,
  waitMs = longestMs,
): Promise<PostReply> {
  const [refused] = targetRefusals(address, settings)
  if (refused) return Promise.reject(new Error(refused.message.en))
  const send = new URL(address).protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((settle, fail) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Guatu' },
      lookup: guardedLookup(settings),
      signal: AbortSignal.timeout(waitMs),
      agent: false as const,
    }
    const sent = send(address, options, (reply) => {
      const parts: Buffer[] = []
      let bytes = 0
      reply.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > mostBytes) reply.destroy(new Error('the answer is too long'))
        else parts.push(part)
      })
      reply.on('error', fail)
      reply.on('end', () => settle({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
