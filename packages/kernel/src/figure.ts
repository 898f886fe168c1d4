import { type Currency, centsOf } from './money.ts'
import type { Language } from './title.ts'

const YI_CENTS = 10_000_000_000n
const WAN_CENTS = 1_000_000n

const currencyNames: Record<Currency, string> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  HKD: '港元',
  GBP: '英镑',
  KRW: '韩元',
  SGD: '新加坡元',
  TWD: '新台币',
}

/** A money figure cut for reading: number and unit apart, so that a screen can set them in different sizes. */
export interface MoneyFigure {
  readonly number: string
  readonly unit: string
}

/**
 * 亿元 from one hundred million, else 万元, else 元; at most `places` decimals, rounded half away from zero, thousands
 * separated. English keeps the same magnitudes with `bn`/`m` of the currency, since ledgers are read side by side.
 */
export function moneyFigure(amount: string, currency: Currency, language: Language, places = 2): MoneyFigure {
  const cents = centsOf(amount)
  const size = cents < 0n ? -cents : cents
  if (language === 'en') {
    if (size >= 100_000_000_000n) return { number: grouped(cents, 100_000_000_000n, places), unit: `bn ${currency}` }
    if (size >= 100_000_000n) return { number: grouped(cents, 100_000_000n, places), unit: `m ${currency}` }
    return { number: grouped(cents, 100n, places), unit: currency }
  }
  const name = currencyNames[currency]
  if (size >= YI_CENTS) return { number: grouped(cents, YI_CENTS, places), unit: `亿${name}` }
  if (size >= WAN_CENTS) return { number: grouped(cents, WAN_CENTS, places), unit: `万${name}` }
  return { number: grouped(cents, 100n, places), unit: name }
}

function grouped(cents: bigint, unitCents: bigint, places: number): string {
  const scale = 10n ** BigInt(places)
  const negative = cents < 0n
  const size = negative ? -cents : cents
  const scaled = (size * scale * 2n + unitCents) / (unitCents * 2n)
  const whole = String(scaled / scale).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction =
    places === 0
      ? ''
      : String(scaled % scale)
          .padStart(places, '0')
          .replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
