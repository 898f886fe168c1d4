import type { LinkInput, LinkType } from './input.ts'
import type { Plan, PlanActivity, PlanLink } from './plan.ts'
import { type Problems, shown } from './problems.ts'
import { MAX_DAYS, readCalendar } from './read-activity.ts'

const TYPES: readonly string[] = ['FS', 'SS', 'FF', 'SF'] satisfies LinkType[]

/**
 * A summary starts with its first child and finishes with its last. A bound on the start of all children, or taken from the
 * finish of all of them, is the strictest of single bounds; the other ends are an either-or that no longest path can express.
 */
function checkSummaryEnds(link: PlanLink, activities: readonly PlanActivity[], problems: Problems): void {
  const from = activities[link.from]!
  const to = activities[link.to]!
  const startsFrom = link.type === 'SS' || link.type === 'SF'
  const endsAt = link.type === 'FF' || link.type === 'SF'
  if ((from.isSummary && startsFrom) || (to.isSummary && endsAt)) {
    problems.add(
      'summary-link',
      [from.id, to.id],
      `「${from.id}」到「${to.id}」:汇总节点只能从完成端引出、从开始端接入`,
      `"${from.id}" to "${to.id}": a link can only leave a summary's finish and enter its start`,
    )
  }
}

/** The links with positions for ids; dangling ones and impossible lags go to `problems`. */
export function readLinks(
  links: readonly LinkInput[],
  plan: Pick<Plan, 'activities' | 'calendar'>,
  byId: ReadonlyMap<string, number>,
  problems: Problems,
): PlanLink[] {
  const read: PlanLink[] = []
  for (const [position, input] of links.entries()) {
    if (typeof input !== 'object' || input === null) {
      problems.add('invalid-input', [], `第 ${position + 1} 条连线无效`, `link ${position + 1} is not an object`)
      continue
    }
    const ids = [String(input.from), String(input.to)]
    const missing = ids.filter((id) => !byId.has(id))
    if (missing.length > 0) {
      const names = missing.join('、')
      problems.add(
        'dangling-link',
        ids,
        `连线指向不存在的节点:${names}`,
        `a link names activities that are not there: ${names}`,
      )
    }
    const { type = 'FS', lag = 0, lagUnit = 'workday' } = input
    const known = String(type).toUpperCase()
    if (!TYPES.includes(known)) {
      problems.add('invalid-link-type', ids, `连线类型未知:${shown(type)}`, `unknown link type: ${shown(type)}`)
    }
    const isLag =
      Number.isInteger(lag) && Math.abs(lag) <= MAX_DAYS && (lagUnit === 'workday' || lagUnit === 'calendar')
    if (!isLag) {
      problems.add(
        'invalid-lag',
        ids,
        `延隔必须是整数日:${shown(lag)}`,
        `a lag is a whole number of days: ${shown(lag)}`,
      )
    }
    if (missing.length > 0) continue
    const to = byId.get(ids[1]!)!
    const link: PlanLink = {
      from: byId.get(ids[0]!)!,
      to,
      type: known as LinkType,
      lag: isLag ? lag : 0,
      lagUnit,
      lagCalendar: readCalendar(input.lagCalendar, ids, plan.activities[to]!.calendar, problems),
      isSoft: input.strength === 'soft',
    }
    checkSummaryEnds(link, plan.activities, problems)
    read.push(link)
  }
  return read
}
