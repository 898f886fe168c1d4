import { chinaCalendar } from '../calendar/china.ts'
import type { ActivityInput, ScheduleInput } from './input.ts'
import type { Plan } from './plan.ts'
import { nameOf, Problems, shown } from './problems.ts'
import { readActivity, readCalendar, readDate } from './read-activity.ts'
import { readLinks } from './read-link.ts'
import type { Problem } from './result.ts'

const MAX_TOTAL_DAYS = 2 ** 29

/** An activity that has no place in the plan, because it lacks an id or another has it; what else is wrong with it counts. */
type Stray = { readonly input: ActivityInput; readonly id: string | null; readonly position: number }

type Identified = { ids: string[]; byId: Map<string, number>; inputs: ActivityInput[]; strays: Stray[] }

function identify(activities: readonly ActivityInput[], problems: Problems): Identified {
  const found: Identified = { ids: [], byId: new Map(), inputs: [], strays: [] }
  for (const [position, input] of activities.entries()) {
    const id: unknown = input?.id
    if ((typeof id !== 'string' || id === '') && typeof id !== 'number') {
      const at = position + 1
      problems.add('invalid-id', [], `第 ${at} 个节点没有编号:${shown(id)}`, `activity ${at} has no id: ${shown(id)}`)
      if (typeof input === 'object' && input !== null) found.strays.push({ input, id: null, position })
      continue
    }
    const name = String(id)
    if (found.byId.has(name)) {
      problems.add('duplicate-id', [name], `节点编号重复:${name}`, `the id is used twice: ${name}`)
      found.strays.push({ input, id: name, position })
      continue
    }
    found.byId.set(name, found.ids.length)
    found.ids.push(name)
    found.inputs.push(input)
  }
  return found
}

function addMissingParent(id: string, parent: unknown, problems: Problems): void {
  const name = shown(parent)
  problems.add('invalid-parent', [id], `「${id}」的上级节点不存在:${name}`, `"${id}" has no such parent: ${name}`)
}

/** The position of every parent; a parent that is missing or lies in its own family is a problem. */
function readParents({ ids, byId, inputs }: Identified, problems: Problems): Int32Array {
  const parents = Int32Array.from(inputs, ({ parent }, position) => {
    if (parent === undefined || parent === null) return -1
    const found = byId.get(nameOf(parent))
    if (found !== undefined) return found
    addMissingParent(ids[position]!, parent, problems)
    return -1
  })
  // 0: not looked at, otherwise the number of the walk that came by; meeting one's own walk again closes a circle.
  const walks = new Int32Array(ids.length)
  for (let position = 0; position < ids.length; position++) {
    let at = position
    while (at !== -1 && walks[at] === 0) {
      walks[at] = position + 1
      at = parents[at]!
    }
    if (at !== -1 && walks[at] === position + 1) {
      const id = ids[at]!
      problems.add('invalid-parent', [id], `「${id}」是自己的上级`, `"${id}" is above itself`)
      parents[at] = -1
    }
  }
  return parents
}

function readDirection(
  input: ScheduleInput,
  problems: Problems,
): Pick<Plan, 'direction' | 'start' | 'deadline' | 'dataDate'> {
  const start = readDate(input.start, 'start', [], problems)
  const notBefore = readDate(input.notBefore, 'notBefore', [], problems)
  const deadline = readDate(input.deadline, 'deadline', [], problems)
  const dataDate = readDate(input.dataDate, 'dataDate', [], problems)
  const { direction = 'forward' } = input
  if (direction !== 'forward' && direction !== 'backward') {
    problems.add('invalid-input', [], `方向无效:${shown(direction)}`, `not a direction: ${shown(direction)}`)
  }
  if (direction === 'forward' && (input.start === undefined || input.start === null)) {
    problems.add('missing-start', [], '正排需要开始日期', 'a forward schedule needs a start date')
  }
  if (direction === 'backward' && (input.deadline === undefined || input.deadline === null)) {
    problems.add('missing-deadline', [], '倒排需要完成期限', 'a backward schedule needs a deadline')
  }
  return { direction, start: direction === 'backward' ? (notBefore ?? start) : start, deadline, dataDate }
}

/** Indices are 32-bit; a plan whose days could overflow them is refused before anything is added up. */
function checkRange(plan: Plan, problems: Problems): void {
  let total = 0
  for (const { duration, remaining } of plan.activities) total += Math.max(duration, remaining ?? 0)
  for (const { lag } of plan.links) total += Math.abs(lag)
  if (total > MAX_TOTAL_DAYS) {
    problems.add(
      'out-of-range',
      [],
      `工期与延隔合计过大:${total} 天`,
      `durations and lags add up to too much: ${total} days`,
    )
  }
}

/** Tells what is wrong with activities that have no place in the plan. */
function checkStrays(
  { strays, byId }: Identified,
  { calendar, dataDate }: Pick<Plan, 'calendar' | 'dataDate'>,
  summaries: ReadonlySet<number>,
  problems: Problems,
): void {
  for (const { input, id, position } of strays) {
    const name = id ?? `#${position + 1}`
    const own = new Problems()
    const { parent } = input
    if (parent !== undefined && parent !== null && !byId.has(nameOf(parent))) addMissingParent(name, parent, own)
    const isSummary = id !== null && summaries.has(byId.get(id)!)
    readActivity(input, name, { parent: -1, isSummary, calendar, dataDate }, own)
    problems.list.push(...own.list.map((problem) => (id === null ? { ...problem, ids: [] } : problem)))
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What can be read of a plan and what is wrong with it; null when there is nothing to read. Cycles take a network to see. */
export function readPlan(input: ScheduleInput): { plan: Plan | null; problems: readonly Problem[] } {
  const problems = new Problems()
  const { activities, links = [] } = (isRecord(input) ? input : {}) as Partial<ScheduleInput>
  if (!Array.isArray(activities) || !Array.isArray(links)) {
    problems.add(
      'invalid-input',
      [],
      '计划必须含 activities 与 links 两个数组',
      'a plan has two arrays, activities and links',
    )
  }
  if (!isRecord(input)) return { plan: null, problems: problems.list }
  const calendar = readCalendar(input.calendar, [], chinaCalendar(), problems)
  const dates = readDirection(input, problems)
  const identified = identify(Array.isArray(activities) ? activities : [], problems)
  const parents = readParents(identified, problems)
  const summaries = new Set(parents)
  const read = identified.inputs.map((activity, position) => {
    const place = { parent: parents[position]!, isSummary: summaries.has(position), calendar, dataDate: dates.dataDate }
    return readActivity(activity, identified.ids[position]!, place, problems)
  })
  checkStrays(identified, { calendar, dataDate: dates.dataDate }, summaries, problems)
  const plan = { ...dates, calendar, activities: read }
  const readable = Array.isArray(links) && Array.isArray(activities) ? links : []
  const complete: Plan = { ...plan, links: readLinks(readable, plan, identified.byId, problems) }
  checkRange(complete, problems)
  return { plan: complete, problems: problems.list }
}
