import type { Action } from '@guatu/access'
import type { Static, TObject, TSchema } from 'typebox'
import type { RefusalCode } from './codes.ts'

/**
 * The one description of a request: server, web client, OpenAPI and tests read it; no route string stands anywhere else.
 * `refusals` names every code that the route may answer with besides `INPUT_INVALID`, which all of them may.
 */
export interface Route {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Fastify's path syntax: `/api/items/:itemId`. */
  readonly path: string
  /** Who may ask: anybody, anybody who is signed in, or holders of this action somewhere. The item itself is judged by the database. */
  readonly needs: 'public' | 'session' | Action
  readonly summary: string
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TSchema
  /** `file`: a multipart upload of one file named `file`. */
  readonly upload?: 'file'
  /** What the body or the uploaded file may weigh; absent: the server's own limit, which is small for bodies. */
  readonly maxBytes?: number
  /** Absent for a reply that is a file. */
  readonly reply?: TSchema
  readonly replyFile?: string
  /** The reply sends the browser on to a page of this server. */
  readonly replyRedirect?: true
  readonly refusals: readonly RefusalCode[]
}

export const route = <const R extends Route>(definition: R): R => definition

type StaticOr<S, Fallback> = S extends TSchema ? Static<S> : Fallback

export type ParamsOf<R extends Route> = StaticOr<R['params'], Record<never, never>>
export type QueryOf<R extends Route> = StaticOr<R['query'], Record<never, never>>
export type BodyOf<R extends Route> = StaticOr<R['body'], undefined>
export type ReplyOf<R extends Route> = StaticOr<R['reply'], undefined>
