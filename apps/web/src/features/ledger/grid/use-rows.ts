import { type ItemRow, listItems, type ReplyOf } from '@guatu/contract'
import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { routeQuery, useRoute } from '../../../api/query.ts'
import type { ListQuery } from '../view/use-ledger-view.ts'
import { PAGE_ROWS, pagesFor, type RowRange, rowAt } from './windowing.ts'

export type ListReply = ReplyOf<typeof listItems>

/** A page that nobody looks at is dropped after a minute: 100,000 rows are never all held. */
const KEPT_MS = 60_000

const pageQuery = (query: ListQuery, page: number) => ({
  ...routeQuery(listItems, { query: { ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS } }),
  gcTime: KEPT_MS,
  staleTime: KEPT_MS,
})

/** Count, sums and lamps of the whole selection; the rows come by themselves, so an edit renews one without the other. */
export const useTotals = (query: ListQuery): UseQueryResult<ListReply> =>
  useRoute(listItems, { query: { ...query, limit: 0 } }, { keepLast: true })

/**
 * The range to read for: the one in view while one scrolls by hand, the last one once a flight over thousands of rows
 * has come to rest. A dragged scroll bar thus asks for a few pages, not for hundreds.
 */
function useSettledRange(range: RowRange, query: ListQuery): { readonly range: RowRange; readonly direction: 1 | -1 } {
  const [settled, setSettled] = useState({ range, direction: 1 as 1 | -1 })
  const last = useRef({ first: range.first, at: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query settles at once
  useEffect(() => {
    const now = performance.now()
    const distance = range.first - last.current.first
    const hasty = now - last.current.at < 120 && Math.abs(distance) > PAGE_ROWS / 2
    last.current = { first: range.first, at: now }
    const settle = () => setSettled({ range, direction: distance < 0 ? -1 : 1 })
    const timer = setTimeout(settle, hasty ? 80 : 0)
    return () => clearTimeout(timer)
  }, [range.first, range.last, query])
  return settled
}

export interface Rows {
  readonly rowAt: (index: number) => ItemRow | null
  /** Rows by item, as far as they are at hand. */
  readonly rowOf: (itemId: string) => ItemRow | null
  readonly error: unknown
  readonly retry: () => void
}

export function useRows(query: ListQuery, view: RowRange, total: number | null): Rows {
  const { range, direction } = useSettledRange(view, query)
  const pages = pagesFor(range, direction, total).join()
  const combine = useCallback(
    (replies: readonly UseQueryResult<ListReply>[]) => ({
      held: new Map(
        replies.flatMap(({ data }, index) => (data ? [[Number(pages.split(',')[index]), data.rows] as const] : [])),
      ),
      failed: replies.find((reply) => reply.error),
    }),
    [pages],
  )
  const queries = pages.split(',').map((page) => pageQuery(query, Number(page)))
  const { held, failed } = useQueries({ queries, combine })
  const client = useQueryClient()
  const at = useCallback(
    (index: number): ItemRow | null => {
      const near = rowAt(held, index)
      if (near) return near
      const page = client.getQueryData(pageQuery(query, Math.floor(index / PAGE_ROWS)).queryKey)
      return (page as ListReply | undefined)?.rows[index % PAGE_ROWS] ?? null
    },
    [held, client, query],
  )
  const rowOf = useCallback(
    (itemId: string): ItemRow | null => {
      for (const rows of held.values()) {
        const row = rows.find((candidate) => candidate.itemId === itemId)
        if (row) return row
      }
      return null
    },
    [held],
  )
  return { rowAt: at, rowOf, error: failed?.error ?? null, retry: () => void failed?.refetch() }
}
