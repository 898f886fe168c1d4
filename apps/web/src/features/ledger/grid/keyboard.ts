import { type Bounds, type Selection, selectAll, selectCell, selectColumns, selectRows, step } from './selection.ts'

/** What a key asks of the grid. `type` opens the editor empty: the key itself then lands in the input. */
export type GridAction =
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'edit' | 'type' | 'open' | 'clear' | 'undo' | 'redo' | 'cancel' | 'enter' }

export interface KeyPress {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
  readonly alt: boolean
}

interface Stand {
  readonly selection: Selection
  readonly bounds: Bounds
  /** Rows that a page key jumps. */
  readonly pageRows: number
}

const FAR = Number.MAX_SAFE_INTEGER / 2

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const select = (selection: Selection): GridAction => ({ kind: 'select', selection })

function moveOf({ key, shift, command }: KeyPress, { selection, bounds, pageRows }: Stand): Selection | null {
  const by = (rows: number, columns: number, extend = shift) => step(selection, rows, columns, extend, bounds)
  const arrow = arrows[key]
  if (arrow) return command ? by(arrow[0] * FAR, arrow[1] * FAR) : by(arrow[0], arrow[1])
  if (key === 'PageUp') return by(-pageRows, 0)
  if (key === 'PageDown') return by(pageRows, 0)
  if (key === 'Home') return by(command ? -FAR : 0, -FAR)
  if (key === 'End') return by(command ? FAR : 0, FAR)
  if (key === 'Tab') return tabbed(selection, shift ? -1 : 1, bounds)
  return null
}

/** Tab runs on to the next row. At the list's end it leaves the grid, so that the keyboard is never trapped. */
function tabbed({ cell }: Selection, direction: 1 | -1, bounds: Bounds): Selection | null {
  const column = cell.column + direction
  if (column >= 0 && column < bounds.columns) return selectCell({ row: cell.row, column }, bounds)
  const row = cell.row + direction
  if (row < 0 || row >= bounds.rows) return null
  return selectCell({ row, column: direction === 1 ? 0 : bounds.columns - 1 }, bounds)
}

function commandOf({ key, shift }: KeyPress, { selection, bounds }: Stand): GridAction | null {
  const letter = key.toLowerCase()
  if (letter === 'z') return { kind: shift ? 'redo' : 'undo' }
  if (letter === 'y') return { kind: 'redo' }
  if (letter === 'a') return select(selectAll(bounds))
  if (key === ' ') return select(selectColumns(selection, bounds))
  if (key === 'Enter') return { kind: 'open' }
  return null
}

const plainKeys: Readonly<Record<string, GridAction>> = {
  F2: { kind: 'edit' },
  Enter: { kind: 'enter' },
  Escape: { kind: 'cancel' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
}

/** `Process` is what a key is called while an input method composes Chinese: the first stroke must open the editor too. */
const isTyping = (key: string) => key.length === 1 || key === 'Process'

/** The action of a key in a grid that is not being edited; null leaves the key to the browser (copy, paste, zoom). */
export function actionOf(press: KeyPress, stand: Stand): GridAction | null {
  const moved = press.alt ? null : moveOf(press, stand)
  if (moved) return select(moved)
  if (press.command) return commandOf(press, stand)
  if (press.alt) return null
  if (press.key === ' ' && press.shift) return select(selectRows(stand.selection, stand.bounds))
  return plainKeys[press.key] ?? (isTyping(press.key) ? { kind: 'type' } : null)
}
