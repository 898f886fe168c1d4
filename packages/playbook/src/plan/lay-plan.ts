import type { NodeLink, PlanNode } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import { oncePer } from '../once.ts'
import type { PlanTemplate } from '../plan-template.ts'
import type { NodeTemplate } from '../playbook.ts'
import { elasticDuration, elasticEighths } from './durations.ts'
import { governedBy, governedByFinish } from './governed.ts'
import { type LaidNode, type LaidPlan, type LayNode, layBackward, layForward } from './lay-offsets.ts'
import { type Room, roomFrom } from './room.ts'
import { floatsOf, type Slack } from './slack.ts'

export interface LayPlanInput {
  readonly template: PlanTemplate
  /** The item's own dates, ISO days; null when the ledger does not say. */
  readonly start: string | null
  readonly finish: string | null
  /** Where the item stands: nodes of earlier stages are done. */
  readonly stage: string
  readonly calendar: WorkCalendar
  readonly today: string
  /** Directory id of a unit that the template names, `lead` being the item's own lead unit. */
  readonly leadOrgIdOf?: (name: string) => string | null
  readonly ownerId?: string | null
  readonly leaderId?: string | null
}

export interface LaidOut {
  readonly nodes: readonly PlanNode[]
  readonly links: readonly NodeLink[]
  /** The plan keeps its date without a start before today. */
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  /** The nodes that together take too long, first to last. */
  readonly chain: readonly string[]
}

/**
 * The first plan of an item. Backward from its finish (倒排), or from its start while only that is known and ahead;
 * forward from today when a known date is already behind; undated when no date is known. What follows the anchored node
 * follows in order. Elastic nodes fill the item's own span. The first plan is the baseline.
 */
export function layPlan(input: LayPlanInput): LaidOut {
  const room = roomFrom(input.today, input.calendar)
  const laid = laidOffsets(input, room)
  const byKey = new Map(laid?.nodes.map((node) => [node.key, { ...node, ...laid.floats.get(node.key) }]))
  return {
    nodes: input.template.nodes.map((node) => planNode(node, byKey.get(node.key) ?? null, input, room)),
    links: input.template.links,
    feasible: laid?.feasible ?? true,
    shortfallWorkdays: laid?.shortfallWorkdays ?? 0,
    chain: laid?.chain ?? [],
  }
}

interface FloatedPlan extends LaidPlan {
  readonly floats: ReadonlyMap<string, Slack>
}

/** Plans in offsets depend on little, so an import of many items lays only a few. */
const laidPlans = oncePer((_: PlanTemplate) => new Map<string, FloatedPlan>())
const PLANS_KEPT = 20_000

interface Dates {
  readonly start: number | null
  readonly finish: number | null
  readonly eighths: number
}

function laidOffsets({ template, stage, start, finish }: LayPlanInput, room: Room): FloatedPlan | null {
  const from = start === null ? null : room.startOffset(start)
  const to = finish === null ? null : room.finishOffset(finish)
  if (from === null && to === null) return null
  const span = from === null || to === null ? null : to - from + 1
  // A start that has passed holds nothing any more: all such starts share one plan.
  const dates = { start: from === null ? null : Math.max(0, from), finish: to, eighths: elasticEighths(template, span) }
  const plans = laidPlans(template)
  const key = `${stage}|${dates.start}|${dates.finish}|${dates.eighths}`
  const known = plans.get(key)
  if (known) return known
  if (plans.size >= PLANS_KEPT) plans.clear()
  const laid = layOpenNodes(template, stage, dates)
  const floated = { ...laid, floats: floatsOfLaid(template, laid, dates.finish) }
  plans.set(key, floated)
  return floated
}

function floatsOfLaid(template: PlanTemplate, { nodes }: LaidPlan, finish: number | null): FloatedPlan['floats'] {
  const governed = governedByFinish(template, template.nodes, template.links)
  const finishes = nodes.filter((node) => governed.has(node.key)).map((node) => node.finish)
  if (finishes.length === 0) return new Map()
  const activities = nodes.map(({ key, duration }) => ({ key, duration }))
  return floatsOf(activities, template.links, governed, finish ?? Math.max(...finishes))
}

function layOpenNodes(template: PlanTemplate, stage: string, dates: Dates): LaidPlan {
  const { stages, links } = template
  const open = template.nodes.filter((node) => !isPassed(template, node, stage))
  const nodes = open.map((node) => layNode(node, stage, dates.eighths))
  const anchored = (anchor: 'start' | 'finish') => open.find((node) => node.anchor === anchor)
  const finishNode = anchored('finish')
  const startNode = anchored('start')
  const ahead = dates.start !== null && dates.start > 0 ? dates.start : null
  if (finishNode && dates.finish !== null) {
    const governed = governedBy(finishNode, open, links, stages)
    const startBy =
      startNode && ahead !== null && governed.has(startNode.key) ? { key: startNode.key, at: ahead } : null
    return layBackward(nodes, links, { governed, due: dates.finish, ...(startBy ? { startBy } : {}) })
  }
  if (startNode && ahead !== null) {
    const governed = governedBy(startNode, open, links, stages)
    const duration = nodes.find((node) => node.key === startNode.key)!.duration
    return layBackward(nodes, links, { governed, due: ahead + Math.max(duration - 1, 0) })
  }
  return layForward(nodes, links, 0)
}

/** What is under way may be nearly done, so nodes of the item's own stage may shrink to a day. */
function layNode(node: NodeTemplate, stage: string, eighths: number): LayNode {
  const duration = elasticDuration(node, eighths)
  const shortest = node.stage === stage ? Math.min(1, duration) : Math.min(node.shortestWorkdays ?? duration, duration)
  return { key: node.key, duration, shortest }
}

const isPassed = ({ stages }: PlanTemplate, node: NodeTemplate, stage: string): boolean =>
  stages.indexOf(node.stage) < stages.indexOf(stage)

function planNode(
  node: NodeTemplate,
  laid: (LaidNode & Partial<Slack>) | null,
  input: LayPlanInput,
  room: Room,
): PlanNode {
  const passed = isPassed(input.template, node, input.stage)
  const plannedStart = laid && room.dateAt(laid.start)
  const plannedFinish = laid && room.dateAt(laid.finish)
  return {
    nodeKey: node.key,
    title: node.title.zh,
    stage: node.stage,
    durationWorkdays: laid?.duration ?? node.durationWorkdays,
    ownerId: input.ownerId ?? null,
    leadOrgId: input.leadOrgIdOf?.(node.leadOrg) ?? null,
    leaderId: input.leaderId ?? null,
    standard: node.standard.zh,
    plannedStart,
    plannedFinish,
    baselineStart: plannedStart,
    baselineFinish: plannedFinish,
    actualStart: null,
    actualFinish: null,
    done: passed,
    doneBasis: passed ? 'stage' : null,
    percentDone: null,
    notBefore: null,
    floatWorkdays: laid?.floatWorkdays ?? null,
    critical: laid?.critical ?? false,
    lamp: 'none',
  }
}
