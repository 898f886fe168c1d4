import type {
  ComparisonReply,
  ComparisonSide,
  ItemDifferenceReply,
  NodeDifferenceReply,
  NodeThen,
} from '@guatu/contract'
import type { ComparedNode, ItemDifference, NodeDifference, UnitDifferences } from '@guatu/playbook'
import { editionOf } from '../../store/items/list-context.ts'
import type { Compared } from './compare.ts'
import type { SideItem } from './side-rows.ts'
import type { Side } from './side-spec.ts'

interface Narrowing {
  readonly unit?: string | undefined
  readonly kind?: string | undefined
}

/** The rows that a unit and a kind leave, each with the nodes that are meant. */
export function narrowed(items: readonly ItemDifference[], { unit, kind }: Narrowing): readonly ItemDifference[] {
  if (unit === undefined && kind === undefined) return items
  const ofUnit = (orgId: string | null) => unit === undefined || (orgId ?? 'none') === unit
  return items.flatMap((item) => {
    if (item.kind !== 'changed') {
      const meant = kind === undefined || kind === (item.kind === 'added' ? 'itemAdded' : 'itemGone')
      return meant && ofUnit((item.to ?? item.from)?.orgId ?? null) ? [item] : []
    }
    const nodes = item.nodes.filter(({ kinds, orgId }) => {
      return ofUnit(orgId) && (kind === undefined || kinds.some((own) => own === kind))
    })
    return nodes.length > 0 ? [{ ...item, nodes }] : []
  })
}

export function sideReply(side: Side, items: readonly SideItem[]): ComparisonSide {
  const { spec } = side
  if (side.kind === 'moment') return { spec, day: side.day, at: side.at, name: null, items: items.length }
  return { spec, day: null, at: null, name: side.kind === 'act' ? side.name : null, items: items.length }
}

const nodesIn = ({ counts }: UnitDifferences) => Object.values(counts).reduce((sum, count) => sum + count, 0)

export const unitReplies = (units: readonly UnitDifferences[]): ComparisonReply['units'] =>
  units
    .map((unit) => ({ orgId: unit.orgId, nodes: nodesIn(unit), counts: { ...unit.counts } }))
    .sort((a, b) => b.nodes - a.nodes)

const nodeThen = (node: ComparedNode | null): NodeThen | null => {
  if (!node) return null
  const { plannedStart, plannedFinish, baselineFinish, actualFinish, done } = node
  return { plannedStart, plannedFinish, baselineFinish, actualFinish, done }
}

/** An item's nodes whole: those that do not differ stand among the others, in the order of the plan. */
function whole(
  item: ItemDifference,
  before: SideItem | undefined,
  after: SideItem | undefined,
): readonly NodeDifference[] {
  const differing = new Map(item.nodes.map((node) => [node.nodeKey, node]))
  const old = new Map(before?.nodes.map((node) => [node.nodeKey, node]))
  const same = (after ?? before)?.nodes ?? []
  const ordered = same.map((node): NodeDifference => {
    const { nodeKey, orgId } = node
    const from = before ? (old.get(nodeKey) ?? null) : null
    const still = { nodeKey, kinds: [], from, to: after ? node : null, startWorkdays: 0, finishWorkdays: 0, orgId }
    return differing.get(nodeKey) ?? still
  })
  const keys = new Set(ordered.map(({ nodeKey }) => nodeKey))
  return [...ordered, ...item.nodes.filter(({ nodeKey }) => !keys.has(nodeKey))]
}

const still = (item: SideItem): ItemDifference => ({
  itemId: item.itemId,
  kind: 'changed',
  from: item,
  to: item,
  deadlineWorkdays: 0,
  finishWorkdays: 0,
  nodes: [],
})

/** Titles of an item's nodes: its own, else those of its edition of the plan. */
async function titlesOf({ tx, selection }: Compared, sides: readonly (SideItem | undefined)[]) {
  const titles = new Map<string, string>()
  for (const item of sides) {
    if (!item) continue
    const edition = await editionOf(tx, selection.playbook, item.playbookVersion, item.planRevision)
    const said = new Map(edition.template.nodes.map((node) => [node.key, node.title.zh]))
    for (const { nodeKey, title } of item.nodes) titles.set(nodeKey, title ?? said.get(nodeKey) ?? nodeKey)
  }
  return titles
}

const nodeReply = (node: NodeDifference, titles: ReadonlyMap<string, string>): NodeDifferenceReply => {
  const { nodeKey, orgId, kinds, startWorkdays, finishWorkdays } = node
  const title = titles.get(nodeKey) ?? nodeKey
  const sides = { from: nodeThen(node.from), to: nodeThen(node.to) }
  return { nodeKey, title, orgId, kinds: [...kinds], ...sides, startWorkdays, finishWorkdays }
}

/** Rows with their words; `isWhole` adds the nodes, and the item, that do not differ. */
export async function itemReplies(
  found: Compared,
  rows: readonly ItemDifference[],
  isWhole: boolean,
): Promise<ItemDifferenceReply[]> {
  const byId = (items: readonly SideItem[]) => new Map(items.map((item) => [item.itemId, item]))
  const [before, after] = [byId(found.items[0]), byId(found.items[1])]
  const only = found.items[1][0] ?? found.items[0][0]
  const told = isWhole && rows.length === 0 && only ? [still(only)] : rows
  const replies: ItemDifferenceReply[] = []
  for (const row of told) {
    const [from, to] = [before.get(row.itemId), after.get(row.itemId)]
    const titles = await titlesOf(found, [from, to])
    const { itemId, kind, deadlineWorkdays, finishWorkdays } = row
    replies.push({
      itemId,
      kind,
      title: (to ?? from)?.title ?? itemId,
      orgId: (row.to ?? row.from)?.orgId ?? null,
      fromDeadline: row.from?.deadline ?? null,
      toDeadline: row.to?.deadline ?? null,
      deadlineWorkdays,
      finishWorkdays,
      nodes: (isWhole ? whole(row, from, to) : row.nodes).map((node) => nodeReply(node, titles)),
    })
  }
  return replies
}
