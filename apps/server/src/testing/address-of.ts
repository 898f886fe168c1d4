import type { Route } from '@guatu/contract'

interface Asked {
  readonly params?: unknown
  readonly query?: unknown
}

/** The address of a request: parameters in the path, what is set in the query. */
export function addressOf(route: Route, { params, query }: Asked): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Readonly<Record<string, string>> | undefined)?.[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}
