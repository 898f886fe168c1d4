import { isDeepStrictEqual } from 'node:util'

/** What differs of two states of one row, for the event that tells of the change. */
export interface Change {
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** Keys of `wanted` whose values differ from those of `row`; null where none does. */
export function changeOf<R extends object>(row: R, wanted: Partial<R>): Change | null {
  const keys = (Object.keys(wanted) as (keyof R & string)[]).filter(
    (key) => wanted[key] !== undefined && !isDeepStrictEqual(wanted[key], row[key]),
  )
  if (keys.length === 0) return null
  const pick = (from: Partial<R>) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  return { before: pick(row), after: pick(wanted) }
}
