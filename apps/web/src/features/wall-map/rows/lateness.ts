import type { WallItem, WallNode } from '@guatu/contract'
import { toDay } from '@guatu/schedule'

/** Calendar days past the planned finish of a node that is not done; 0 when not late or not dated. */
export function lateDays(node: WallNode, today: string): number {
  if (node.done || node.plannedFinish === null || node.plannedFinish >= today) return 0
  return toDay(today) - toDay(node.plannedFinish)
}

/** How far ahead a node that is due counts as calling for attention. */
const ATTENTION_DAYS = 30

/** What a leader asks for first: late, lit, under way, or due within a month. */
export function needsAttention(node: WallNode, today: string): boolean {
  if (node.done) return false
  if (node.lamp === 'red' || node.lamp === 'orange' || node.lamp === 'yellow') return true
  if (node.actualStart !== null || lateDays(node, today) > 0) return true
  return node.plannedFinish !== null && toDay(node.plannedFinish) - toDay(today) <= ATTENTION_DAYS
}

export interface Latest {
  readonly item: WallItem
  readonly node: WallNode
  readonly days: number
}

/** Figures of the sentence above the map. */
export interface WallFigures {
  readonly items: number
  readonly nodes: number
  readonly doneNodes: number
  readonly lateNodes: number
  readonly lateItems: number
  readonly longest: Latest | null
}

export function wallFigures(items: readonly WallItem[], today: string): WallFigures {
  let nodes = 0
  let doneNodes = 0
  let lateNodes = 0
  let lateItems = 0
  let longest: Latest | null = null
  for (const item of items) {
    const lateBefore = lateNodes
    for (const node of item.nodes) {
      nodes += 1
      if (node.done) doneNodes += 1
      const days = lateDays(node, today)
      if (days === 0) continue
      lateNodes += 1
      if (longest === null || days > longest.days) longest = { item, node, days }
    }
    if (lateNodes > lateBefore) lateItems += 1
  }
  return { items: items.length, nodes, doneNodes, lateNodes, lateItems, longest }
}
