import { amountOfCents, centsOf, currencies, isAmount, type Money, type MoneyBound } from '@guatu/kernel'
import { bad, type Checked, good } from './checked.ts'

const bounds: readonly MoneyBound[] = ['exact', 'atLeast', 'about']

/** Money with a decimal amount from zero, a known currency, and the words of the source where it is no exact figure. */
export function checkMoney(value: unknown): Checked<Money> {
  const example = ['{"amount":"16291000000.00","currency":"CNY"}']
  if (typeof value !== 'object' || value === null) return bad('应填金额', 'Expects an amount of money', example)
  const { amount, currency, bound, raw } = value as Record<string, unknown>
  if (!isAmount(amount) || amount.length > 21) {
    return bad('金额应为元，最多两位小数', 'Expects an amount in the main unit with at most two decimals', example)
  }
  if (centsOf(amount) < 0n) return bad('金额不能为负', 'Expects an amount from zero')
  const code = currencies.find((candidate) => candidate === currency)
  if (!code) return bad('币种不认识', 'The currency is not known', currencies)
  const sense = bounds.find((candidate) => candidate === bound)
  if (bound !== undefined && !sense) return bad('金额的性质不认识', 'The sense of the amount is not known', bounds)
  if (raw !== undefined && typeof raw !== 'string') return bad('原文应为文字', 'The words of the source are text')
  return good({
    amount: amountOfCents(centsOf(amount)),
    currency: code,
    ...(sense && sense !== 'exact' ? { bound: sense } : {}),
    ...(raw === undefined ? {} : { raw }),
  })
}
