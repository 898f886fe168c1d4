import type { Phase, PlanNode } from '@guatu/kernel'
import { isEmpty } from './document/field-value.ts'
import type { FieldRelation } from './field.ts'
import type { FieldRole, Playbook } from './playbook.ts'

/** How an item is tied to a unit, a person or an area: what the rules of access look at. */
export interface ItemTie {
  readonly relation: FieldRelation | 'area' | 'nodeDuty' | 'opened'
  /** Id of a unit or a person in the directory; an area's code; '' where the tie is the item's own state. */
  readonly id: string
}

export type DutyNode = Pick<PlanNode, 'leadOrgId' | 'ownerId' | 'leaderId'>

/** The phase of a stage; a stage that the playbook does not know, as an older version may have had, counts as delivery. */
export const phaseOf = (playbook: Playbook, stage: string): Phase =>
  playbook.stages.find(({ key }) => key === stage)?.phase ?? 'delivery'

const roleRelations: readonly (readonly [FieldRole, ItemTie['relation']])[] = [
  ['leadOrg', 'lead'],
  ['owner', 'owner'],
  ['leader', 'leader'],
  ['area', 'area'],
]

/** Every tie of an item once, in a steady order: by roles, by fields with a relation, by the duties of its nodes. */
export function tiesOf(
  item: { readonly fields: Readonly<Record<string, unknown>>; readonly opened?: boolean },
  nodes: readonly DutyNode[],
  playbook: Playbook,
): readonly ItemTie[] {
  const ties = new Map<string, ItemTie>()
  const add = (relation: ItemTie['relation'], value: unknown) => {
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id === 'string' && !isEmpty(id)) ties.set(`${relation}:${id}`, { relation, id })
    }
  }
  for (const [role, relation] of roleRelations) {
    const key = playbook.roles[role]
    if (key !== undefined) add(relation, item.fields[key])
  }
  for (const [key, { relation }] of Object.entries(playbook.fields)) if (relation) add(relation, item.fields[key])
  for (const { leadOrgId, ownerId, leaderId } of nodes) {
    for (const id of [leadOrgId, ownerId, leaderId]) add('nodeDuty', id)
  }
  return [...ties.values(), ...(item.opened ? [{ relation: 'opened' as const, id: '' }] : [])]
}
