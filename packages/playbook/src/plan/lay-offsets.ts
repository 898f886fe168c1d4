import { largest } from './durations.ts'
import {
  type OffsetActivity,
  type OffsetDates,
  type OffsetLink,
  type OffsetSchedule,
  scheduleOffsets,
} from './offset-network.ts'

export interface LayNode {
  readonly key: string
  readonly duration: number
  /** How short it may become where the room is scarce. */
  readonly shortest: number
}

export interface LaidNode {
  readonly key: string
  readonly duration: number
  readonly start: number
  readonly finish: number
}

export interface LaidPlan {
  readonly nodes: readonly LaidNode[]
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  readonly chain: readonly string[]
}

export interface Backward {
  /** Nodes that must be done by `due`, the others follow it. */
  readonly governed: ReadonlySet<string>
  readonly due: number
  /** A node that must not start later than its own date. */
  readonly startBy?: { readonly key: string; readonly at: number }
}

/** Durations give way in this many steps between their normal and their shortest form. */
const SQUEEZE = 64

/** Every node as early as the links let it, from an offset on. */
export function layForward(nodes: readonly LayNode[], links: readonly OffsetLink[], from: number): LaidPlan {
  const result = scheduleOffsets(activitiesOf(nodes), links, { direction: 'forward', start: from })
  return {
    nodes: nodes.map((node) => laid(node, result.dates.get(node.key)!, 'early')),
    feasible: true,
    shortfallWorkdays: 0,
    chain: [],
  }
}

/**
 * 倒排: the governed nodes as late as their date lets them, never before today as long as durations can give way; the
 * others follow in their order. When the room is too small even for the shortest durations, the dates still lead to the
 * finish, some of them are past, and the shortfall says by how much.
 */
export function layBackward(nodes: readonly LayNode[], links: readonly OffsetLink[], backward: Backward): LaidPlan {
  const governed = nodes.filter((node) => backward.governed.has(node.key))
  const followers = nodes.filter((node) => !backward.governed.has(node.key))
  const squeezed = squeeze(governed, links, backward)
  const head = squeezed.nodes.map((node) => laid(node, squeezed.result.dates.get(node.key)!, 'late'))
  const { feasible, shortfallWorkdays, chain } = squeezed.result
  const tail = follow(head, followers, links, Math.max(0, backward.due + 1))
  return { nodes: [...head, ...tail], feasible, shortfallWorkdays, chain }
}

function squeeze(nodes: readonly LayNode[], links: readonly OffsetLink[], backward: Backward) {
  const attempt = (steps: number) => {
    const shortened = nodes.map((node) => shorten(node, steps))
    return { nodes: shortened, result: layLate(shortened, links, backward) }
  }
  const normal = attempt(SQUEEZE)
  // A date that has passed is kept in sight as it was meant, with normal durations.
  if (normal.result.feasible || backward.due < 0) return normal
  const steps = largest(0, SQUEEZE - 1, (value) => attempt(value).result.feasible)
  return attempt(steps ?? 0)
}

const shorten = (node: LayNode, steps: number): LayNode => ({
  ...node,
  duration: Math.round(node.shortest + ((node.duration - node.shortest) * steps) / SQUEEZE),
})

function layLate(nodes: readonly LayNode[], links: readonly OffsetLink[], backward: Backward): OffsetSchedule {
  const { due, startBy } = backward
  const activities = nodes.map(({ key, duration }): OffsetActivity => {
    // A start date is only held against the plan where it lies ahead: the engine would call a past one infeasible.
    if (startBy?.key !== key) return { key, duration }
    return { key, duration, constraint: { type: 'start-not-later', at: startBy.at } }
  })
  return scheduleOffsets(activities, links, { direction: 'backward', start: 0, deadline: due })
}

function follow(
  head: readonly LaidNode[],
  followers: readonly LayNode[],
  links: readonly OffsetLink[],
  from: number,
): LaidNode[] {
  const fixed = head.map(({ key, duration, start }): OffsetActivity => ({ key, duration, fixedStart: start }))
  const free = followers.map(({ key, duration }): OffsetActivity => {
    return { key, duration, constraint: { type: 'not-earlier', at: from } }
  })
  const start = Math.min(from, ...head.map((node) => node.start))
  const { dates } = scheduleOffsets([...fixed, ...free], links, { direction: 'forward', start })
  return followers.map((node) => laid(node, dates.get(node.key)!, 'early'))
}

const activitiesOf = (nodes: readonly LayNode[]): OffsetActivity[] =>
  nodes.map(({ key, duration }) => ({ key, duration }))

function laid({ key, duration }: LayNode, dates: OffsetDates, which: 'early' | 'late'): LaidNode {
  const [start, finish] =
    which === 'early' ? [dates.earlyStart, dates.earlyFinish] : [dates.lateStart, dates.lateFinish]
  return { key, duration, start, finish }
}
