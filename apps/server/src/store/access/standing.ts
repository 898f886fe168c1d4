import type { Standing, Tie } from '@guatu/access'
import type { Playbook } from '@guatu/playbook'
import type { ItemRow, NodeRow } from '../schema.ts'

type Duty = Pick<NodeRow, 'leadOrgId' | 'ownerId' | 'leaderId'>

const idOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : [])

/** Ties that fields name beside those that have a column: co-operating and supervising units, leaders, teams. */
function fieldTies({ fields: kinds, roles }: Playbook, fields: ItemRow['fields']): Tie[] {
  const named = Object.entries(kinds).flatMap(([key, field]) =>
    field.relation ? idOf(fields[key]).map((id): Tie => ({ relation: field.relation!, id })) : [],
  )
  const leader = roles.leader === undefined ? [] : idOf(fields[roles.leader])
  return [...named, ...leader.map((id): Tie => ({ relation: 'leader', id }))]
}

/** What the rules of access see in an item: to whom it stands how, in its phase. */
export function standingOf(
  row: Pick<ItemRow, 'itemId' | 'phase' | 'leadOrgId' | 'ownerId' | 'areaCode' | 'opened' | 'fields'>,
  nodes: readonly Duty[],
  playbook: Playbook,
): Standing {
  const duties = nodes.flatMap(({ leadOrgId, ownerId, leaderId }) => [leadOrgId, ownerId, leaderId])
  const ties: Tie[] = [
    ...idOf(row.leadOrgId).map((id): Tie => ({ relation: 'lead', id })),
    ...idOf(row.areaCode).map((id): Tie => ({ relation: 'area', id })),
    ...idOf(row.ownerId).map((id): Tie => ({ relation: 'owner', id })),
    ...[...new Set(duties.flatMap(idOf))].map((id): Tie => ({ relation: 'nodeDuty', id })),
    ...(row.opened ? [{ relation: 'opened', id: '' } as const] : []),
    ...fieldTies(playbook, row.fields),
  ]
  return { itemId: row.itemId, phase: row.phase, ties }
}
