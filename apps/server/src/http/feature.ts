import type { Readable } from 'node:stream'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '@guatu/contract'
import type { Outcome } from '@guatu/kernel'
import type { Deps } from './deps.ts'
import type { Visit } from './visit.ts'

/** One uploaded file, to be read once. */
export interface Upload {
  readonly fileName: string
  /** As the sender says; empty where it says nothing. */
  readonly mediaType: string
  readonly stream: Readable
}

/** A reply that is a file. */
export interface FileReply {
  readonly fileName: string
  readonly content: Readable | Buffer
  /** Length of the content where it is a stream of a known one. */
  readonly bytes?: number
  /** Shown in the page under this type instead of being saved: for images only. */
  readonly shownAs?: 'image/jpeg' | 'image/png' | 'image/webp'
}

export interface Input<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  /** Of routes that take a file. */
  readonly upload: R['upload'] extends 'file' ? Upload : undefined
  readonly visit: Visit
}

/** A reply that sends the browser on: a path of this server's own. */
export interface RedirectReply {
  readonly location: `/${string}`
}

export type HandlerReply<R extends Route> = R['replyRedirect'] extends true
  ? RedirectReply
  : R['replyFile'] extends string
    ? FileReply
    : ReplyOf<R>

export type Handler<R extends Route> = (deps: Deps, input: Input<R>) => Promise<Outcome<HandlerReply<R>>>

/** A route with what answers it. */
export interface Feature<R extends Route = Route> {
  readonly route: R
  readonly handle: (deps: Deps, input: never) => Promise<Outcome<unknown>>
}

export const feature = <R extends Route>(route: R, handle: Handler<R>): Feature<R> => ({ route, handle })
