import type { ItemRow } from '@guatu/contract'
import { lampFaces, moneyFigure, type Title } from '@guatu/kernel'
import { type Field, type FieldKind, type FieldOf, type FieldValues, isEmpty, type Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../../forms/context.ts'
import { editTextOf } from '../../../forms/edit-text.ts'
import { countText, dayText, decimalText, partialDateText, pointsText } from '../../../ui/format.ts'
import type { LedgerColumn } from './ledger-columns.ts'

type Shown<K extends FieldKind> = (value: FieldValues[K], field: FieldOf<K>, context: FieldContext) => string

const boundWords = { exact: { zh: '', en: '' }, atLeast: { zh: '超', en: 'over ' }, about: { zh: '约', en: 'about ' } }

const units: Readonly<Record<string, Title>> = {
  mu: { zh: ' 亩', en: ' mu' },
  m2: { zh: ' m²', en: ' m²' },
  tce: { zh: ' 吨标煤', en: ' tce' },
  unit: { zh: '', en: '' },
  person: { zh: ' 人', en: '' },
}

const words = (value: string) => value.replace(/\s+/g, ' ')

const named = (value: string | boolean, field: Field, context: FieldContext) => editTextOf(field, value, context)

const figure = (value: number, { unit }: { readonly unit: string }, { language }: FieldContext) =>
  `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })}${units[unit]?.[language] ?? ''}`

function money({ amount, currency, bound }: FieldValues['money'], { language }: FieldContext): string {
  const { number, unit } = moneyFigure(amount, currency, language)
  return `${boundWords[bound ?? 'exact'][language]}${number} ${unit}`
}

/** What a cell shows of a value, one line, with its unit. One entry per kind of field. */
const shown: { readonly [K in FieldKind]: Shown<K> } = {
  text: words,
  longText: words,
  integer: figure,
  number: figure,
  percent: (value) => `${decimalText(value)}%`,
  money: (value, _, context) => money(value, context),
  date: (value, _, { language, today }) => partialDateText(value, { language, today }),
  choice: named,
  flag: named,
  org: named,
  person: named,
  area: named,
  industry: named,
  districtIndustry: named,
  uscc: words,
  phone: words,
}

/** Points behind the schedule are said from the project's side: behind is minus. */
function kernelText(key: string, row: ItemRow, playbook: Playbook, { language, today }: FieldContext): string {
  if (key === 'stage') return playbook.stages.find((stage) => stage.key === row.stage)?.title[language] ?? row.stage
  if (key === 'lamp') return lampFaces[row.lamp].title[language]
  if (key === 'deadline') return row.deadline ? dayText(row.deadline, { language, today }) : ''
  if (key === 'behindPoints' && row.behindPoints !== null) return pointsText(-row.behindPoints)
  return ''
}

export function valueText(field: Field, value: unknown, context: FieldContext): string {
  if (isEmpty(value)) return ''
  const show = shown[field.kind] as (value: unknown, field: Field, context: FieldContext) => string
  return show(value, field, context)
}

/** The text of a cell; `fields` stand for the row's own while some are being written. */
export const cellText = (column: LedgerColumn, row: ItemRow, playbook: Playbook, context: FieldContext): string =>
  column.field
    ? valueText(column.field, row.fields[column.key], context)
    : kernelText(column.key, row, playbook, context)

/** The text that goes to the clipboard: it pastes back as the same value. */
export function copyText(column: LedgerColumn, row: ItemRow, playbook: Playbook, context: FieldContext): string {
  return column.field
    ? editTextOf(column.field, row.fields[column.key], context)
    : kernelText(column.key, row, playbook, { ...context, today: '' })
}

/** 1,234 亿元 for a sum; `countText` for a count. */
export const sumText = (amount: string, { language }: FieldContext): string => {
  const { number, unit } = moneyFigure(amount, 'CNY', language, 1)
  return `${number} ${unit}`
}

export { countText }
