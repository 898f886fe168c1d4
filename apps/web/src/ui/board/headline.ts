import type { Cockpit } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { type Condition, is } from '../../api/filter.ts'
import type { Text } from '../../app/language.ts'
import { boardTexts } from './texts.ts'

/** A piece of the sentence; one with `wanted` opens the rows behind it. */
interface HeadlinePart {
  readonly text: Text
  readonly values: Readonly<Record<string, string | number | Title>>
  readonly wanted?: readonly Condition[]
}

type Board = Pick<Cockpit, 'items' | 'lamps' | 'lampsWeekAgo' | 'redRules'>

function comparedWithWeekAgo({ lamps, lampsWeekAgo }: Board): HeadlinePart[] {
  if (!lampsWeekAgo) return []
  const change = lamps.red - lampsWeekAgo.red
  if (change === 0) return [{ text: boardTexts.asWeekAgo, values: {} }]
  const text = change > 0 ? boardTexts.moreThanWeekAgo : boardTexts.fewerThanWeekAgo
  return [{ text, values: { count: Math.abs(change) } }]
}

/**
 * The sentence on top of the cockpit: what is gravest, how it moved in a week, what most of it is due to. `itemTitle` is
 * the list's word for one item; `ruleTitle` names the rule of a lamp.
 */
export function headlineOf(board: Board, itemTitle: Title, ruleTitle: (rule: string) => Title): HeadlinePart[] {
  const { lamps, items, redRules } = board
  if (lamps.red === 0) {
    const rest: HeadlinePart[] = [
      { text: boardTexts.comma, values: {} },
      { text: boardTexts.listed, values: { count: items, item: itemTitle }, wanted: [] },
    ]
    if (lamps.orange === 0) return [{ text: boardTexts.calm, values: {} }, ...rest]
    return [
      { text: boardTexts.orangeNow, values: { count: lamps.orange, item: itemTitle }, wanted: [is('lamp', 'orange')] },
      ...rest,
    ]
  }
  const most = redRules.reduce((best, rule) => (rule.items > best.items ? rule : best), { rule: '', items: 0 })
  const ground: HeadlinePart[] =
    most.items === 0
      ? []
      : [
          { text: boardTexts.comma, values: {} },
          {
            text: boardTexts.mostlyFor,
            values: { count: most.items, rule: ruleTitle(most.rule) },
            wanted: [is('lamp', 'red'), is('rule', most.rule)],
          },
        ]
  return [
    { text: boardTexts.redNow, values: { count: lamps.red, item: itemTitle }, wanted: [is('lamp', 'red')] },
    ...comparedWithWeekAgo(board),
    ...ground,
  ]
}
