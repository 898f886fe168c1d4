import type { CellWrite } from './paste.ts'

/** One confirmed act: what it wrote and what stood there before, so that it can be taken back and done again. */
export interface Act {
  readonly before: readonly CellWrite[]
  readonly after: readonly CellWrite[]
}

export interface EditHistory {
  readonly past: readonly Act[]
  readonly future: readonly Act[]
}

const MOST_ACTS = 100

export const emptyHistory: EditHistory = { past: [], future: [] }

export const withAct = ({ past }: EditHistory, act: Act): EditHistory => ({
  past: [...past, act].slice(-MOST_ACTS),
  future: [],
})

/** Moves an act from the past to the future once the server has taken it back. */
export function undone({ past, future }: EditHistory): EditHistory {
  const act = past.at(-1)
  return act ? { past: past.slice(0, -1), future: [act, ...future] } : { past, future }
}

export function redone({ past, future }: EditHistory): EditHistory {
  const [act, ...rest] = future
  return act ? { past: [...past, act], future: rest } : { past, future }
}

/** Whether two values of a field are one and the same, an absent one being empty. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Acts that touch a cell which somebody else changed since cannot be taken back: they would overwrite unseen. */
export function changedSince(
  expected: readonly CellWrite[],
  current: (write: CellWrite) => unknown,
): readonly CellWrite[] {
  return expected.filter((write) => !sameValue(current(write), write.value))
}
