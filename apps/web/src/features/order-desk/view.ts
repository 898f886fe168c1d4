import type { DeskRow } from '@guatu/contract'
import type { ViewState } from '../../app/search.ts'

export type DeskShow = 'mine' | 'all' | 'late'

export interface DeskView {
  readonly show: DeskShow
  /** Of what waits for the reader: only this move. */
  readonly move: string | undefined
}

const shows: readonly string[] = ['mine', 'all', 'late'] satisfies DeskShow[]

/** What the address shows; whoever nothing waits for begins with all. */
export function deskView({ show, move }: ViewState, waiting: number): DeskView {
  const known = shows.includes(show ?? '') ? (show as DeskShow) : waiting > 0 ? 'mine' : 'all'
  return { show: known, move: known === 'mine' ? move : undefined }
}

/** The move that a row waits for first: onward before back. */
export const nextMove = ({ moves }: DeskRow): DeskRow['moves'][number] | undefined =>
  moves.find(({ back }) => !back) ?? moves[0]

/** What waits for the reader by the move that it waits for, the most first. */
export function waitingMoves(rows: readonly DeskRow[]) {
  const counts = new Map<string, { key: string; title: DeskRow['moves'][number]['title']; count: number }>()
  for (const row of rows) {
    const move = nextMove(row)
    if (!move) continue
    const before = counts.get(move.key)
    counts.set(move.key, { key: move.key, title: move.title, count: (before?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

export function shownRows(rows: readonly DeskRow[], { show, move }: DeskView): readonly DeskRow[] {
  if (show === 'all') return rows
  if (show === 'late') return rows.filter(({ clock }) => clock?.overdue)
  const mine = rows.filter(({ moves }) => moves.length > 0)
  return move === undefined ? mine : mine.filter((row) => nextMove(row)?.key === move)
}

/** The rows that the same move can be made with at once, as it is; null: they have none in common. */
export function commonMove(rows: readonly DeskRow[]): DeskRow['moves'][number] | null {
  const [first, ...others] = rows
  const move = first && nextMove(first)
  if (!move?.plain) return null
  return others.every((row) => nextMove(row)?.key === move.key && nextMove(row)?.to === move.to) ? move : null
}
