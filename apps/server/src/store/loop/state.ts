import {
  type ClockState,
  clockStates,
  type LoopHistory,
  loopFromEvents,
  minuteOf,
  nextChangeAt,
  stepped,
  type ToldEvent,
} from '@guatu/playbook'
import type { ListContext } from '../items/list-context.ts'
import type { ClockRow, PauseRow, StayRow } from '../loop-rows.ts'
import type { ItemRow } from '../schema.ts'
import type { Tx } from '../store.ts'

/** The way of a stored item. */
export interface LoopState {
  readonly stays: readonly StayRow[]
  readonly pauses: readonly PauseRow[]
}

export const newLoop: LoopState = { stays: [], pauses: [] }

/** What an act writes of an item's way; who made it and why is taken from its event. */
export interface LoopWrite {
  readonly stays: readonly StayRow[]
  readonly pauses: readonly PauseRow[]
  readonly clocks: readonly ClockRow[]
}

type Place = Pick<ItemRow, 'districtId' | 'itemId'>

/** Rows of a history; those that stood before keep who made them. */
export function loopRows({ districtId, itemId }: Place, before: LoopState, history: LoopHistory): LoopState {
  const nobody = { counts: null, reason: null, byName: '', byId: null }
  const ordinals = new Map<string, number>()
  return {
    stays: history.stays.map((stay, ordinal) => {
      const leadOrgId = stay.units.lead ?? null
      return { ...nobody, ...before.stays[ordinal], ...stay, districtId, itemId, ordinal, leadOrgId }
    }),
    pauses: history.pauses.map((pause, index) => {
      const ordinal = ordinals.get(pause.clock) ?? 0
      ordinals.set(pause.clock, ordinal + 1)
      const { byName, byId } = nobody
      return { byName, byId, text: '', ...before.pauses[index], ...pause, districtId, itemId, ordinal }
    }),
  }
}

/** The way of an item after an act. */
export function loopAfter(
  { playbook, now }: ListContext,
  place: Place,
  before: LoopState,
  act: { readonly stage: string; readonly fields: Readonly<Record<string, unknown>>; readonly moved: boolean },
): LoopState {
  const after = stepped(playbook, before, { ...act, at: now })
  return after === before ? before : loopRows(place, before, after)
}

/** The way of an item by its events alone. */
export const loopOfEvents = ({ playbook }: Pick<ListContext, 'playbook'>, place: Place, events: readonly ToldEvent[]) =>
  loopRows(place, newLoop, loopFromEvents(playbook, events).history)

/** How the clocks of an item stand now. */
export const clocksOf = (
  { playbook, time, now }: Pick<ListContext, 'playbook' | 'time' | 'now'>,
  loop: LoopHistory,
  fields: Readonly<Record<string, unknown>>,
): readonly ClockState[] => clockStates({ playbook, history: loop, fields, time, now })

function clockRow(
  { playbook, time, now, thresholds }: ListContext,
  { districtId, itemId }: Place,
  loop: LoopHistory,
  fields: Readonly<Record<string, unknown>>,
  state: ClockState,
): ClockRow {
  const { key, spentMinutes, limitMinutes, dueAt, overdue, warns, chargedOrgId } = state
  const clock = playbook.clocks!.find((candidate) => candidate.key === key)!
  const input = { playbook, clock, history: loop, fields, time, now: minuteOf(now), thresholds }
  return {
    ...{ districtId, itemId, key, state: state.state, spentMinutes, limitMinutes, dueAt, overdue, warns },
    ...{ chargedOrgId, judgedAt: now, nextChangeAt: nextChangeAt(input) },
  }
}

/** What of an item's way is to be written: stays and pauses that differ, and the clocks as they stand. */
export function loopWrite(
  context: ListContext,
  place: Place,
  loops: { readonly before: LoopState; readonly after: LoopState },
  fields: Readonly<Record<string, unknown>>,
  clocks: readonly ClockState[],
): LoopWrite {
  const { before, after } = loops
  return {
    stays: after.stays.filter((stay, index) => before.stays[index] !== stay && differs(before.stays[index], stay)),
    pauses: after.pauses.filter((pause, index) => differs(before.pauses[index], pause)),
    clocks: clocks.map((state) => clockRow(context, place, after, fields, state)),
  }
}

const differs = (before: object | undefined, after: object) => JSON.stringify(before) !== JSON.stringify(after)

function grouped<Row extends { readonly itemId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  return groups
}

/** The ways of items as the transaction knows them: a reader of the past must still cut off what came later. */
export async function loopsOf(tx: Tx, itemIds: readonly string[]): Promise<(itemId: string) => LoopState> {
  if (itemIds.length === 0) return () => newLoop
  const { db, districtId } = tx
  const stays = await db
    .selectFrom('stay')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('itemId', 'in', itemIds)
    .orderBy('itemId')
    .orderBy('ordinal')
    .execute()
  const pauses = await db
    .selectFrom('pause')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('itemId', 'in', itemIds)
    .orderBy('itemId')
    .orderBy('fromAt')
    .execute()
  const [stayed, paused] = [grouped(stays), grouped(pauses)]
  return (itemId) => ({ stays: stayed.get(itemId) ?? [], pauses: paused.get(itemId) ?? [] })
}
