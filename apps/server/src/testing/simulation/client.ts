import type { BodyOf, ParamsOf, QueryOf, RefusedReply, ReplyOf, Route } from '@guatu/contract'
import { personHeader } from '../../store/testing/identify-by-header.ts'
import { addressOf } from '../address-of.ts'
import { nowHeader } from './clock.ts'
import { Stopwatch } from './stopwatch.ts'
import type { Person } from './world.ts'

export interface Sent<R extends Route> {
  readonly params?: ParamsOf<R>
  readonly query?: QueryOf<R>
  readonly body?: BodyOf<R>
  /** What is uploaded. */
  readonly file?: File
}

/** What came of a request. `broken`: nobody answered, as when the server is killed. */
export type Answer<R extends Route> =
  | { readonly kind: 'done'; readonly value: ReplyOf<R> }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: RefusedReply }
  | { readonly kind: 'broken' }

/** A write that the server answered for. */
export interface Promised {
  readonly route: string
  readonly itemId: string
  readonly revision: number
}

/** Everybody's way to the server: by the public interface, each as himself, at the simulated instant. */
export class Client {
  readonly promised: Promised[] = []
  /** Answers by route and code: what a run has seen. */
  readonly seen = new Map<string, number>()
  /** What no kill explains: faults of the server, refusals without words. */
  readonly faults: string[] = []
  /** While the server is being killed nobody wonders at an answer that does not come. */
  expectsBreaks = false
  now = ''
  /** How long the server took, by route. */
  readonly watch = new Stopwatch()
  readonly #url: () => string

  constructor(url: () => string) {
    this.#url = url
  }

  async ask<R extends Route>(person: Person, route: R, sent: Sent<R> = {}): Promise<Answer<R>> {
    const answer = await this.watch.time(route.name, () => this.#send(person, route, sent))
    const code = answer.kind === 'refused' ? answer.refusal.code : answer.kind
    const key = `${route.name} ${code}`
    this.seen.set(key, (this.seen.get(key) ?? 0) + 1)
    if (answer.kind === 'done' && route.method !== 'GET') this.#remember(route, sent, answer.value)
    if (answer.kind === 'refused') this.#judge(route, answer.refusal)
    return answer
  }

  async #send<R extends Route>(person: Person, route: R, sent: Sent<R>): Promise<Answer<R>> {
    const headers: Record<string, string> = { [personHeader]: person.personId, [nowHeader]: this.now }
    if (sent.body !== undefined) headers['content-type'] = 'application/json'
    const form = new FormData()
    if (sent.file) form.set('file', sent.file)
    const body = sent.file ? { body: form } : sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }
    try {
      const reply = await fetch(this.#url() + addressOf(route, sent), { method: route.method, headers, ...body })
      const text = await reply.text()
      if (reply.ok) return { kind: 'done', value: JSON.parse(text) as ReplyOf<R> }
      if (reply.status >= 500) throw new Error(`${reply.status} ${route.name}: ${text}`)
      return { kind: 'refused', status: reply.status, refusal: JSON.parse(text) as RefusedReply }
    } catch (error) {
      if (!this.expectsBreaks) this.faults.push(`${route.name}: ${error}`)
      return { kind: 'broken' }
    }
  }

  #remember(route: Route, { params }: Sent<Route>, value: unknown): void {
    const { itemId, revision, item } = value as {
      readonly itemId?: string
      readonly revision?: number
      readonly item?: { readonly itemId: string; readonly revision: number }
      readonly report?: { readonly itemId: string }
    }
    const own = (params as { readonly itemId?: string } | undefined)?.itemId
    const about = item?.itemId ?? itemId ?? own
    const at = item?.revision ?? revision
    if (about !== undefined && at !== undefined) this.promised.push({ route: route.name, itemId: about, revision: at })
  }

  /** A refusal says what is wrong, all of it, in the reader's language. */
  #judge(route: Route, { code, message, refusals }: RefusedReply): void {
    const texts = [message, ...refusals.map((refusal) => refusal.message)]
    const wordless = texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || en.trim() === '')
    if (refusals.length === 0 || wordless.length > 0) this.faults.push(`${route.name} ${code}: refused without words`)
  }
}
