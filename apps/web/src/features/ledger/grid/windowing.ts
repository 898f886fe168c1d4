/** Rows asked for at once: a screen and a half, so that one page mostly covers what is seen. */
export const PAGE_ROWS = 100

export interface RowRange {
  readonly first: number
  /** Inclusive. */
  readonly last: number
}

/**
 * Pages to hold for the rows in view, nearest need first: the pages in view, then `ahead` pages in the direction of the
 * scroll, then one behind. `total` null: not known yet, so only the pages in view.
 */
export function pagesFor(view: RowRange, direction: 1 | -1, total: number | null, ahead = 2): readonly number[] {
  const firstPage = Math.floor(Math.max(0, view.first) / PAGE_ROWS)
  const lastPage = Math.floor(Math.max(view.first, view.last, 0) / PAGE_ROWS)
  const inView = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)
  if (total === null) return inView
  const end = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1)
  const edge = direction === 1 ? lastPage : firstPage
  const forward = Array.from({ length: ahead }, (_, index) => edge + direction * (index + 1))
  const behind = direction === 1 ? firstPage - 1 : lastPage + 1
  return [...inView, ...forward, behind].filter((page) => page >= 0 && page <= end)
}

/** The row at an index from the pages at hand, null while its page is on the way. */
export function rowAt<T>(pages: ReadonlyMap<number, readonly T[]>, index: number): T | null {
  return pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null
}
