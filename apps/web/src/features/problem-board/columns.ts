import type { BoardStage } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'

export interface BoardColumn extends BoardStage {
  /** Settled: kept in sight at the end. */
  readonly isFinal: boolean
  /** Nothing stands in it: drawn as a strip, so that the rest has room. */
  readonly isNarrow: boolean
}

/** Columns of the board: open stages in their order, then what is settled; empty ones beside the way are strips. */
export function columnsOf(playbook: Playbook, stages: readonly BoardStage[]): readonly BoardColumn[] {
  const columns = stages.map((stage): BoardColumn => {
    const defined = playbook.stages.find(({ key }) => key === stage.stage)
    const isFinal = defined?.final === true
    return { ...stage, isFinal, isNarrow: stage.total === 0 && (isFinal || defined?.aside === true) }
  })
  return columns.toSorted((a, b) => Number(a.isFinal) - Number(b.isFinal))
}

/** The cards in the order of the columns, for moving by keys: `[column][row]`. */
export const cardGrid = (columns: readonly BoardColumn[]): readonly (readonly string[])[] =>
  columns.map(({ cards }) => cards.map(({ itemId }) => itemId))

type Key = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

export const isMoveKey = (key: string): key is Key =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)

/** The card that a key leads to; sideways over empty columns to the nearest card of the same height. */
export function nextCard(grid: readonly (readonly string[])[], at: string | null, key: Key): string | null {
  const column = grid.findIndex((cards) => at !== null && cards.includes(at))
  const first = grid.find((cards) => cards.length > 0)?.[0] ?? null
  if (column < 0 || at === null) return first
  const cards = grid[column]!
  const row = cards.indexOf(at)
  if (key === 'ArrowUp') return cards[Math.max(0, row - 1)]!
  if (key === 'ArrowDown') return cards[Math.min(cards.length - 1, row + 1)]!
  if (key === 'Home') return cards[0]!
  if (key === 'End') return cards.at(-1)!
  const step = key === 'ArrowRight' ? 1 : -1
  for (let next = column + step; grid[next] !== undefined; next += step) {
    const own = grid[next]!
    if (own.length > 0) return own[Math.min(row, own.length - 1)]!
  }
  return at
}
