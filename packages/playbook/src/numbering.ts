import type { Refusal } from '@guatu/kernel'
import { isEmpty } from './document/field-value.ts'
import type { Playbook } from './playbook.ts'

/** A series of numbers and the year that it runs in. */
export interface Series {
  readonly key: string
  readonly mark: string
  readonly year: number
}

/** The series that an item draws its number from on its way to a stage; null: it draws none, or has one. */
export function seriesFor(
  { numbering, stages }: Pick<Playbook, 'numbering' | 'stages'>,
  move: { readonly from: string; readonly to: string; readonly fields: Readonly<Record<string, unknown>> },
  today: string,
): Series | null {
  if (!numbering) return null
  const place = (key: string) => stages.findIndex((stage) => stage.key === key)
  const isAside = stages[place(move.to)]?.aside === true && move.to !== numbering.stage
  const passes = place(move.from) < place(numbering.stage) && place(move.to) >= place(numbering.stage)
  const key = move.fields[numbering.by]
  if (!passes || isAside || move.fields[numbering.field] || typeof key !== 'string') return null
  const mark = numbering.marks[key]
  return mark === undefined ? null : { key, mark, year: Number(today.slice(0, 4)) }
}

/** 发文字号: the year in full within six-cornered brackets, the number without leading zeros (GB/T 9704-2012, 7.2.5). */
export const numberText = ({ mark, year }: Series, number: number): string => `${mark}〔${year}〕${number}号`

/** What the number writes into the item's document. */
export function numberedFields(
  { numbering }: Pick<Playbook, 'numbering'>,
  fields: Readonly<Record<string, unknown>>,
  text: string,
  today: string,
): Readonly<Record<string, unknown>> {
  if (!numbering) return {}
  const { field, dateField } = numbering
  const dated = dateField !== undefined && !fields[dateField]
  return { [field]: text, ...(dated ? { [dateField]: { date: today, precision: 'day' } } : {}) }
}

/** A number that was given stays: what is known by it elsewhere would no longer be found. */
export function refuseRenumbering(
  { numbering, fields }: Pick<Playbook, 'numbering' | 'fields'>,
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Refusal[] {
  const keys = numbering ? [numbering.field, numbering.by] : []
  if (!numbering || isEmpty(before[numbering.field])) return []
  return keys.flatMap((key) => {
    if (!(key in changes) || changes[key] === before[key]) return []
    const { zh, en } = fields[key]!.title
    const message = { zh: `已编号，“${zh}”不能再改`, en: `It has its number: '${en}' stays as it is` }
    return [{ code: 'INPUT_INVALID', path: key, message }]
  })
}
