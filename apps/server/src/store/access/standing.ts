import type { Standing } from '@guatu/access'
import { type Playbook, tiesOf } from '@guatu/playbook'
import type { ItemRow, NodeRow } from '../schema.ts'

type Duty = Pick<NodeRow, 'leadOrgId' | 'ownerId' | 'leaderId'>

/** What the rules of access see in an item: to whom it stands how, in its phase. */
export function standingOf(
  row: Pick<ItemRow, 'itemId' | 'phase' | 'opened' | 'fields'>,
  nodes: readonly Duty[],
  playbook: Playbook,
): Standing {
  return { itemId: row.itemId, phase: row.phase, ties: tiesOf(row, nodes, playbook) }
}
