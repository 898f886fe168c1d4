import { longestExemptionDays } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { fromDay, toDay } from '@guatu/schedule'
import { refusal } from '../../http/refuse.ts'
import type { HeldItem } from '../../store/items/change.ts'
import type { ExemptionRow } from '../../store/sign-rows.ts'
import { stateOf } from './rows.ts'

interface Wish {
  readonly rule: string
  readonly nodeKey?: string | undefined
  readonly text: string
  readonly until: string
}

const wrong = (path: string, zh: string, en: string): Refusal => ({
  code: 'INPUT_INVALID',
  path,
  message: { zh, en },
})

/** What stands against a last day; empty: nothing. */
export function untilProblems(until: string, today: string): Refusal[] {
  const last = fromDay(toDay(today) + longestExemptionDays)
  if (until < today) return [wrong('until', '截止日期已过', 'The last day is past')]
  if (until > last)
    return [wrong('until', `豁免最长 ${longestExemptionDays} 天，到期可再申请`, `At most ${longestExemptionDays} days`)]
  return []
}

/** Everything that stands against asking for it. */
export function askProblems({ context, state }: HeldItem, wish: Wish, others: readonly ExemptionRow[]): Refusal[] {
  const { playbook, today } = context
  const rule = playbook.lamps.rules.find(({ key }) => key === wish.rule)
  const problems = untilProblems(wish.until, today)
  if (!rule) problems.push(wrong('rule', '这份清单没有这条亮灯规则', 'The list has no such rule'))
  if (wish.text.trim() === '') problems.push(wrong('text', '要写明理由', 'The reason is missing'))
  if (wish.nodeKey !== undefined) {
    if (rule && rule.subject !== 'node')
      problems.push(wrong('nodeKey', '这条规则看的是整个项目，不能只豁免一个节点', 'The rule looks at the whole item'))
    if (!state.nodes.some(({ nodeKey }) => nodeKey === wish.nodeKey))
      problems.push(wrong('nodeKey', '项目没有这个节点', 'The item has no such node'))
  }
  const isSame = (row: ExemptionRow) => row.rule === wish.rule && row.nodeKey === (wish.nodeKey ?? null)
  const open = others.find((row) => isSame(row) && ['asked', 'inForce'].includes(stateOf(row, today)))
  if (open) {
    const zh = open.granted ? `这条规则已在豁免期内，至 ${open.untilDay}` : '这条规则的豁免正在等待审批'
    const en = open.granted
      ? `The rule is exempted until ${open.untilDay}`
      : 'An exemption from this rule waits already'
    problems.push(refusal('EXEMPTION_STATE', { zh, en }, 'rule'))
  }
  return problems
}
