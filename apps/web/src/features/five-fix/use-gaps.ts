import { type GapsReply, listGaps, type QueryOf } from '@guatu/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { withAsOf } from '../../api/as-of.ts'
import { call } from '../../api/call.ts'

/** Nodes that are shown at first, and added by each further step. */
export const PAGE_NODES = 200

const nodesIn = (pages: readonly GapsReply[]) => pages.reduce((sum, { nodes }) => sum + nodes.length, 0)

/** The check as the address wants it; the figures stay while the next ones are on their way. */
export function useGaps(query: QueryOf<typeof listGaps>) {
  const { data, ...asking } = useInfiniteQuery({
    queryKey: [listGaps.name, withAsOf(listGaps, { query })],
    queryFn: ({ pageParam: offset, signal }) =>
      call(listGaps, { query: { ...query, offset, limit: PAGE_NODES } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (nodesIn(pages) < last.total ? nodesIn(pages) : undefined),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
  const last = data?.pages.at(-1)
  const nodes = data?.pages.flatMap((page) => page.nodes) ?? []
  return { reply: last ? { ...last, nodes } : undefined, ...asking }
}
