import { getWallMap, type WallItem } from '@guatu/contract'
import type { Language } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { asOfHere } from '../../../api/as-of.ts'
import { call } from '../../../api/call.ts'
import { nodeTitle, playbookOf } from '../../../api/playbook.ts'
import { useLanguage } from '../../../app/language.ts'

const PAGE_ITEMS = 200
/** Drawn without being asked for: what a browser lays out at ease, and more than a person looks through. */
const CAP_ITEMS = 1000

export interface Selection {
  readonly playbook: string
  readonly q?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
}

export interface WallItems {
  readonly items: readonly WallItem[]
  readonly total: number
  readonly state: 'loading' | 'more' | 'capped' | 'whole'
  readonly error: unknown
  readonly retry: () => void
  readonly loadRest: () => void
}

/** Nodes are stored under their Chinese titles; the template knows the others. */
const titledIn = (language: Language, playbook: Playbook | undefined, items: readonly WallItem[]) =>
  language === 'zh' || !playbook
    ? items
    : items.map((item) => ({
        ...item,
        nodes: item.nodes.map((node) => ({ ...node, title: nodeTitle(playbook, node)[language] })),
      }))

/** The selection page by page; what has arrived is shown while the rest is on its way. */
export function useWallItems({ playbook, q, filter, sort }: Selection): WallItems {
  const query = { playbook, ...(q ? { q } : {}), ...(filter ? { filter } : {}), ...(sort ? { sort } : {}) }
  const pages = useInfiniteQuery({
    queryKey: [getWallMap.name, query, asOfHere()],
    queryFn: ({ pageParam, signal }) =>
      call(getWallMap, { query: { ...query, offset: pageParam, limit: PAGE_ITEMS } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const loaded = all.reduce((sum, page) => sum + page.items.length, 0)
      return last.items.length > 0 && loaded < last.total ? loaded : undefined
    },
  })
  const [cap, setCap] = useState(CAP_ITEMS)
  const language = useLanguage()
  const items = useMemo(() => {
    const loaded = pages.data?.pages.flatMap((page) => page.items) ?? []
    return titledIn(language, playbookOf(playbook), loaded)
  }, [pages.data, language, playbook])
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages
  const wantsMore = hasNextPage && !isFetching && !isError && items.length < cap
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])
  return {
    items,
    total: pages.data?.pages.at(-1)?.total ?? 0,
    state: pages.data ? (!hasNextPage ? 'whole' : items.length < cap ? 'more' : 'capped') : 'loading',
    error: pages.error,
    retry: () => void (pages.data ? fetchNextPage() : pages.refetch()),
    loadRest: () => setCap((before) => before + CAP_ITEMS),
  }
}
