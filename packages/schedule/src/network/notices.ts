import { type Day, fromDay } from '../calendar/day.ts'
import { MUTED_FORWARD } from '../engine/network.ts'
import { earliestBy } from '../engine/passes.ts'
import type { Model } from './compile.ts'
import type { Times } from './compute.ts'
import type { Notice, Shortfall } from './result.ts'

/** Years within the span whose holidays are not announced in a calendar that the plan uses. */
function provisionalYears(model: Model, first: Day, last: Day): string[] {
  const calendars = new Set([model.plan.calendar, ...model.plan.activities.map(({ calendar }) => calendar)])
  const from = Number(fromDay(first).slice(0, 4))
  const to = Number(fromDay(last).slice(0, 4))
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(4, '0'))
  return years.filter((year) => [...calendars].some((calendar) => calendar.isProvisional(`${year}-01-01`)))
}

/** Links that what has happened, or a fixed date, does not keep. */
function brokenLinks({ plan, edges, crossings, nodes }: Model, { early, duration }: Times): Notice[] {
  const broken: Notice[] = []
  for (let e = 0; e < plan.links.length; e++) {
    if ((edges.muted[e]! & MUTED_FORWARD) === 0) continue
    const from = edges.from[e]!
    const to = edges.to[e]!
    const bound = earliestBy({ duration, crossings }, early, from, to, edges.weight[e]!)
    if (bound <= early[to]!) continue
    const ids = [from, to].map((node) => plan.activities[nodes[node]!.activity]!.id)
    const zh = `「${ids[1]}」的日期早于「${ids[0]}」到它的连线所允许的日期`
    broken.push({
      code: 'link-broken',
      ids,
      message: { zh, en: `"${ids[1]}" is earlier than its link from "${ids[0]}" allows` },
    })
  }
  return broken
}

/** What is worth knowing about a plan that could be scheduled. */
export function noticesOf(model: Model, times: Times, span: [Day, Day], shortfall: Shortfall | null): Notice[] {
  const notices = brokenLinks(model, times)
  if (shortfall !== null) {
    const { workdays, chain, firstInfeasible } = shortfall
    notices.push({
      code: 'date-missed',
      ids: [...chain],
      message: {
        zh: `差 ${workdays} 个工作日:${chain.join(' → ')};「${firstInfeasible}」首先排不下`,
        en: `${workdays} working days are missing along ${chain.join(' → ')}; "${firstInfeasible}" is the first that does not fit`,
      },
    })
  }
  const years = provisionalYears(model, ...span)
  if (years.length > 0) {
    const [zh, en] = [years.join('、'), years.join(', ')]
    const message = {
      zh: `${zh} 年节假日安排未公布,暂按周末推算`,
      en: `the holidays of ${en} are not announced; only weekends are counted`,
    }
    notices.push({ code: 'provisional-calendar', ids: [], message })
  }
  return notices
}
