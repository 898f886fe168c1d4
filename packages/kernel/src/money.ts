/** ISO 4217 codes that district ledgers use. CNY and foreign currencies are never added without a dated rate. */
export const currencies = ['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'GBP', 'KRW', 'SGD', 'TWD'] as const

export type Currency = (typeof currencies)[number]

/**
 * `exact`: as written. `atLeast`: a lower bound (超2亿元, 百亿级). `about`: an approximation (约19亿元).
 * The last two are kept beside the words they came from and never silently taken as exact.
 */
export type MoneyBound = 'exact' | 'atLeast' | 'about'

/** Exact money. `amount` is a decimal string in the currency's main unit with two places: `16291000000.00`. */
export interface Money {
  readonly amount: string
  readonly currency: Currency
  readonly bound?: MoneyBound
  readonly raw?: string
}

const decimalPattern = /^(-?)(\d+)(?:\.(\d{1,2}))?$/

export const isAmount = (text: unknown): text is string => typeof text === 'string' && decimalPattern.test(text)

/** Whole cents of a decimal string with at most two places. Throws on anything else: unchecked input is a bug here. */
export function centsOf(amount: string): bigint {
  const match = decimalPattern.exec(amount)
  if (!match) throw new Error(`not a money amount: ${amount}`)
  const cents = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -cents : cents
}

export function amountOfCents(cents: bigint): string {
  const size = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** Sum of amounts of one currency; throws when currencies are mixed. */
export function sumMoney(currency: Currency, parts: Iterable<Money>): Money {
  let cents = 0n
  for (const part of parts) {
    if (part.currency !== currency) throw new Error(`cannot add ${part.currency} to ${currency} without a dated rate`)
    cents += centsOf(part.amount)
  }
  return { amount: amountOfCents(cents), currency }
}
