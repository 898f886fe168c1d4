import { done, type NodeLink, type Outcome, type PlanNode, refused } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import type { PlanTemplate } from '../plan-template.ts'
import { governedByFinish } from './governed.ts'
import { layBackward } from './lay-offsets.ts'
import { changed, type NodeChange, refuseChanges, refuseFinish } from './node-changes.ts'
import { roomFrom } from './room.ts'
import { type OpenNode, openNodes, pullEarlier, pushLater, type Settling } from './settle.ts'
import { slackOf } from './slack.ts'

export interface ReplanInput {
  readonly template: PlanTemplate
  readonly nodes: readonly PlanNode[]
  readonly links: readonly NodeLink[]
  /** The item's finish date in force; null when it has none. */
  readonly finish: string | null
  /** Another finish date: every open node is laid backward from it. */
  readonly newFinish?: string
  readonly changes: readonly NodeChange[]
  readonly calendar: WorkCalendar
  readonly today: string
}

export interface MovedNode {
  readonly nodeKey: string
  readonly fromStart: string | null
  readonly toStart: string | null
  readonly fromFinish: string | null
  readonly toFinish: string | null
  /** Shift of the finish; 0 for a node that had no date. */
  readonly workdays: number
}

export interface Replanned {
  readonly nodes: readonly PlanNode[]
  readonly moved: readonly MovedNode[]
  /** Shift of the last governed finish: positive is later. */
  readonly finishShiftWorkdays: number
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  readonly chain: readonly string[]
}

/**
 * What a change of nodes does to a plan, for a preview and for the write alike. Others move only as far as links force
 * them: what a change reaches from before is pulled earlier, what it reaches behind is pushed later. What has been
 * reported (an actual start or finish) never rewrites that node's own plan; it moves what follows. Nothing open is moved to
 * before today.
 */
export function replan(input: ReplanInput): Outcome<Replanned> {
  const refusals = [...refuseChanges(input.nodes, input.changes, input.today), ...refuseFinish(input.newFinish)]
  if (refusals.length > 0) return refused(...refusals)
  const settling = settlingOf(input)
  const laid = input.newFinish === undefined ? pullEarlier(settling) : relay(settling)
  const pushed = pushLater(settling, laid)
  const slack = slackOf(settling, pushed.dates)
  const nodes = settling.nodes.map((node): PlanNode => {
    const dates = pushed.dates.get(node.nodeKey)
    const planned = dates && {
      plannedStart: settling.room.dateAt(dates.start),
      plannedFinish: settling.room.dateAt(dates.finish),
    }
    return { ...node, ...planned, ...slack.get(node.nodeKey) }
  })
  const moved = movedNodes(input.nodes, nodes, input.calendar)
  const { feasible, shortfallWorkdays, chain } = pushed
  const finishShiftWorkdays = finishShift(input, nodes, settling.governed)
  return done({ nodes, moved, finishShiftWorkdays, feasible, shortfallWorkdays, chain })
}

function settlingOf(input: ReplanInput): Settling {
  const changes = new Map(input.changes.map((change) => [change.nodeKey, change]))
  const nodes = input.nodes.map((node) => {
    const change = changes.get(node.nodeKey)
    return change ? changed(node, change) : node
  })
  const finish = input.newFinish ?? input.finish
  const room = roomFrom(input.today, input.calendar)
  const due = finish === null ? null : room.finishOffset(finish)
  const staged = nodes.map((node) => ({ key: node.nodeKey, stage: node.stage }))
  const governed = governedByFinish(input.template, staged, input.links)
  return { nodes, links: input.links, changes, room, due, governed }
}

/** Every open node that has not started, laid backward with the durations it has. */
function relay(settling: Settling): readonly OpenNode[] {
  const open = settling.nodes.filter((node) => !node.done && node.actualStart === null)
  const nodes = open.map((node) => ({
    key: node.nodeKey,
    duration: node.durationWorkdays,
    shortest: node.durationWorkdays,
  }))
  const laid = layBackward(nodes, settling.links, { governed: settling.governed, due: settling.due! })
  const started = openNodes(settling).filter((node) => node.started)
  return [
    ...started,
    ...laid.nodes.map(({ key, start, finish }) => ({ key, start, finish, started: false, moved: true })),
  ]
}

function movedNodes(before: readonly PlanNode[], after: readonly PlanNode[], calendar: WorkCalendar): MovedNode[] {
  return after.flatMap((node, index) => {
    const old = before[index]!
    if (old.plannedStart === node.plannedStart && old.plannedFinish === node.plannedFinish) return []
    const shifted = old.plannedFinish !== null && node.plannedFinish !== null
    return {
      nodeKey: node.nodeKey,
      fromStart: old.plannedStart,
      toStart: node.plannedStart,
      fromFinish: old.plannedFinish,
      toFinish: node.plannedFinish,
      workdays: shifted ? calendar.workdaysBetween(old.plannedFinish!, node.plannedFinish!) : 0,
    }
  })
}

function finishShift(input: ReplanInput, after: readonly PlanNode[], governed: ReadonlySet<string>): number {
  const last = (nodes: readonly PlanNode[]) => {
    const finishes = nodes.filter((node) => governed.has(node.nodeKey)).map((node) => node.plannedFinish ?? '')
    return finishes.toSorted().at(-1) ?? ''
  }
  const from = last(input.nodes)
  const to = last(after)
  return from === '' || to === '' ? 0 : input.calendar.workdaysBetween(from, to)
}
