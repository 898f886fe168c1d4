import type { ClockReply, ItemReply } from '@guatu/contract'
import { countKinds } from '@guatu/kernel'
import { type ClockState, clockStates, historyAt, type Playbook, type WorkTime } from '@guatu/playbook'
import type { PauseRow } from '../loop-rows.ts'
import type { Tx } from '../store.ts'
import { type LoopState, loopsOf } from './state.ts'

const pauseReply = ({ ground, text, fromAt, toAt, byName }: PauseRow) => ({ ground, text, fromAt, toAt, by: byName })

/** A clock as it stands, with what stopped it. */
export function clockReply(playbook: Playbook, state: ClockState, pauses: readonly PauseRow[]): ClockReply {
  const { spentByUnit, limit, ...standing } = state
  return {
    ...standing,
    title: playbook.clocks!.find(({ key }) => key === state.key)!.title,
    spentByUnit: Object.entries(spentByUnit).map(([orgId, minutes]) => ({ orgId: orgId || null, minutes })),
    limit: limit && { amount: limit.amount, unit: limit.unit, ...(limit.basis ? { basis: limit.basis } : {}) },
    pauses: pauses.filter(({ clock }) => clock === state.key).map(pauseReply),
  }
}

/** The way of an item as the transaction's moment knows it. */
export async function wayOf(tx: Tx, itemId: string): Promise<LoopState> {
  const loop = (await loopsOf(tx, [itemId]))(itemId)
  return tx.asOf ? (historyAt(loop, tx.asOf.at) as LoopState) : loop
}

interface Shown {
  readonly playbook: Playbook
  readonly time: WorkTime
  /** The instant that the reply stands for. */
  readonly at: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What an item's page tells of its way: stays, what is counted on it, clocks. An item whose way is not known has none. */
export function wayReply(
  loop: LoopState,
  { playbook, time, at, fields }: Shown,
): Pick<ItemReply, 'clocks' | 'stays' | 'counts'> {
  const known = loop.stays.length > 0
  const states = known ? clockStates({ playbook, history: loop, fields, time, now: at }) : []
  return {
    clocks: states.map((state) => clockReply(playbook, state, loop.pauses)),
    stays: loop.stays.map(({ stage, leadOrgId, enteredAt, leftAt, counts, reason, byName }) => {
      return { stage, leadOrgId, enteredAt, leftAt, counts, reason, by: byName }
    }),
    counts: Object.fromEntries(
      countKinds.map((kind) => [kind, loop.stays.filter(({ counts }) => counts === kind).length]),
    ) as ItemReply['counts'],
  }
}
