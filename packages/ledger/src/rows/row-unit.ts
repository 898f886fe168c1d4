import { cellText } from '../grid/grid.ts'
import { compact, isPlaceholder } from '../text/normalise.ts'
import { currencyOf, type MoneyUnit, moneyUnitOf } from '../values/units.ts'
import { cellFor } from './find-cell.ts'
import type { ReadyColumn, RowInput } from './row-input.ts'

/** The unit of one row's amount, or why the column of units does not give it. */
export type UnitBeside =
  | { readonly kind: 'unit'; readonly unit: MoneyUnit }
  | { readonly kind: 'unknown'; readonly message: string; readonly accepted: readonly string[] }

const acceptedUnits = ['人民币', '美元', '欧元', '日元', '港元', '万元', '亿元', '万美元'] as const

/** The unit that stands in a column of its own, right of the amount, or left of it where no amount is farther left. */
export function unitBeside(row: number, column: ReadyColumn, input: RowInput): UnitBeside | null {
  const beside = unitColumnOf(column, input)
  const text = beside ? cellText(cellFor(row, beside, input).cell) : ''
  if (!beside || text === '' || isPlaceholder(text)) return null
  const unit = moneyUnitOf(text)
  const unknown = (message: string): UnitBeside => ({ kind: 'unknown', message, accepted: acceptedUnits })
  if (!unit) return unknown(`“${beside.header}”列写的是“${text}”，不认识这个单位或币种`)
  // A currency says nothing of the column's 万; 元 under 单位 is a unit.
  const currency = currencyOf(compact(text))
  if (currency === undefined) return { kind: 'unit', unit }
  if (/币/.test(beside.header) || /^(人民币|rmb|cny)$/.test(compact(text)))
    return { kind: 'unit', unit: { ...column.money, currency } }
  if (column.headerUnit !== null && column.money.power !== 0)
    return unknown(`表头的单位是${column.money.label}，“${beside.header}”列写的是${text}，不知按哪个`)
  return { kind: 'unit', unit }
}

function unitColumnOf(column: ReadyColumn, { columns, playbook }: RowInput): ReadyColumn | null {
  const at = (index: number): ReadyColumn | undefined => columns.find((other) => other.index === index)
  const isMoney = (other: ReadyColumn | undefined): boolean => playbook.fields[other?.field ?? '']?.kind === 'money'
  const right = at(column.index + 1)
  if (right?.unitColumn) return right
  const left = at(column.index - 1)
  return left?.unitColumn && !isMoney(at(column.index - 2)) ? left : null
}
