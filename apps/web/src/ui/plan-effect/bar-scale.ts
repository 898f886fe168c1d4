/** Dates of one plan of a row; either may be missing. */
export interface BarDates {
  readonly start: string | null
  readonly finish: string | null
}

export interface BarRow {
  readonly key: string
  readonly title: string
  readonly from: BarDates | null
  readonly to: BarDates | null
  /** What the new bar is coloured by. */
  readonly tone: 'later' | 'earlier' | 'done' | 'same'
}

export interface BarScale {
  readonly first: string
  readonly last: string
}

const dayMs = 86_400_000
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / dayMs

/** The stretch of time that all bars lie in, with a little air; null where nothing has a date. */
export function scaleOf(rows: readonly BarRow[]): BarScale | null {
  const dates = rows
    .flatMap(({ from, to }) => [from?.start, from?.finish, to?.start, to?.finish])
    .filter((date): date is string => typeof date === 'string')
    .sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return null
  const air = Math.max(3, Math.round((at(last) - at(first)) * 0.03))
  const iso = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
  return { first: iso(at(first) - air), last: iso(at(last) + air) }
}

/** Place of a bar in percent of the scale's width; null for one without dates. A single date is a day's bar. */
export function placeOf(dates: BarDates | null, { first, last }: BarScale): { left: number; width: number } | null {
  const start = dates?.start ?? dates?.finish
  const finish = dates?.finish ?? dates?.start
  if (!start || !finish) return null
  const span = at(last) - at(first) + 1
  return { left: ((at(start) - at(first)) / span) * 100, width: ((at(finish) - at(start) + 1) / span) * 100 }
}

/** Firsts of months within the scale, thinned so that at most twelve are told. */
export function monthTicks({ first, last }: BarScale): string[] {
  const ticks: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  for (;;) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    const tick = `${year}-${String(month).padStart(2, '0')}-01`
    if (tick > last) break
    ticks.push(tick)
  }
  const every = Math.ceil(ticks.length / 12)
  return ticks.filter((_, place) => place % every === 0)
}
