import type { ConstraintType, LinkType } from '../network/input.ts'

// Numbers of the Microsoft Project XML Data Interchange schema (mspdi_pj12.xsd and its documentation).

/** PredecessorLink/Type, by number. */
export const LINK_TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS']

/** Task/ConstraintType, by number; null is as soon as possible. */
export const CONSTRAINT_TYPES: readonly (ConstraintType | null)[] = [
  null,
  'as-late-as-possible',
  'must-start',
  'must-finish',
  'not-earlier',
  'start-not-later',
  'finish-not-earlier',
  'not-later',
]

/** Formats of durations and lags that count every hour of every day; even numbers below 13, and from 36 on estimated. */
export const isElapsedFormat = (format: number): boolean =>
  [4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52].includes(format)

/** Formats of lags that are percentages of the predecessor's duration. */
export const isPercentFormat = (format: number): boolean => [19, 20, 51, 52].includes(format)

export const LAG_FORMAT_DAYS = 7
export const LAG_FORMAT_ELAPSED_DAYS = 8

export const MINUTES_PER_DAY = 480
export const MINUTES_PER_ELAPSED_DAY = 1440

const DURATION = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Minutes of a duration such as `PT40H0M0S`; undefined when it is none. */
export function durationMinutes(text: string | undefined): number | undefined {
  const match = DURATION.exec(text ?? '')
  if (match === null) return undefined
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match
  const total = Number(days) * MINUTES_PER_ELAPSED_DAY + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  return sign === '-' ? -total : total
}
