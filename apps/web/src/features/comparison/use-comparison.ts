import { type ComparisonReply, comparePlans, type QueryOf } from '@guatu/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'

/** Projects that are shown at first, and added by each further step. */
export const PAGE_ITEMS = 60

const itemsIn = (pages: readonly ComparisonReply[]) => pages.reduce((sum, { items }) => sum + items.length, 0)

/** The comparison as the address wants it; the figures stay while the next ones are on their way. */
export function useComparison(query: QueryOf<typeof comparePlans>, enabled: boolean) {
  const { data, ...asking } = useInfiniteQuery({
    queryKey: [comparePlans.name, query],
    queryFn: ({ pageParam: offset, signal }) =>
      call(comparePlans, { query: { ...query, offset, limit: PAGE_ITEMS } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (itemsIn(pages) < last.total ? itemsIn(pages) : undefined),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    enabled,
  })
  const last = data?.pages.at(-1)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return { reply: last ? { ...last, items } : undefined, ...asking }
}
