import type { Action } from '@guatu/access'
import type { RefusedReply, Route } from '@guatu/contract'
import type { Title } from '@guatu/kernel'

/** The moment that the address says to read as of, as it is written there; undefined: now. */
export function asOfHere(): string | undefined {
  if (typeof location === 'undefined') return undefined
  return new URLSearchParams(location.search).get('asOf') || undefined
}

interface LooseInput {
  readonly query?: Readonly<Record<string, unknown>>
}

/** A request's input with the moment of the address, where the route can be read as of one. */
export function withAsOf<Input>(route: Route, input: Input, asOf: string | undefined = asOfHere()): Input {
  const { query } = input as LooseInput
  if (asOf === undefined || !('asOf' in (route.query?.properties ?? {})) || query?.asOf !== undefined) return input
  return { ...input, query: { ...query, asOf } }
}

/** What changes or discloses what stands now, and so has no place in a page of the past. */
const ofNow: readonly string[] = [
  'item.create',
  'item.edit',
  'item.advance',
  'item.plan',
  'fact.report',
  'fact.verify',
  'evidence.add',
  'secret.negotiation',
  'secret.personal',
  'oversight.open',
  'change.approve',
  'exemption.grant',
  'import.run',
  'list.configure',
] satisfies readonly Action[]

export const isOfNow = (action: string): boolean => ofNow.includes(action)

const readOnly: Title = {
  zh: '正在查看过去的某一时刻，不能修改；请先回到现在',
  en: 'You are looking at a past moment, which cannot be changed. Go back to now first',
}

/** The refusal of a request that has no place while a past moment is read; null where it may go out. */
export function pastRefusal(
  { needs }: Pick<Route, 'needs'>,
  asOf: string | undefined = asOfHere(),
): RefusedReply | null {
  if (asOf === undefined || !isOfNow(needs)) return null
  return { code: 'FORBIDDEN', message: readOnly, refusals: [{ code: 'FORBIDDEN', message: readOnly }] }
}
