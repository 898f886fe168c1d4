/** An exact decimal: `digits` times ten to the power of `-scale`. Money and areas never pass through floats. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const plain = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/

/** Reads `1234.5` and `.5`; thousands separators and exponents must be gone. Null for anything else. */
export function decimalOf(text: string): Decimal | null {
  const match = plain.exec(text)
  if (!match) return null
  const sign = (match[1] ?? match[4]) === '-' ? -1n : 1n
  const whole = match[2] ?? '0'
  const fraction = match[3] ?? match[5] ?? ''
  return { digits: sign * BigInt(whole + fraction), scale: fraction.length }
}

export const timesPowerOfTen = (value: Decimal, power: number): Decimal =>
  power <= value.scale
    ? { digits: value.digits, scale: value.scale - power }
    : { digits: value.digits * 10n ** BigInt(power - value.scale), scale: 0 }

export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: scaled(a, scale) + scaled(b, scale), scale }
}

const scaled = (value: Decimal, scale: number): bigint => value.digits * 10n ** BigInt(scale - value.scale)

/** Text with exactly `places` decimals, rounded half away from zero, and whether rounding lost anything. */
export function fixed(value: Decimal, places: number): { readonly text: string; readonly exact: boolean } {
  const negative = value.digits < 0n
  const size = negative ? -value.digits : value.digits
  if (value.scale <= places)
    return { text: placed(scaled({ digits: size, scale: value.scale }, places), places, negative), exact: true }
  const divisor = 10n ** BigInt(value.scale - places)
  const text = placed((size * 2n + divisor) / (divisor * 2n), places, negative)
  return { text, exact: size % divisor === 0n }
}

function placed(size: bigint, places: number, negative: boolean): string {
  const digits = String(size).padStart(places + 1, '0')
  const point = digits.length - places
  return `${negative && size !== 0n ? '-' : ''}${digits.slice(0, point)}${places ? `.${digits.slice(point)}` : ''}`
}

/** Nearest double, for figures that are no money. */
export const toNumber = (value: Decimal): number => Number(`${value.digits}e${-value.scale}`)
