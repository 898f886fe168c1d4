import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import { foundByTies } from '../access/access-of.ts'
import type { Store, Tx } from '../store.ts'

/** What a reply says of the moment that it was read as of; nothing where it was read as of now. */
export interface AsOfSaid {
  readonly asOf?: string
  /** Why the reply is empty: nothing was known yet. */
  readonly note?: Title
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/
const chinaOffset = 8 * 3_600_000

/** An instant as the clock in Shanghai shows it, to the minute. */
export const chinaText = (instant: string) =>
  new Date(Date.parse(instant) + chinaOffset).toISOString().slice(0, 16).replace('T', ' ')
const chinaDay = (instant: string) => chinaText(instant).slice(0, 10)

const invalid = (zh: string, en: string): Outcome<never> =>
  refused({ code: 'INPUT_INVALID', path: 'asOf', message: { zh, en } } satisfies Refusal)

/** The day's last millisecond in Shanghai; null for a day that the calendar does not have. */
function endOfDay(day: string): number | null {
  const start = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return null
  return start - chinaOffset + 86_399_999
}

/**
 * Reads a moment as it is written in an address: an ISO instant with its zone, or an ISO day that stands for its end in
 * Shanghai (today: for now). What is yet to come is refused.
 */
export function parseAsOf(text: string, now: string): Outcome<string> {
  const isDay = isoDay.test(text)
  const wished = isDay ? endOfDay(text) : isoInstant.test(text) ? Date.parse(text) : null
  if (wished === null || Number.isNaN(wished))
    return invalid(
      `“${text}”不是时刻：应为日期（2026-11-20）或带时区的时刻（2026-11-20T18:00:00+08:00）`,
      `'${text}' is no moment: give a day (2026-11-20) or an instant with its zone (2026-11-20T18:00:00+08:00)`,
    )
  const latest = Date.parse(now)
  if (wished <= latest) return done(new Date(wished).toISOString())
  if (isDay && text === chinaDay(now)) return done(now)
  return invalid('不能按将来的时刻查看', 'A moment to come cannot be read')
}

const earlier = (day: string, other: string) => (day < other ? day : other)

/**
 * A transaction that reads as of an instant: whatever reads items, nodes, facts and plans by it answers as of then. The
 * program's own day bounds that of the boards, for it may be another than the clock's.
 */
export async function asOfTx(tx: Tx, at: string, ownToday: string): Promise<Tx> {
  const today = earlier(chinaDay(at), ownToday)
  const { rows } = await tx.client.query<{ day: string | null }>('select guatu_day_at($1) as day', [at])
  return { ...tx, asOf: { at, today, litOn: earlier(rows[0]?.day ?? today, today) } }
}

/** Words for a moment at which nothing was known; undefined where something was. */
async function nothingKnown(tx: Tx, at: string): Promise<Title | undefined> {
  const { rows } = await tx.client.query<{ first: string | null }>('select guatu_first_known() as first')
  const first = rows[0]?.first
  if (!first || first <= at) return undefined
  const [asked, from] = [chinaText(at), chinaText(first)]
  return {
    zh: `${asked} 时还没有任何记录；最早的记录在 ${from}`,
    en: `Nothing was known at ${asked} yet; the record begins at ${from}`,
  }
}

interface Reading {
  readonly tx: Tx
  /** The day that the reply stands for. */
  readonly today: string
  readonly said: AsOfSaid
}

/** What a reading needs to know its moment. */
interface Clocked {
  readonly store: Store
  readonly now: () => string
  readonly today: () => string
}

/** Reads as of now, or as of the moment that an address names. */
export async function readAsOf<T>(
  { store, now, today }: Clocked,
  asOf: string | undefined,
  use: (reading: Reading) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (asOf === undefined)
    return await store.read(async (tx) => use({ tx: await foundByTies(tx), today: today(), said: {} }))
  const moment = parseAsOf(asOf, now())
  if (moment.kind === 'refused') return moment
  const at = moment.value
  return await store.read(async (live) => {
    const tx = await asOfTx(live, at, today())
    const note = await nothingKnown(tx, at)
    return await use({ tx, today: tx.asOf?.today ?? today(), said: { asOf: at, ...(note ? { note } : {}) } })
  })
}
