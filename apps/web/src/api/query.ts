import type { ReplyOf, Route } from '@guatu/contract'
import { QueryClient, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { withAsOf } from './as-of.ts'
import { type CallInput, call } from './call.ts'
import { RefusedError } from './refused.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal is an answer; only a missing one is worth asking again.
      retry: (failures, error) => !(error instanceof RefusedError) && failures < 2,
    },
  },
})

/** Query options of a route, for prefetching and for hooks that need more than `useRoute` gives. */
export const routeQuery = <R extends Route>(route: R, wished: CallInput<R>) => {
  const input = withAsOf(route, wished)
  return queryOptions({
    queryKey: [route.name, input] as const,
    queryFn: ({ signal }): Promise<ReplyOf<R>> => call(route, input, { signal }),
  })
}

interface RouteOptions {
  readonly enabled?: boolean
  readonly staleTime?: number
  readonly refetchInterval?: number | false
  /** Shows the last reply while the next one of another input is on its way. */
  readonly keepLast?: boolean
}

export function useRoute<R extends Route>(
  route: R,
  input: CallInput<R>,
  { keepLast, ...options }: RouteOptions = {},
): UseQueryResult<ReplyOf<R>> {
  const last = keepLast ? { placeholderData: (previous: ReplyOf<R> | undefined) => previous } : {}
  return useQuery({ ...routeQuery(route, input), ...options, ...last } as never)
}

/** Marks every reply of the routes as out of date; without a route, of all. Call it after a write. */
export const refresh = (...routes: readonly Route[]): Promise<unknown> =>
  routes.length === 0
    ? queryClient.invalidateQueries()
    : Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: [route.name] })))
