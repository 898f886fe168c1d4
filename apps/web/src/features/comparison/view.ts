import type { BaselinesReply, comparePlans, QueryOf } from '@guatu/contract'
import { differenceKinds } from '@guatu/kernel'
import type { ViewState } from '../../app/search.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isoDay = /^\d{4}-\d{2}-\d{2}$/
const words = ['now', 'first', 'latest'] as const

type Query = QueryOf<typeof comparePlans>

/** Which plans are compared and which rows are looked at, as the address says. */
export interface ComparisonView {
  readonly from: string
  readonly to: string
  readonly kind: Query['kind']
  readonly unit: string | undefined
  readonly item: string | undefined
}

const kinds = [...differenceKinds, 'itemAdded', 'itemGone'] as const

/** A side that an address may name; undefined for what nobody can mean. */
export const readSide = (text: string | undefined): string | undefined =>
  text !== undefined && (uuid.test(text) || isoDay.test(text) || words.some((word) => word === text)) ? text : undefined

/** Whether a side is a day, to be picked from a calendar. */
export const isDay = (side: string): boolean => isoDay.test(side)

/** The last day of the month before: what one compares with where nothing was frozen. */
export function lastMonthEnd(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
}

/** The promise and now, where there is a promise; else last month's end and now. */
export function comparisonView(
  state: ViewState,
  today: string,
  baselines: BaselinesReply['baselines'],
): ComparisonView {
  const { unit, item } = state
  return {
    from: readSide(state.from) ?? (baselines.length > 0 ? 'latest' : lastMonthEnd(today)),
    to: readSide(state.to) ?? 'now',
    kind: kinds.find((kind) => kind === state.kind),
    unit: unit === 'none' || uuid.test(unit ?? '') ? unit : undefined,
    item: uuid.test(item ?? '') ? item : undefined,
  }
}

export function queryOf(playbook: string, { from, to, kind, unit, item }: ComparisonView): Query {
  const part = Object.entries({ kind, unit, item }).filter(([, value]) => value !== undefined)
  return { playbook, from, to, ...Object.fromEntries(part) } as Query
}
