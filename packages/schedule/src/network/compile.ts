import type { DayTable } from '../calendar/day-table.ts'
import { everyDayCalendar } from '../calendar/weekly.ts'
import type { Crossing } from '../engine/crossing.ts'
import { buildNetwork, CROSSING, type Edges, MUTED_BACKWARD, MUTED_FORWARD, type Network } from '../engine/network.ts'
import { cyclesOf } from './cycles.ts'
import { commonTable } from './instants.ts'
import { type Node, nodesOf } from './node.ts'
import type { Plan, PlanLink } from './plan.ts'
import { Problems } from './problems.ts'
import type { Refused } from './result.ts'

/** A plan as nodes and edges, ready for the passes. */
export type Model = {
  readonly plan: Plan
  /** The one table every index counts in, or null when each node has its own. */
  readonly common: DayTable | null
  readonly nodes: readonly Node[]
  /** By activity: the node that starts it, the one that finishes it, and the one that says when it really began, or -1. */
  readonly startNode: Int32Array
  readonly finishNode: Int32Array
  readonly begunNode: Int32Array
  /** Edges 0 to links - 1 are the plan's links in order; those that hold summaries together come after. */
  readonly edges: Required<Edges>
  readonly leavesFinish: Uint8Array
  readonly crossings: readonly Crossing[]
  readonly network: Network
}

type Layout = Pick<Model, 'nodes' | 'startNode' | 'finishNode' | 'begunNode'>

/** Activities keep their positions; the second nodes of summaries and of work under way come after them. */
function layOut(plan: Plan, common: DayTable | null): Layout {
  const count = plan.activities.length
  const follows = new Uint8Array(count)
  for (const { to, type } of plan.links) if (type === 'FS' || type === 'FF') follows[to] = 1
  const startNode = Int32Array.from({ length: count }, (_, i) => i)
  const finishNode = startNode.slice()
  const begunNode = new Int32Array(count).fill(-1)
  const nodes: Node[] = []
  const seconds: Node[] = []
  for (let i = 0; i < count; i++) {
    const [first, second] = nodesOf(plan, i, common, follows[i] === 1)
    nodes.push(first!)
    if (second === undefined) continue
    const target = second.role === 'summary-finish' ? finishNode : begunNode
    target[i] = count + seconds.length
    seconds.push(second)
  }
  return { nodes: [...nodes, ...seconds], startNode, finishNode, begunNode }
}

const PINS = { no: 0, fixed: 1, begun: 2, done: 3 } as const satisfies Record<Node['pinned'], number>

/** Fills the edge columns, one edge at a time. */
class EdgeWriter {
  readonly edges: Required<Edges>
  readonly leavesFinish: Uint8Array
  readonly crossings: Crossing[] = []
  private written = 0
  private readonly nodes: readonly Node[]
  /** What is asked of both ends of every link, as columns: nodes lie about in memory. */
  private readonly duration: Int32Array
  private readonly pinned: Uint8Array
  private readonly common: DayTable | null

  constructor(count: number, nodes: readonly Node[], common: DayTable | null) {
    const column = (): Int32Array => new Int32Array(count)
    this.edges = { from: column(), to: column(), weight: column(), muted: new Uint8Array(count) }
    this.leavesFinish = new Uint8Array(count)
    this.nodes = nodes
    this.common = common
    this.duration = new Int32Array(nodes.length)
    this.pinned = new Uint8Array(nodes.length)
    for (let i = 0; i < nodes.length; i++) {
      this.duration[i] = nodes[i]!.duration
      this.pinned[i] = PINS[nodes[i]!.pinned]
    }
  }

  add(from: number, to: number, link: Pick<PlanLink, 'type' | 'lag' | 'lagUnit' | 'lagCalendar'>): void {
    const { edges, common, duration, pinned } = this
    const leavesFinish = link.type === 'FS' || link.type === 'FF'
    const entersFinish = link.type === 'FF' || link.type === 'SF'
    const at = this.written++
    edges.from[at] = from
    edges.to[at] = to
    this.leavesFinish[at] = leavesFinish ? 1 : 0
    if (common !== null || this.isPlain(from, to, link)) {
      edges.weight[at] = link.lag + (leavesFinish ? duration[from]! : 0) - (entersFinish ? duration[to]! : 0)
    } else {
      const lagTable = link.lagUnit === 'workday' ? link.lagCalendar.table : null
      const tables = { fromTable: this.nodes[from]!.table, toTable: this.nodes[to]!.table, lagTable }
      edges.weight[at] = CROSSING - this.crossings.length
      this.crossings.push({ from, to, ...tables, lag: link.lag, leavesFinish, entersFinish })
    }
    // What has happened is not moved by links, and does not press on what should have come before it.
    const pin = pinned[to]!
    const isDeaf = pin === PINS.done || pin === PINS.begun
    const intoTarget = isDeaf ? MUTED_FORWARD | MUTED_BACKWARD : pin === PINS.fixed ? MUTED_FORWARD : 0
    edges.muted[at] = intoTarget | (pinned[from] === PINS.done ? MUTED_BACKWARD : 0)
  }

  /** Whether both ends and the lag count in one calendar. */
  private isPlain(from: number, to: number, link: Pick<PlanLink, 'lag' | 'lagUnit' | 'lagCalendar'>): boolean {
    const { table } = this.nodes[from]!
    if (table !== this.nodes[to]!.table) return false
    return link.lag === 0 || (link.lagUnit === 'workday' ? link.lagCalendar : everyDayCalendar()).table === table
  }
}

function writeEdges(
  plan: Plan,
  layout: Layout,
  common: DayTable | null,
): Pick<Model, 'edges' | 'leavesFinish' | 'crossings'> {
  const { nodes, startNode, finishNode, begunNode } = layout
  const children = plan.activities.filter(({ parent }) => parent !== -1).length
  const writer = new EdgeWriter(plan.links.length + 2 * children, nodes, common)
  for (const link of plan.links) {
    const leavesStart = link.type === 'SS' || link.type === 'SF'
    const begun = begunNode[link.from]!
    const from = leavesStart ? (begun === -1 ? startNode[link.from]! : begun) : finishNode[link.from]!
    writer.add(from, startNode[link.to]!, link)
  }
  for (const [child, { parent }] of plan.activities.entries()) {
    if (parent === -1) continue
    const inside = { type: 'FS', lag: 0, lagUnit: 'workday', lagCalendar: plan.calendar } as const
    writer.add(startNode[parent]!, startNode[child]!, inside)
    writer.add(finishNode[child]!, finishNode[parent]!, inside)
  }
  return writer
}

/** Compiles a plan, or refuses it with every cycle in it. */
export function compile(plan: Plan): { kind: 'compiled'; model: Model } | Refused {
  const common = commonTable(plan)
  const layout = layOut(plan, common)
  const written = writeEdges(plan, layout, common)
  const built = buildNetwork(layout.nodes.length, written.edges)
  if (built.kind === 'built') {
    const { edges, leavesFinish, crossings } = written
    return {
      kind: 'compiled',
      model: { plan, common, ...layout, edges, leavesFinish, crossings, network: built.network },
    }
  }
  const problems = new Problems()
  const { cycles, isComplete } = cyclesOf(layout.nodes.length, written.edges, built.unordered)
  for (const cycle of cycles) {
    const ids = cycle.map((node) => plan.activities[layout.nodes[node]!.activity]!.id)
    // A summary's two nodes stand side by side on a cycle; it is named once.
    const path = [...ids, ids[0]!].filter((id, i, all) => i === 0 || id !== all[i - 1] || all.length === 2)
    const shownPath = path.join(' → ')
    problems.add('cycle', path, `连线成环:${shownPath}`, `the links go round in a circle: ${shownPath}`)
  }
  if (!isComplete) {
    const n = cycles.length
    problems.add('cycle', [], `环路过多,只列出前 ${n} 条`, `there are more cycles; the first ${n} are listed`)
  }
  return { kind: 'refused', problems: problems.list }
}
