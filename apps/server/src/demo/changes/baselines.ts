import type { EventDraft } from '../../store/chain.ts'
import { type Frozen, frozenOf } from '../../store/changes/freeze.ts'
import { dateIn } from '../../store/items/change.ts'
import type { ListContext } from '../../store/items/list-context.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { addDays, instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'

/** What was promised at the start of the year, of the projects that were on the list by then. */
const frozenDaysAgo = 312
/** Further ones were frozen in the summer, when their plans had been laid. */
const laterDaysAgo = 140

type Plan = DemoItem['plan']['nodes']

/** The plan as it stood on a day: the promise in force, with what had been done by then. */
function asOf(nodes: Plan, day: string): Plan {
  return nodes.map((node) => {
    const done = node.actualFinish === null ? node.done : node.actualFinish <= day
    const { baselineStart: plannedStart, baselineFinish: plannedFinish } = node
    return { ...node, plannedStart, plannedFinish, done, actualFinish: done ? node.actualFinish : null }
  })
}

/** Baselines frozen by two acts of the district's office, of most projects that had a plan by then. */
export function inventBaselines(context: ListContext, items: readonly DemoItem[], office: string): Frozen[] {
  const { today, playbook } = context
  const acts = [
    { day: addDays(today, -frozenDaysAgo), name: `${today.slice(0, 4)} 年度基线`, share: 3 },
    { day: addDays(today, -laterDaysAgo), name: '年中增补基线', share: 2 },
  ].map((act) => ({ ...act, baselineId: uuidv7() }))
  const frozen: Frozen[] = []
  for (const [place, item] of items.entries()) {
    const isPlanned = item.plan.nodes.some(({ baselineFinish, done }) => baselineFinish !== null && !done)
    const act = acts.find(({ day, share }) => item.createdOn <= day && place % 4 < share)
    if (!isPlanned || !act) continue
    const { baselineId, name, day } = act
    const at = instantAt(day, 10 * 60 + 20)
    const finish = dateIn(playbook, item.fields, 'finish')
    const plan = { nodes: asOf(item.plan.nodes, day), finish, revision: 1 }
    const by = { name: office, personId: null }
    frozen.push(frozenOf({ row: item.composed.after }, plan, { baselineId, name, reason: null, at, by }, 1))
  }
  return frozen
}

/** Its event carries the instant at which the act is said to have happened. */
export const baselineEvents = (frozen: readonly Frozen[]): EventDraft[] =>
  frozen.map(({ event, baseline }) => ({ ...event, at: baseline.frozenAt, actor: baseline.frozenBy }))
