import { amountOfCents, centsOf } from '@guatu/kernel'

const wanPattern = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/

/** Yuan of an amount that somebody wrote in 万元, thousands separated or not; null for what is no such amount. */
export function yuanOfWan(text: string): string | null {
  const match = wanPattern.exec(text.replace(/[,，\s]/g, ''))
  if (!match) return null
  const cents = BigInt(match[2]! + (match[3] ?? '').padEnd(6, '0'))
  return amountOfCents(match[1] ? -cents : cents)
}

/** The same amount as people write it in 万元: no thousands, no idle noughts. */
export function wanOfYuan(amount: string): string {
  const cents = centsOf(amount)
  const size = cents < 0n ? -cents : cents
  const places = String(size % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${cents < 0n ? '-' : ''}${size / 1_000_000n}${places ? `.${places}` : ''}`
}
