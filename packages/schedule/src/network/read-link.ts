import { chinaCalendar } from '../calendar/china.ts'
import type { LinkInput, LinkType } from './input.ts'
import type { Plan, PlanActivity, PlanLink } from './plan.ts'
import { nameOf, type Problems, shown } from './problems.ts'
import { MAX_DAYS, readCalendar } from './read-activity.ts'
import type { ProblemCode } from './result.ts'

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

type Missing = (id: string) => boolean

/** Tells all that is wrong with a link by itself. */
function checkLink(input: LinkInput, isMissing: Missing, problems: Problems): void {
  const ids = [nameOf(input.from), nameOf(input.to)]
  const missing = ids.filter(isMissing)
  if (missing.length > 0) {
    const names = missing.join('、')
    problems.add(
      'dangling-link',
      ids,
      `连线指向不存在的节点:${names}`,
      `a link names activities that are not there: ${names}`,
    )
    // With both ends in place the calendar is read where it is needed.
    readCalendar(input.lagCalendar, ids, chinaCalendar(), problems)
  }
  const { type = 'FS', lag = 0, lagUnit = 'workday', strength = 'hard' } = input
  const add = (code: ProblemCode, zh: string, en: string, value: unknown): void =>
    problems.add(code, ids, `${zh}:${shown(value)}`, `${en}: ${shown(value)}`)
  if (!isKnownType(type)) add('invalid-link-type', '连线类型未知', 'unknown link type', type)
  if (!isLag(lag)) add('invalid-lag', '延隔必须是整数日', 'a lag is a whole number of days', lag)
  if (!isLagUnit(lagUnit)) add('invalid-lag', '延隔单位未知', 'unknown unit of a lag', lagUnit)
  if (!isStrength(strength)) add('invalid-input', '连线强度未知', 'unknown strength of a link', strength)
}

const isKnownType = (type: unknown): boolean => typeof type === 'string' && TYPES.includes(type.toUpperCase())
const isLag = (lag: unknown): boolean => Number.isInteger(lag) && Math.abs(lag as number) <= MAX_DAYS
const isLagUnit = (unit: unknown): boolean => unit === 'workday' || unit === 'calendar'
const isStrength = (strength: unknown): boolean => strength === 'hard' || strength === 'soft'

/** Whether there is nothing to tell about a link whose ends are both there. */
const isSound = ({ type = 'FS', lag = 0, lagUnit = 'workday', strength = 'hard' }: LinkInput): boolean =>
  isKnownType(type) && isLag(lag) && isLagUnit(lagUnit) && isStrength(strength)

/** The links with positions for ids; dangling ones and impossible lags go to `problems`. */
export function readLinks(
  links: readonly LinkInput[],
  plan: Pick<Plan, 'activities' | 'calendar'>,
  byId: ReadonlyMap<string, number>,
  problems: Problems,
): PlanLink[] {
  const { activities } = plan
  const read: PlanLink[] = []
  for (let position = 0; position < links.length; position++) {
    const input = links[position]!
    if (typeof input !== 'object' || input === null) {
      problems.add('invalid-input', [], `第 ${position + 1} 条连线无效`, `link ${position + 1} is not an object`)
      continue
    }
    const from = byId.get(nameOf(input.from))
    const to = byId.get(nameOf(input.to))
    const sound = isSound(input)
    if (!sound || from === undefined || to === undefined) checkLink(input, (id) => !byId.has(id), problems)
    if (from === undefined || to === undefined) continue
    const { type = 'FS', lag = 0, lagUnit = 'workday', lagCalendar } = input
    const calendar = activities[to]!.calendar
    const link: PlanLink = {
      from,
      to,
      type: TYPES.includes(type) ? type : (String(type).toUpperCase() as LinkType),
      lag: sound ? lag : 0,
      lagUnit,
      lagCalendar:
        lagCalendar === undefined
          ? calendar
          : readCalendar(lagCalendar, [nameOf(input.from), nameOf(input.to)], calendar, problems),
      isSoft: input.strength === 'soft',
    }
    if (activities[from]!.isSummary || activities[to]!.isSummary) checkSummaryEnds(link, activities, problems)
    read.push(link)
  }
  return read
}
