import { createHmac } from 'node:crypto'
import type { WebhookShape } from '@guatu/contract'
import type { WebhookMessage } from '../write.ts'

/** A request that posts one message. */
export interface WebhookRequest {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Signing {
  readonly secret: string | null
  /** Milliseconds since 1970. */
  readonly now: number
  readonly deliveryId: string
}

/** One receiver's format: what is sent, how it is signed, what says that it was taken. */
interface Shape {
  request(message: WebhookMessage, address: string, signing: Signing): WebhookRequest
  /** Null: taken. */
  failure(reply: unknown): string | null
}

const json = { 'content-type': 'application/json; charset=utf-8' }
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8')

function plainText({ title, lines, link }: WebhookMessage): string {
  return [title, ...lines, link].join('\n')
}

/** Characters that start markup in the robots' Markdown stand for themselves. */
const unmarked = (text: string) => text.replace(/[\\`*_[\]<>#]/g, (sign) => `\\${sign}`)

const markdown = ({ title, lines, link }: WebhookMessage) =>
  [`**${unmarked(title)}**`, ...lines.map(unmarked), `[打开](${link})`].join('\n\n')

/** Robots answer 200 also where they refuse: the number in the body tells. */
const failureBy =
  (codeKey: string, textKey: string) =>
  (reply: unknown): string | null => {
    const said = (typeof reply === 'object' && reply !== null ? reply : {}) as Readonly<Record<string, unknown>>
    const code = said[codeKey]
    return code === 0 ? null : `${codeKey} ${String(code ?? '?')}: ${String(said[textKey] ?? '')}`.slice(0, 300)
  }

/**
 * Formats as their makers publish them: open.dingtalk.com/document/orgapp/custom-robot-access (sign of the timestamp in
 * milliseconds and the secret, in the address), developer.work.weixin.qq.com/document/path/91770 (the address is the
 * secret, nothing is signed), open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (sign with the timestamp in
 * seconds and the secret as the key over nothing, in the body).
 */
export const shapes: Readonly<Record<WebhookShape, Shape>> = {
  dingtalk: {
    request: (message, address, { secret, now }) => {
      const url = new URL(address)
      if (secret) {
        url.searchParams.set('timestamp', String(now))
        url.searchParams.set('sign', hmac(secret, `${now}\n${secret}`).digest('base64'))
      }
      const body = { msgtype: 'markdown', markdown: { title: message.title, text: markdown(message) } }
      return { address: url.href, headers: json, body: JSON.stringify(body) }
    },
    failure: failureBy('errcode', 'errmsg'),
  },
  wecom: {
    request: (message, address) => {
      const body = { msgtype: 'markdown', markdown: { content: markdown(message) } }
      return { address, headers: json, body: JSON.stringify(body) }
    },
    failure: failureBy('errcode', 'errmsg'),
  },
  feishu: {
    request: (message, address, { secret, now }) => {
      const timestamp = String(Math.floor(now / 1000))
      const signed = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '').digest('base64') } : {}
      const body = { ...signed, msg_type: 'text', content: { text: plainText(message) } }
      return { address, headers: json, body: JSON.stringify(body) }
    },
    failure: failureBy('code', 'msg'),
  },
  json: {
    request: (message, address, { secret, now, deliveryId }) => {
      const body = JSON.stringify({ deliveryId, ...message })
      const timestamp = String(Math.floor(now / 1000))
      const signature: Record<string, string> = secret
        ? { 'x-guatu-signature': `v1=${hmac(secret, `${timestamp}.${body}`).digest('hex')}` }
        : {}
      const headers = { ...json, 'x-guatu-delivery': deliveryId, 'x-guatu-timestamp': timestamp, ...signature }
      return { address, headers, body }
    },
    failure: () => null,
  },
}
