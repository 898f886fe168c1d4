import type { Role } from '@guatu/access'
import type { ReplyOf, Route } from '@guatu/contract'
import { enteredAs } from '../../../../scripts/testing/enter.ts'
import { addressOf, type CallInput } from '../api/call.ts'

/** Asks a running Guatu beside its pages, as a person of the demonstration. */
export type Ask = <R extends Route>(route: R, input: CallInput<R>) => Promise<ReplyOf<R>>

/** A request as a person of the role would send it. */
async function send(url: string, route: Route, input: object, role?: Role): Promise<Response> {
  const { body } = input as { readonly body?: unknown }
  const headers = new Headers({ cookie: (await enteredAs(url, role)).cookie })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  return await fetch(url + addressOf(route, input as never), { method: route.method, headers, ...sent })
}

export const asker =
  (url: string, role?: Role): Ask =>
  async (route, input) =>
    (await (await send(url, route, input as object, role)).json()) as ReplyOf<typeof route>
