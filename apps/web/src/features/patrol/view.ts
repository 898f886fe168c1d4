import type { PatrolCell, PatrolReply, PatrolVisit } from '@guatu/contract'
import type { ViewState } from '../../app/search.ts'

export interface PatrolView {
  readonly month: number | undefined
  /** `none` stands for visits without a town. */
  readonly area: string | undefined
  readonly visitor: string | undefined
  readonly missedOnly: boolean
}

export function patrolView({ month, area, visitor, show }: ViewState): PatrolView {
  const number = Number(month)
  const isMonth = Number.isInteger(number) && number >= 1 && number <= 12
  return { month: isMonth ? number : undefined, area, visitor, missedOnly: show === 'missed' }
}

/** The month that a visit counts for: of its plan, else of the day that it was made. */
const monthOf = ({ plannedOn, visitedOn }: PatrolVisit) => Number((plannedOn ?? visitedOn ?? '').slice(5, 7))

export const shownVisits = (visits: readonly PatrolVisit[], view: PatrolView): readonly PatrolVisit[] =>
  visits.filter(
    (visit) =>
      (view.month === undefined || monthOf(visit) === view.month) &&
      (view.area === undefined || (visit.areaCode ?? 'none') === view.area) &&
      (view.visitor === undefined || (visit.visitorId ?? 'none') === view.visitor) &&
      (!view.missedOnly || visit.missed),
  )

/** The months from the first with a visit to the last: nothing is shown before a plan begins. */
export function monthsOf(cells: readonly PatrolCell[]): number[] {
  const months = cells.map(({ month }) => month)
  const [first, last] = [Math.min(...months), Math.max(...months)]
  return months.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export interface TownRow {
  readonly areaCode: string | null
  /** By month less one. */
  readonly months: readonly (PatrolCell | null)[]
}

/** Rows of the board: the towns in their order, one without a town last. */
export function townRows({ cells }: Pick<PatrolReply, 'cells'>, areas: readonly string[]): TownRow[] {
  const used = new Set(cells.map(({ areaCode }) => areaCode))
  const known = areas.filter((code) => used.has(code))
  const others = [...used].filter((code) => code !== null && !areas.includes(code))
  const codes = [...known, ...others, ...(used.has(null) ? [null] : [])]
  return codes.map((areaCode) => ({
    areaCode,
    months: Array.from(
      { length: 12 },
      (_, index) => cells.find((cell) => cell.areaCode === areaCode && cell.month === index + 1) ?? null,
    ),
  }))
}

const dayMs = 86_400_000

/** Days from the first one on, every so many weeks, the last one included; at most a year's worth. */
export function planDays(from: string, until: string, everyWeeks: number): string[] {
  const [start, end] = [Date.parse(from), Date.parse(until)]
  if (Number.isNaN(start) || Number.isNaN(end) || !Number.isInteger(everyWeeks) || everyWeeks < 1) return []
  const count = Math.min(53, Math.floor((end - start) / (dayMs * 7 * everyWeeks)) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(start + index * dayMs * 7 * everyWeeks).toISOString().slice(0, 10),
  )
}
