import type { ItemRow } from '@guatu/contract'
import { showValue } from '@guatu/derive'
import { lampFaces, moneyFigure } from '@guatu/kernel'
import type { Field, Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../../forms/context.ts'
import { editTextOf } from '../../../forms/edit-text.ts'
import { showContext } from '../../../forms/show-context.ts'
import { dayText } from '../../../ui/format.ts'
import type { LedgerColumn } from './ledger-columns.ts'

function kernelText(key: string, row: ItemRow, playbook: Playbook, { language, today }: FieldContext): string {
  if (key === 'stage') return playbook.stages.find((stage) => stage.key === row.stage)?.title[language] ?? row.stage
  if (key === 'lamp') return lampFaces[row.lamp].title[language]
  if (key === 'deadline') return row.deadline ? dayText(row.deadline, { language, today }) : ''
  if (key === 'behindPoints' && row.behindPoints !== null) return row.behindPoints.toFixed(1)
  if (key === 'maturity' && row.maturityPercent !== null) return `${row.maturityPercent}%`
  return ''
}

/** A value on one line: a cell has no room for the breaks of a paragraph. */
export const valueText = (field: Field, value: unknown, context: FieldContext): string =>
  showValue(field, value, showContext(context)).replace(/\s+/g, ' ')

export const cellText = (column: LedgerColumn, row: ItemRow, playbook: Playbook, context: FieldContext): string =>
  row.hidden[column.key] ??
  (column.field
    ? valueText(column.field, row.fields[column.key], context)
    : kernelText(column.key, row, playbook, context))

/** The text that goes to the clipboard: it pastes back as the same value. */
export function copyText(column: LedgerColumn, row: ItemRow, playbook: Playbook, context: FieldContext): string {
  const mask = row.hidden[column.key]
  if (mask !== undefined) return mask
  return column.field
    ? editTextOf(column.field, row.fields[column.key], context)
    : kernelText(column.key, row, playbook, { ...context, today: '' })
}

/** 1,234 亿元 for the sum of a column. */
export const sumText = (amount: string, { language }: FieldContext): string => {
  const { number, unit } = moneyFigure(amount, 'CNY', language, 1)
  return `${number} ${unit}`
}
