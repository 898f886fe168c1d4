import type { PlanNode } from '@guatu/kernel'
import { layPlan, replan } from '@guatu/playbook'
import type { ListContext } from '../store/items/list-context.ts'
import { addDays } from './days.ts'
import type { Project } from './projects.ts'
import type { Random } from './random.ts'

interface Laid {
  readonly nodes: readonly PlanNode[]
  readonly feasible: boolean
  readonly shortfallWorkdays: number
}

/** When the plan was laid, and where the project stood then: before its permits, where it has begun since. */
function laidWhen(random: Random, { stage, start }: Project, today: string): { day: string; stage: string } {
  if (stage === 'preliminary') return { day: addDays(today, -random.between(60, 130)), stage: 'preliminary' }
  if (stage === 'land') return { day: addDays(today, -random.between(150, 230)), stage: 'preliminary' }
  const begun = start !== null && start.date < today
  if (begun) return { day: addDays(start.date, -random.between(200, 260)), stage: 'preliminary' }
  return { day: addDays(today, -random.between(20, 70)), stage }
}

const daysLate = { red: [36, 60], orange: [17, 28], yellow: [3, 12] } as const
/** The first day of each lamp, so that some have turned this very morning. */
const firstDay = { red: 31, orange: 16, yellow: 1 } as const

const waitedFor = (random: Random, gravity: keyof typeof daysLate) =>
  random.chance(0.3) ? firstDay[gravity] : random.within(daysLate[gravity])

/** The plan of a project as it was laid, with what has been reported since. */
export function planOf(
  random: Random,
  context: ListContext,
  project: Project,
  owner: { readonly leadOrgId: string | null; readonly ownerId: string | null; readonly leaderId: string | null },
): Laid {
  const { template, calendar, today, orgIds } = context
  const when = laidWhen(random, project, today)
  const { nodes, feasible, shortfallWorkdays } = layPlan({
    template,
    start: project.start?.date ?? null,
    finish: project.finish?.date ?? null,
    stage: when.stage,
    calendar,
    today: when.day,
    leadOrgIdOf: (name) => (name === 'lead' ? owner.leadOrgId : (orgIds.get(name) ?? null)),
    ownerId: owner.ownerId,
    leaderId: owner.leaderId,
  })
  const kept = {
    feasible: project.standing === 'onTime' || feasible,
    shortfallWorkdays: feasible ? 0 : shortfallWorkdays,
  }
  const since = reported(random, project, nodes, template.stages, today)
  return { nodes: floated(context, since, project.finish?.date ?? null), ...kept }
}

/** Floats as they stand today, with what has been reported since the plan was laid. */
function floated({ template, calendar, today }: ListContext, nodes: readonly PlanNode[], finish: string | null) {
  const outcome = replan({ template, nodes, links: template.links, finish, changes: [], calendar, today })
  if (outcome.kind === 'refused') throw new Error('a plan without a change is refused')
  return nodes.map((node, place) => {
    const { floatWorkdays, critical } = outcome.value.nodes[place]!
    return { ...node, floatWorkdays, critical }
  })
}

/**
 * What has been reported: earlier stages are done, of the stage at hand what was due, but for a late project, whose first
 * open node has waited for as long as its lamp tells.
 */
function reported(
  random: Random,
  project: Project,
  nodes: readonly PlanNode[],
  stages: readonly string[],
  today: string,
): PlanNode[] {
  const place = (stage: string) => stages.indexOf(stage)
  const here = place(project.stage)
  const waits = project.standing === 'lateNode' && project.gravity ? waitedFor(random, project.gravity) : null
  const open = nodes.filter((node) => place(node.stage) >= here && !node.done && node.plannedFinish !== null)
  const ordered = open.toSorted((a, b) => ((a.plannedFinish as string) < (b.plannedFinish as string) ? -1 : 1))
  const victim =
    waits === null ? undefined : ordered.find((node) => place(node.stage) === here && node.durationWorkdays > 3)
  const due = victim && waits !== null ? addDays(today, -waits) : today
  return nodes.map((node) => {
    if (node.done) return node
    if (place(node.stage) < here) return finished(random, node, today)
    if (node === victim) return late(node, due)
    const finish = node.plannedFinish
    if (finish !== null && finish < due && place(node.stage) === here) return finished(random, node, today)
    if (finish !== null && finish < today) return waiting(node, today, random.between(9, 30))
    return begun(random, node, today)
  })
}

function finished(random: Random, node: PlanNode, today: string): PlanNode {
  const yesterday = addDays(today, -1)
  const planned =
    node.plannedFinish === null || node.plannedFinish > yesterday
      ? addDays(today, -random.between(3, 40))
      : node.plannedFinish
  const finish = [addDays(planned, random.between(-3, 4)), yesterday].sort()[0] as string
  const start = addDays(finish, -Math.max(1, Math.round(node.durationWorkdays * 1.4)))
  return { ...node, done: true, doneBasis: 'reported', actualStart: start, actualFinish: finish }
}

/** Due on `day` and begun, but not finished. */
function late(node: PlanNode, day: string): PlanNode {
  const start = addDays(day, -Math.max(1, Math.round(node.durationWorkdays * 1.4)))
  return {
    ...node,
    plannedStart: start,
    plannedFinish: day,
    baselineStart: start,
    baselineFinish: day,
    actualStart: start,
  }
}

/** What waits behind a late node has been planned anew, its baseline kept. */
function waiting(node: PlanNode, today: string, days: number): PlanNode {
  const start = addDays(today, days)
  return {
    ...node,
    plannedStart: start,
    plannedFinish: addDays(start, Math.max(1, Math.round(node.durationWorkdays * 1.4))),
  }
}

function begun(random: Random, node: PlanNode, today: string): PlanNode {
  if (node.plannedStart === null || node.plannedStart >= today) return node
  return {
    ...node,
    actualStart: addDays(node.plannedStart, random.between(0, 2)) < today ? node.plannedStart : addDays(today, -1),
  }
}
