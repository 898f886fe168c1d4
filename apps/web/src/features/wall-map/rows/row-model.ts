import type { WallItem, WallNode } from '@guatu/contract'
import { type Fold, type FoldMode, modeOf } from './fold.ts'
import { lateDays, needsAttention } from './lateness.ts'

interface RowCommon {
  /** `<itemId>` or `<itemId>/<nodeKey>`: the same in the URL, in the DOM and here. */
  readonly key: string
  readonly item: WallItem
}
export interface ProjectRow extends RowCommon {
  readonly kind: 'project'
  readonly mode: FoldMode
  readonly shownNodes: number
  readonly lateNodes: number
}
export interface NodeRow extends RowCommon {
  readonly kind: 'node'
  readonly node: WallNode
  readonly projectIndex: number
  /** Place among the nodes shown of the project, from 1. */
  readonly position: number
  readonly siblings: number
}
export type WallRow = ProjectRow | NodeRow

/** Filters that look at nodes; a project without a node that passes is left out. */
export interface NodeFilter {
  readonly critical: boolean
  readonly late: boolean
}

export const rowKey = (itemId: string, nodeKey?: string): string =>
  nodeKey === undefined ? itemId : `${itemId}/${nodeKey}`

const passes = (node: WallNode, filter: NodeFilter, today: string): boolean =>
  (!filter.critical || (node.critical && !node.done)) && (!filter.late || lateDays(node, today) > 0)

/** Rows of the tree from the top down. Nodes keep the order of the plan. */
export function wallRows(items: readonly WallItem[], fold: Fold, filter: NodeFilter, today: string): WallRow[] {
  const filtering = filter.critical || filter.late
  const rows: WallRow[] = []
  for (const item of items) {
    const passing = filtering ? item.nodes.filter((node) => passes(node, filter, today)) : item.nodes
    if (filtering && passing.length === 0) continue
    const mode = modeOf(fold, item.itemId)
    const nodes = shownNodes(item, passing, mode, filtering, today)
    const projectIndex = rows.length
    const lateNodes = item.nodes.filter((node) => lateDays(node, today) > 0).length
    rows.push({ kind: 'project', key: rowKey(item.itemId), item, mode, shownNodes: nodes.length, lateNodes })
    nodes.forEach((node, place) => {
      const key = rowKey(item.itemId, node.nodeKey)
      rows.push({ kind: 'node', key, item, node, projectIndex, position: place + 1, siblings: nodes.length })
    })
  }
  return rows
}

function shownNodes(item: WallItem, passing: readonly WallNode[], mode: FoldMode, filtering: boolean, today: string) {
  if (mode === 'none') return []
  // What passes a node filter is what was asked for: hiding some of it again would mislead.
  if (mode === 'all' || filtering) return passing
  return passing.filter((node) => needsAttention(node, today) || blockersOf({ item, node }).length > 0)
}

/** Open items that hold the node of a row. */
export const blockersOf = ({ item, node }: Pick<NodeRow, 'item' | 'node'>): NonNullable<WallItem['blocks']> =>
  (item.blocks ?? []).filter(({ nodeKey }) => nodeKey === node.nodeKey && !node.done)

/** Row numbers by key. */
export const indexRows = (rows: readonly WallRow[]): ReadonlyMap<string, number> =>
  new Map(rows.map((row, index) => [row.key, index]))
