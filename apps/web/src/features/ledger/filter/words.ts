import { moneyFigure } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Condition } from '../../../api/filter.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { dayText } from '../../../ui/format.ts'
import { columnOptions, filterColumn, type LedgerColumn } from '../columns/ledger-columns.ts'

/** More names than this are counted, not listed: a chip is one line. */
const MOST_NAMES = 3

const isAmount = (text: string) => /^-?\d+(\.\d{1,2})?$/.test(text)

function boundText(column: LedgerColumn, value: string, { language, today }: FieldContext): string {
  if (column.filter === 'money' && isAmount(value)) {
    const { number, unit } = moneyFigure(value, 'CNY', language, 4)
    return `${number} ${unit}`
  }
  if (column.filter === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value, { language, today })
  return value
}

function namesText(column: LedgerColumn, values: readonly string[], playbook: Playbook, context: FieldContext): string {
  const titles = new Map(columnOptions(column, playbook, context).map(({ value, title }) => [value, title]))
  const names = values.map((value) => titles.get(value) ?? value)
  if (names.length <= MOST_NAMES) return names.join('、')
  const rest = `${names.slice(0, MOST_NAMES - 1).join('、')}`
  return context.language === 'zh'
    ? `${rest}等 ${names.length} 项`
    : `${rest} and ${names.length - MOST_NAMES + 1} more`
}

/** A condition in words, for its chip: `总投资 ≥ 1 亿元`, `亮灯：红灯、橙灯`, `责任单位 未填`. */
export function conditionWords(
  condition: Condition,
  columns: readonly LedgerColumn[],
  playbook: Playbook,
  context: FieldContext,
): string {
  const column = filterColumn(condition.key, columns, playbook)
  const { language } = context
  const zh = language === 'zh'
  const name = column?.title[language] ?? condition.key
  const [first = ''] = condition.values
  if (condition.key === 'import') return zh ? '同一次导入' : 'Of one import'
  const bound = column ? boundText(column, first, context) : first
  switch (condition.operator) {
    case 'in':
      return `${name}${zh ? '：' : ': '}${column ? namesText(column, condition.values, playbook, context) : condition.values.join('、')}`
    case 'has':
      return zh ? `${name}含“${first}”` : `${name} has “${first}”`
    case 'from':
      return column?.filter === 'date' ? (zh ? `${name} ${bound}起` : `${name} from ${bound}`) : `${name} ≥ ${bound}`
    case 'to':
      return column?.filter === 'date' ? (zh ? `${name} ${bound}止` : `${name} until ${bound}`) : `${name} ≤ ${bound}`
    case 'empty':
      return zh ? `${name} 未填` : `${name} is empty`
    case 'filled':
      return zh ? `${name} 已填` : `${name} is filled in`
  }
}
