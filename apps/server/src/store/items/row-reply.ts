import type { ItemRow as ItemReply, NodeReply, PlanReply } from '@guatu/contract'
import type { NodeLink, PlanNode } from '@guatu/kernel'
import type { ItemRow } from '../schema.ts'

/** A stored item as a row of a ledger. */
export function itemReply(row: ItemRow): ItemReply {
  const { itemId, playbookKey, title, stage, lamp, leadOrgId, ownerId, areaCode, deadline, fields, revision } = row
  return {
    itemId,
    playbookKey,
    title,
    stage,
    lamp,
    lampReasons: row.lampReasons as ItemReply['lampReasons'],
    leadOrgId,
    ownerId,
    areaCode,
    deadline,
    behindPoints: row.behindPoints === null ? null : Number(row.behindPoints),
    maturityPercent: row.maturityPercent,
    fields: fields as ItemReply['fields'],
    hidden: { ...row.masks },
    opened: row.opened,
    revision,
    updatedAt: row.updatedAt,
  }
}

export function planReply(
  nodes: readonly PlanNode[],
  links: readonly NodeLink[],
  kept: { readonly feasible: boolean; readonly shortfallWorkdays: number },
): PlanReply {
  const { feasible, shortfallWorkdays } = kept
  return { nodes: nodes as NodeReply[], links: links.map((link) => ({ ...link })), feasible, shortfallWorkdays }
}
