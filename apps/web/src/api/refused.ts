import { type RefusedReply, refusalCodes } from '@guatu/contract'
import type { Title } from '@guatu/kernel'

/** The server refused: `reply` lists everything that is wrong, in both languages. */
export class RefusedError extends Error {
  readonly status: number
  readonly reply: RefusedReply

  constructor(status: number, reply: RefusedReply) {
    super(reply.message.zh)
    this.name = 'RefusedError'
    this.status = status
    this.reply = reply
  }
}

/** No answer came: the network or the server is away. */
export class ConnectionError extends Error {
  constructor() {
    super('no answer from the server')
    this.name = 'ConnectionError'
  }
}

const connectionTitle: Title = {
  zh: '连不上服务器，请检查网络后重试',
  en: 'The server cannot be reached. Check the network and try again',
}

/** The person's posts do not grant it. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof RefusedError && error.reply.code === 'FORBIDDEN'

/** The sentence to show for anything that a call threw. */
export function messageOf(error: unknown): Title {
  if (error instanceof RefusedError) return error.reply.message
  if (error instanceof ConnectionError) return connectionTitle
  return refusalCodes.SERVER_FAULT.title
}

const isRefusedReply = (value: unknown): value is RefusedReply =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'refusals' in value

/** A proxy in between answers in HTML: that reads as a fault of the server. */
export async function refusedReplyOf(response: Response): Promise<RefusedReply> {
  const body: unknown = await response.json().catch(() => null)
  if (isRefusedReply(body)) return body
  return { code: 'SERVER_FAULT', message: refusalCodes.SERVER_FAULT.title, refusals: [] }
}
