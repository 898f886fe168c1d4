import { amountOfCents, type Currency, centsOf, type Money } from '@guatu/kernel'
import { bad, type Checked, type FieldOf, good } from '@guatu/playbook'
import type { CellValue } from './context.ts'
import { splitSource, withSource } from './source-words.ts'

type MoneyUnit = FieldOf<'money'>['unit']

/** Powers of ten between a unit and its currency's main unit. */
const places: Record<MoneyUnit, number> = { 万元: 4, 亿元: 8, 万美元: 4, 亿美元: 8 }
const unitCurrency = (unit: MoneyUnit): Currency => (unit.endsWith('美元') ? 'USD' : 'CNY')

const boundWords = { atLeast: '超', about: '约' } as const

/**
 * An exact amount in the currency of the field's unit is a figure in that unit, as ledgers are filled in; anything else is
 * text with its currency: `超200000000.00 CNY（原文：超2亿元）`. A figure that a spreadsheet could not hold is text too.
 */
export function moneyToCell(money: Money, { unit }: FieldOf<'money'>): CellValue {
  const plain = money.raw === undefined && (money.bound ?? 'exact') === 'exact' && money.currency === unitCurrency(unit)
  const decimal = inUnit(money.amount, places[unit])
  const digits = decimal.replace(/\D/g, '').length
  // Spreadsheets keep 15 digits, and a figure in powers of ten would not read back.
  if (plain && digits <= 15 && String(Number(decimal)) === decimal) return Number(decimal)
  const bound = money.bound && money.bound !== 'exact' ? boundWords[money.bound] : ''
  return withSource(`${bound}${money.amount} ${money.currency}`, money.raw)
}

export function moneyFromCell(cell: string | number, field: FieldOf<'money'>): Checked<Money> {
  if (typeof cell === 'number') return figure(cell, field.unit)
  const { text, raw } = splitSource(cell)
  const match = /^(超|约)?(\d+(?:\.\d{1,2})?) ?([A-Z]{3})$/.exec(text.trim())
  if (!match) {
    const accepted = [`12000（${field.unit}）`, '16291000000.00 CNY', '约1900000000.00 CNY（原文：约19亿元）']
    return bad(`读不出金额“${cell}”`, `'${cell}' is no amount`, accepted)
  }
  const bound = match[1] === '超' ? 'atLeast' : match[1] === '约' ? 'about' : null
  return good({
    amount: amountOfCents(centsOf(match[2]!)),
    currency: match[3] as Currency,
    ...(bound ? { bound } : {}),
    ...(raw === undefined ? {} : { raw }),
  })
}

/** A figure goes by its shortest decimal text, never by float arithmetic. */
function figure(cell: number, unit: MoneyUnit): Checked<Money> {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(cell))
  const fraction = (match?.[2] ?? '').padEnd(places[unit] + 2, '0')
  if (!match || fraction.length > places[unit] + 2) {
    return bad(`${cell} ${unit} 不是到分的金额`, `${cell} ${unit} is no amount to the cent`)
  }
  return good({ amount: amountOfCents(BigInt(`${match[1]}${fraction}`)), currency: unitCurrency(unit) })
}

function inUnit(amount: string, power: number): string {
  const digits = String(centsOf(amount)).padStart(power + 3, '0')
  const whole = digits.slice(0, -(power + 2))
  const fraction = digits.slice(-(power + 2)).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}
