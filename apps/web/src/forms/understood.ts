import { moneyFigure } from '@guatu/kernel'
import type { Field, FieldValues } from '@guatu/playbook'
import { dayText, partialDateText } from '../ui/format.ts'
import type { FieldContext } from './context.ts'
import type { Typed } from './typed.ts'

const boundWords = { exact: '', atLeast: '≥ ', about: '≈ ' } as const

function moneyUnderstood(value: FieldValues['money'], { language }: FieldContext): string {
  const { number, unit } = moneyFigure(value.amount, value.currency, language, 6)
  return `${boundWords[value.bound ?? 'exact']}${number} ${unit}`
}

function dateUnderstood(value: FieldValues['date'], { language }: FieldContext): string {
  const text = partialDateText(value, { language, year: 'always' })
  if (value.precision === 'day') return text
  const day = dayText(value.date, { language, year: 'always' })
  return language === 'zh' ? `${text}，按${day}计` : `${text}, counted as ${day}`
}

/** How a typed figure was understood, where its words leave room for doubt; null where they do not. */
export function understood(field: Field, typed: Typed<unknown>, context: FieldContext): string | null {
  if (typed.kind !== 'value') return null
  if (field.kind === 'money') return moneyUnderstood(typed.value as FieldValues['money'], context)
  if (field.kind === 'date') return dateUnderstood(typed.value as FieldValues['date'], context)
  return null
}
