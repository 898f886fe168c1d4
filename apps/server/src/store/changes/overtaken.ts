import type { Refusal, Title } from '@guatu/kernel'
import type { PlanEffect } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { staleRefusal } from '../events/stale.ts'
import type { HeldItem } from '../items/change.ts'
import type { Tx } from '../store.ts'
import type { ChangeRequestRow } from './rows.ts'

/** The dates that a change comes to; floats change with every day that passes and decide nothing. */
const datesOf = ({ nodes, toDeadline }: PlanEffect) =>
  JSON.stringify([
    toDeadline,
    nodes.map(({ nodeKey, fromFinish, toStart, toFinish }) => [nodeKey, fromFinish, toStart, toFinish]).sort(),
  ])

const daysPassed: Title = { zh: '时间推移，节点随之顺延', en: 'days have passed and moved its nodes' }

/** Who changed the item since an application looked at its plan, and how; null where nobody did. */
export async function changedSince(
  { shelf }: Pick<Deps, 'shelf'>,
  tx: Tx,
  { row, context }: Pick<HeldItem, 'row' | 'context'>,
  baseRevision: number,
): Promise<Title | null> {
  const { playbook, today } = context
  const stale = await staleRefusal(tx, row, baseRevision, { playbook, dictionaries: shelf.dictionaries, today })
  return stale?.message ?? null
}

/**
 * An application does something else by the plan of now than what its approver has last seen: he is told what changed and
 * looks again. Null where it comes to the same dates.
 */
export async function overtakenRefusal(
  deps: Pick<Deps, 'shelf'>,
  tx: Tx,
  target: HeldItem,
  { row, effect }: { readonly row: ChangeRequestRow; readonly effect: PlanEffect },
): Promise<Refusal | null> {
  if (datesOf(effect) === datesOf(row.seenEffect ?? row.askedEffect)) return null
  const { zh, en } = (await changedSince(deps, tx, target, row.baseRevision)) ?? daysPassed
  const message = {
    zh: `${zh}。请先查看变更在现行计划下的影响，再作决定`,
    en: `${en}. Look at what the change does to the plan of now before you decide`,
  }
  return { code: 'REVISION_STALE', path: 'change', message }
}
