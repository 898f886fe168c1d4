import type { DatePrecision, PartialDate } from '@guatu/kernel'
import { bad, type Checked, type FieldOf, good } from '@guatu/playbook'
import type { CellValue } from './context.ts'
import { splitSource, withSource } from './source-words.ts'

const precisionWords: Record<Exclude<DatePrecision, 'day'>, string> = {
  month: '月',
  quarter: '季',
  half: '半年',
  year: '年',
}

/** A day is a date cell. A period is its standing day and how much of it is known: `2024-03-31（按月）`. */
export function dateToCell({ date, precision, raw }: PartialDate): CellValue {
  if (precision === 'day') return raw === undefined ? { date } : withSource(date, raw)
  return withSource(`${date}（按${precisionWords[precision]}）`, raw)
}

export function dateFromCell(cell: string | { readonly date: string }, _: FieldOf<'date'>): Checked<PartialDate> {
  if (typeof cell !== 'string') return good({ date: cell.date, precision: 'day' })
  const { text, raw } = splitSource(cell)
  const match = /^(\d{4}-\d{2}-\d{2})(?:（按(月|季|半年|年)）)?$/.exec(text.trim())
  if (!match) {
    return bad(`读不出日期“${cell}”`, `'${cell}' is no date`, ['2024-03-31', '2024-03-31（按月）'])
  }
  const known = Object.entries(precisionWords).find(([, word]) => word === match[2])
  const precision = (known?.[0] ?? 'day') as DatePrecision
  return good({ date: match[1]!, precision, ...(raw === undefined ? {} : { raw }) })
}
