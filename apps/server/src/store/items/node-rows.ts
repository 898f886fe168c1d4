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
  const said = templateNode(edition, node.nodeKey)
  // Property by property: an import makes millions of these, and a spread takes ten times as long.
  return {
    districtId: item.districtId,
    itemId: item.itemId,
    nodeKey: node.nodeKey,
    position,
    durationWorkdays: node.durationWorkdays,
    floatWorkdays: node.floatWorkdays,
    plannedStart: node.plannedStart,
    plannedFinish: node.plannedFinish,
    baselineStart: node.baselineStart,
    baselineFinish: node.baselineFinish,
    actualStart: node.actualStart,
    actualFinish: node.actualFinish,
    notBefore: node.notBefore,
    ownerId: node.ownerId,
    leadOrgId: node.leadOrgId,
    leaderId: node.leaderId,
    critical: node.critical,
    doneBasis: node.done ? (node.doneBasis ?? 'reported') : null,
    percentDone: node.percentDone,
    lamp: node.lamp,
    stage: node.stage,
    title: node.title === said?.title.zh ? null : node.title,
    standard: node.standard === said?.standard.zh ? null : node.standard,
  }
}

export function planNode(edition: Edition, row: NodeRow): PlanNode {
  const said = templateNode(edition, row.nodeKey)
  // Property by property, as above.
  return {
    nodeKey: row.nodeKey,
    durationWorkdays: row.durationWorkdays,
    floatWorkdays: row.floatWorkdays,
    plannedStart: row.plannedStart,
    plannedFinish: row.plannedFinish,
    baselineStart: row.baselineStart,
    baselineFinish: row.baselineFinish,
    actualStart: row.actualStart,
    actualFinish: row.actualFinish,
    notBefore: row.notBefore,
    ownerId: row.ownerId,
    leadOrgId: row.leadOrgId,
    leaderId: row.leaderId,
    critical: row.critical,
    done: row.doneBasis !== null,
    doneBasis: row.doneBasis,
    percentDone: row.percentDone,
    lamp: row.lamp,
    stage: row.stage,
    title: row.title ?? said?.title.zh ?? row.nodeKey,
    standard: row.standard ?? said?.standard.zh ?? '',
  }
}

export const linksOf = (edition: Edition, item: Pick<ItemRow, 'links'>): readonly NodeLink[] =>
  item.links ?? edition.template.links
