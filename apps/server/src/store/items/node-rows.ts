import type { NodeLink, PlanNode } from '@guatu/kernel'
import type { NodeTemplate, PlanTemplate } from '@guatu/playbook'
import type { ItemRow, NodeRow } from '../schema.ts'
import type { Edition } from './list-context.ts'

const nodesByKey = new WeakMap<PlanTemplate, ReadonlyMap<string, NodeTemplate>>()

function templateNode({ template }: Edition, nodeKey: string): NodeTemplate | undefined {
  let byKey = nodesByKey.get(template)
  if (!byKey) {
    byKey = new Map(template.nodes.map((node) => [node.key, node]))
    nodesByKey.set(template, byKey)
  }
  return byKey.get(nodeKey)
}

/** Words that the edition says anyway are not written again for each item. */
export function nodeRow(
  edition: Edition,
  item: Pick<ItemRow, 'districtId' | 'itemId'>,
  node: PlanNode,
  position: number,
): NodeRow {
  const { done, ...stored } = node
  const said = templateNode(edition, node.nodeKey)
  return {
    ...stored,
    districtId: item.districtId,
    itemId: item.itemId,
    position,
    doneBasis: done ? (node.doneBasis ?? 'reported') : null,
    title: node.title === said?.title.zh ? null : node.title,
    standard: node.standard === said?.standard.zh ? null : node.standard,
  }
}

export function planNode(edition: Edition, row: NodeRow): PlanNode {
  const { districtId: _district, itemId: _item, position: _position, title, standard, ...stored } = row
  const said = templateNode(edition, row.nodeKey)
  return {
    ...stored,
    title: title ?? said?.title.zh ?? row.nodeKey,
    standard: standard ?? said?.standard.zh ?? '',
    done: row.doneBasis !== null,
  }
}

export const linksOf = (edition: Edition, item: Pick<ItemRow, 'links'>): readonly NodeLink[] =>
  item.links ?? edition.template.links
