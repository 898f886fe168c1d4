import { oncePer } from '../once.ts'
import type { PlanTemplate } from '../plan-template.ts'
import type { NodeTemplate } from '../playbook.ts'
import { scheduleOffsets } from './offset-network.ts'
import { reachable } from './reach.ts'

/** Elastic durations are scaled in eighths, from an eighth to eight times; finer steps would be false precision. */
const STEP = 8
const LARGEST = 64

interface Span {
  readonly start: string
  readonly finish: string
  readonly nodes: readonly NodeTemplate[]
  /** Eighths by span in working days. */
  readonly known: Map<number, number>
}

/** The nodes between the start and the finish of an item, or null where the template does not anchor both. */
const spanOf = oncePer((template: PlanTemplate): { readonly span: Span | null } => {
  const start = template.nodes.find((node) => node.anchor === 'start')?.key
  const finish = template.nodes.find((node) => node.anchor === 'finish')?.key
  if (!start || !finish) return { span: null }
  const after = reachable(start, template.links, 'down')
  const before = reachable(finish, template.links, 'up')
  const nodes = template.nodes.filter(({ key }) => after.has(key) && before.has(key))
  return { span: { start, finish, nodes, known: new Map() } }
})

/**
 * How many eighths of their normal duration the elastic nodes take, so that the work from start to finish fills the
 * item's own span of `workdays`. Without anchors, or without a span, the normal duration.
 */
export function elasticEighths(template: PlanTemplate, workdays: number | null): number {
  const { span } = spanOf(template)
  if (!span || workdays === null || workdays < 1 || span.nodes.length === 0) return STEP
  const known = span.known.get(workdays)
  if (known !== undefined) return known
  const fits = (eighths: number) => spanLength(template, span, eighths) <= workdays
  const eighths = largest(1, LARGEST, fits) ?? 1
  span.known.set(workdays, eighths)
  return eighths
}

function spanLength(template: PlanTemplate, span: Span, eighths: number): number {
  const activities = span.nodes.map((node) => ({ key: node.key, duration: elasticDuration(node, eighths) }))
  const { dates } = scheduleOffsets(activities, template.links, { direction: 'forward', start: 0 })
  return dates.get(span.finish)!.earlyFinish - dates.get(span.start)!.earlyStart + 1
}

export function elasticDuration(node: NodeTemplate, eighths: number): number {
  if (!node.elastic) return node.durationWorkdays
  const scaled = Math.round((node.durationWorkdays * eighths) / STEP)
  return Math.max(Math.min(node.shortestWorkdays ?? 1, node.durationWorkdays), scaled)
}

/** The largest whole number of a range that passes a test which holds up to some point and not beyond it. */
export function largest(from: number, to: number, passes: (value: number) => boolean): number | null {
  let low = from - 1
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low < from ? null : low
}
