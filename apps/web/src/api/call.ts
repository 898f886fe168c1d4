import { type BodyOf, type ParamsOf, type QueryOf, type ReplyOf, type Route, unattendedHeader } from '@guatu/contract'
import { pastRefusal, withAsOf } from './as-of.ts'
import { isAttended } from './attended.ts'
import { askReason, lacksReason } from './reason.ts'
import { ConnectionError, RefusedError, refusedReplyOf } from './refused.ts'
import { noteAnswer, signedInAgain } from './signed-out.ts'

/** Absent for a route that takes none, optional where every key of it is optional, required otherwise. */
type Part<Key extends string, Shape> = [keyof Shape] extends [never]
  ? unknown
  : Record<never, never> extends Shape
    ? { readonly [K in Key]?: Shape }
    : { readonly [K in Key]: Shape }

type BodyPart<R extends Route> = R['body'] extends object ? { readonly body: BodyOf<R> } : unknown
type FilePart<R extends Route> = R['upload'] extends 'file' ? { readonly file: File } : unknown

/** What a request of the route takes, as the contract tells. */
export type CallInput<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  BodyPart<R> &
  FilePart<R>

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly file?: File
}

/** The address of a request, also for links to files (`href`). */
export function addressOf<R extends Route>(route: R, input: Pick<CallInput<R>, keyof CallInput<R>>): string {
  const { params = {}, query = {} } = withAsOf(route, input as LooseInput)
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

function requestOf(route: Route, input: LooseInput, signal: AbortSignal | undefined): RequestInit {
  const headers: Record<string, string> = isAttended() ? {} : { [unattendedHeader]: '1' }
  const init: RequestInit = { method: route.method, headers, ...(signal ? { signal } : {}) }
  if (input.file) {
    const form = new FormData()
    form.set('file', input.file)
    return { ...init, body: form }
  }
  if (input.body === undefined) return init
  return { ...init, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(input.body) }
}

interface CallOptions {
  readonly signal?: AbortSignal
  /** The answer of the moment: a missing sign-in is thrown, not waited for. */
  readonly once?: boolean
}

/**
 * One request, typed by its route. Throws `RefusedError` with every refusal of the reply, `ConnectionError` when no
 * answer came; an aborted request throws the browser's own `AbortError`. Where the session has ended meanwhile, the
 * shell asks to sign in over the page as it stands, and the request goes out again: nothing typed or saved is lost.
 */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<ReplyOf<R>> {
  const loose = input as LooseInput
  const past = pastRefusal(route)
  if (past) throw new RefusedError(403, past)
  const attended = isAttended()
  const response = await fetch(addressOf(route, input), requestOf(route, loose, options.signal)).catch(
    (reason: unknown) => {
      if (options.signal?.aborted) throw reason
      throw new ConnectionError()
    },
  )
  if (!response.ok) {
    const reply = await refusedReplyOf(response)
    if (lacksReason(reply) && loose.body !== undefined && !options.once) {
      const reason = await askReason(reply.refusals)
      if (reason === null) throw new RefusedError(response.status, reply)
      const explained = { ...loose, body: { ...(loose.body as object), reason } }
      return call(route, explained as CallInput<R>, options)
    }
    const waits = reply.code === 'SIGN_IN_REQUIRED' && route.needs !== 'public' && !options.once
    if (!waits) throw new RefusedError(response.status, reply)
    await signedInAgain(options.signal)
    return call(route, input, options)
  }
  if (route.needs !== 'public' && attended) noteAnswer()
  if (response.status === 204) return undefined as ReplyOf<R>
  return (await response.json()) as ReplyOf<R>
}
