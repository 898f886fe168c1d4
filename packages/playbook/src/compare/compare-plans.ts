import { type DifferenceKind, differenceKinds } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import { type NodeDifference, nodeDifference, shiftWorkdays } from './node-difference.ts'
import type { ComparedItem, ComparedNode, PlanSide } from './sides.ts'

/** What differs of an item. One that stands on one side only is told as a whole, without its nodes. */
export interface ItemDifference {
  readonly itemId: string
  readonly kind: 'changed' | 'added' | 'gone'
  readonly from: Pick<ComparedItem, 'deadline' | 'orgId'> | null
  readonly to: Pick<ComparedItem, 'deadline' | 'orgId'> | null
  readonly deadlineWorkdays: number | null
  /** Shift of the last finish, actual where it is known: what the plan as a whole comes to. */
  readonly finishWorkdays: number | null
  readonly nodes: readonly NodeDifference[]
}

export type DifferenceCounts = Readonly<Record<DifferenceKind, number>>

export interface UnitDifferences {
  readonly orgId: string | null
  readonly counts: DifferenceCounts
}

export interface PlanComparison {
  /** Only what differs: in the order of the second side, then what is gone. */
  readonly items: readonly ItemDifference[]
  /** Nodes by what differs of them; a node that both moved and was finished counts in both. */
  readonly counts: DifferenceCounts
  readonly units: readonly UnitDifferences[]
}

const noCounts = () => Object.fromEntries(differenceKinds.map((kind) => [kind, 0])) as Record<DifferenceKind, number>

const byKey = (nodes: readonly ComparedNode[]) => new Map(nodes.map((node) => [node.nodeKey, node]))

function lastFinish({ nodes }: ComparedItem): string | null {
  const finishes = nodes.flatMap(({ actualFinish, plannedFinish }) => actualFinish ?? plannedFinish ?? [])
  return finishes.toSorted().at(-1) ?? null
}

const place = ({ deadline, orgId }: ComparedItem) => ({ deadline, orgId })

function nodesThatDiffer(
  from: ComparedItem,
  to: ComparedItem,
  days: readonly [PlanSide['day'], PlanSide['day']],
  calendar: WorkCalendar,
): NodeDifference[] {
  const before = byKey(from.nodes)
  const after = byKey(to.nodes)
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))]
  return keys.flatMap((key) => {
    const [old, next] = [before.get(key), after.get(key)]
    const difference = nodeDifference(old, next, days, calendar)
    if (!difference) return []
    return [{ ...difference, orgId: next ? (next.orgId ?? to.orgId) : (old?.orgId ?? from.orgId) }]
  })
}

function itemDifference(
  from: ComparedItem | undefined,
  to: ComparedItem | undefined,
  days: readonly [PlanSide['day'], PlanSide['day']],
  calendar: WorkCalendar,
): ItemDifference | null {
  if (!from || !to) {
    const only = to ?? from
    if (!only) return null
    const sides = { from: from ? place(from) : null, to: to ? place(to) : null }
    const shifts = { deadlineWorkdays: null, finishWorkdays: null, nodes: [] }
    return { itemId: only.itemId, kind: to ? 'added' : 'gone', ...sides, ...shifts }
  }
  const nodes = nodesThatDiffer(from, to, days, calendar)
  if (nodes.length === 0 && from.deadline === to.deadline) return null
  return {
    itemId: to.itemId,
    kind: 'changed',
    from: place(from),
    to: place(to),
    deadlineWorkdays: shiftWorkdays(from.deadline, to.deadline, calendar),
    finishWorkdays: shiftWorkdays(lastFinish(from), lastFinish(to), calendar),
    nodes,
  }
}

function countsOf(nodes: readonly NodeDifference[]): DifferenceCounts {
  const counts = noCounts()
  for (const { kinds } of nodes) for (const kind of kinds) counts[kind] += 1
  return counts
}

function byUnit(nodes: readonly NodeDifference[]): UnitDifferences[] {
  const groups = new Map<string | null, NodeDifference[]>()
  for (const node of nodes) {
    const group = groups.get(node.orgId)
    if (group) group.push(node)
    else groups.set(node.orgId, [node])
  }
  return [...groups].map(([orgId, own]) => ({ orgId, counts: countsOf(own) }))
}

/**
 * What differs between two plans of the same items: what keeps its date now and what does so no longer, what moved and by
 * how many workdays, what was finished, what came and what went. Compared the other way round it tells the mirror of it.
 */
export function comparePlans(from: PlanSide, to: PlanSide, calendar: WorkCalendar): PlanComparison {
  const days = [from.day, to.day] as const
  const before = new Map(from.items.map((item) => [item.itemId, item]))
  const after = new Map(to.items.map((item) => [item.itemId, item]))
  const itemIds = [...after.keys(), ...[...before.keys()].filter((itemId) => !after.has(itemId))]
  const items = itemIds.flatMap((itemId) => itemDifference(before.get(itemId), after.get(itemId), days, calendar) ?? [])
  const nodes = items.flatMap((item) => item.nodes)
  return { items, counts: countsOf(nodes), units: byUnit(nodes) }
}
