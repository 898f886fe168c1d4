import type { BoardClock } from '@guatu/contract'
import type { ClockState } from '@guatu/playbook'

/** What the order of a column looks at. */
export interface Ranked {
  readonly clock: Pick<BoardClock, 'dueAt' | 'overdue' | 'warns'> | null
  /** Place of its urgency among the list's own, the gravest first. */
  readonly urgency: number
  readonly deadline: string | null
  readonly enteredAt: string | null
  readonly itemId: string
}

/** The one clock that a card shows: the one that runs, else one that is stopped for a ground. */
export function shownClock(states: readonly ClockState[]): BoardClock | null {
  const found = states.find(({ state }) => state === 'running') ?? states.find(({ state }) => state === 'paused')
  if (!found || (found.state !== 'running' && found.state !== 'paused')) return null
  const { key, state, leftMinutes, limitMinutes, dueAt, overdue, warns } = found
  return { key, state, leftMinutes, limitMinutes, dueAt, overdue, warns }
}

/** Nothing in its place comes last. */
const least = (value: string | null | undefined): string => value ?? '~'

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** What is most urgent comes first: overdue, by urgency, by what is due first, by what has stood longest. */
export const byUrgency = (a: Ranked, b: Ranked): number =>
  Number(b.clock?.overdue ?? false) - Number(a.clock?.overdue ?? false) ||
  a.urgency - b.urgency ||
  order(least(a.clock?.dueAt), least(b.clock?.dueAt)) ||
  order(least(a.deadline), least(b.deadline)) ||
  order(least(a.enteredAt), least(b.enteredAt)) ||
  order(a.itemId, b.itemId)
