/** Which columns are shown, in which order and how wide: what a link carries of them. */
export interface ColumnChoice {
  readonly key: string
  /** Absent: the column's own width. */
  readonly widthPx?: number
}

const narrowestPx = 48
const widestPx = 800

export const clampWidth = (px: number): number => Math.round(Math.min(widestPx, Math.max(narrowestPx, px)))

/** `title~320,stage,lamp`: column keys hold letters and digits only, so neither sign can be part of one. */
export function parseColumns(text: string | undefined): readonly ColumnChoice[] | null {
  if (!text) return null
  const seen = new Set<string>()
  const columns: ColumnChoice[] = []
  for (const part of text.split(',')) {
    const [key, width] = part.split('~')
    if (!key || seen.has(key)) continue
    seen.add(key)
    const px = Number(width)
    columns.push(width && Number.isFinite(px) ? { key, widthPx: clampWidth(px) } : { key })
  }
  return columns.length > 0 ? columns : null
}

export function buildColumns(columns: readonly ColumnChoice[]): string {
  return columns.map(({ key, widthPx }) => (widthPx ? `${key}~${widthPx}` : key)).join(',')
}

/** A column put before the one at `to`, as a drag of its header does. */
export function moveColumn<T>(columns: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || from >= columns.length) return columns
  const rest = columns.filter((_, index) => index !== from)
  const at = Math.min(Math.max(0, to), rest.length)
  return [...rest.slice(0, at), columns[from]!, ...rest.slice(at)]
}

export interface Placed {
  readonly leftPx: number
  readonly widthPx: number
}

/** Left edges of columns that stand side by side. */
export function placeColumns(widthsPx: readonly number[]): readonly Placed[] {
  let leftPx = 0
  return widthsPx.map((widthPx) => {
    const placed = { leftPx, widthPx }
    leftPx += widthPx
    return placed
  })
}

/** Widths with the room that a wide screen leaves shared out among the columns that can use it, in whole pixels. */
export function widthsThatFill(
  columns: readonly { readonly widthPx: number; readonly grows: boolean }[],
  viewPx: number,
): readonly number[] {
  const used = columns.reduce((sum, { widthPx }) => sum + widthPx, 0)
  const growing = columns.filter(({ grows }) => grows).length
  const spare = Math.max(0, viewPx - used)
  let shared = 0
  let place = 0
  return columns.map(({ widthPx, grows }) => {
    if (!grows) return widthPx
    place += 1
    const more = Math.floor((spare * place) / growing) - shared
    shared += more
    return widthPx + more
  })
}

/**
 * How many columns may stay frozen: never so many that less than a third of the view is left to scroll, or a phone in
 * landscape would show nothing else.
 */
export function frozenThatFit(placed: readonly Placed[], wanted: number, viewPx: number): number {
  let count = Math.min(Math.max(0, wanted), placed.length)
  while (count > 0 && placed[count - 1]!.leftPx + placed[count - 1]!.widthPx > (viewPx * 2) / 3) count -= 1
  return count
}
