import type { WallItem, WallNode } from '@guatu/contract'
import { type Day, fromDay, toDay } from '@guatu/schedule'

export interface DueNode {
  readonly item: WallItem
  readonly node: WallNode
  readonly finish: string
}

/** Nodes of one week, or of all that is late. `monday` is null for the late ones. */
export interface DueWeek {
  readonly monday: string | null
  readonly nodes: readonly DueNode[]
}

const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7)

const byFinish = (a: DueNode, b: DueNode): number => a.finish.localeCompare(b.finish)

/** What is late, longest first, then what is due in each of the coming weeks. Weeks without a node are left out. */
export function dueByWeek(items: readonly WallItem[], today: string, weeks: number): DueWeek[] {
  const late: DueNode[] = []
  const coming = new Map<Day, DueNode[]>()
  const end = mondayOf(toDay(today)) + 7 * weeks
  for (const item of items) {
    for (const node of item.nodes) {
      const finish = node.plannedFinish
      if (node.done || finish === null) continue
      if (finish < today) late.push({ item, node, finish })
      else if (toDay(finish) < end) {
        const monday = mondayOf(toDay(finish))
        coming.set(monday, [...(coming.get(monday) ?? []), { item, node, finish }])
      }
    }
  }
  const due = [...coming].sort(([a], [b]) => a - b)
  return [
    ...(late.length > 0 ? [{ monday: null, nodes: late.sort(byFinish) }] : []),
    ...due.map(([monday, nodes]) => ({ monday: fromDay(monday), nodes: nodes.sort(byFinish) })),
  ]
}
