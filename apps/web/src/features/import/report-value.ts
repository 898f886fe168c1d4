import { type Currency, moneyFigure, ownValue, type PartialDate } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { languageNow, translate } from '../../app/language.ts'
import { partialDateText } from '../../ui/format.ts'

interface ReportMoney {
  readonly amount: string
  readonly currency: Currency
  readonly raw?: string
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * A value of the dry run's report in words. The report writes exact yuan as plain decimal text, and values that carry
 * more (a currency, a bound, a precision, a stage) as objects.
 */
export function reportValueText(playbook: Playbook, key: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const field = playbook.fields[key]
  if (isObject(value)) return objectText(playbook, value)
  if (field?.kind === 'money' && typeof value === 'string') return moneyText({ amount: value, currency: 'CNY' })
  if (field?.kind === 'choice' && typeof value === 'string') {
    const choice = ownValue(field.choices, value)
    return choice ? translate(choice.title) : value
  }
  if (Array.isArray(value)) return value.join('、')
  return String(value)
}

function objectText(playbook: Playbook, value: Record<string, unknown>): string {
  if (typeof value.amount === 'string')
    return (value as unknown as ReportMoney).raw ?? moneyText(value as unknown as ReportMoney)
  if (typeof value.date === 'string')
    return partialDateText(value as unknown as PartialDate, { language: languageNow(), year: 'always' })
  if (typeof value.key === 'string') {
    const stage = playbook.stages.find(({ key }) => key === value.key)
    return stage ? translate(stage.title) : String(value.raw ?? value.key)
  }
  // A stage that no word names: what the ledger says stands.
  if (typeof value.raw === 'string') return value.raw
  return Object.entries(value)
    .map(([name, text]) => `${name}：${text}`)
    .join('；')
}

function moneyText({ amount, currency }: ReportMoney): string {
  const { number, unit } = moneyFigure(amount, currency, languageNow())
  return `${number}${languageNow() === 'en' ? ' ' : ''}${unit}`
}
