import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The view state of a screen as it stands in the address: plain texts, so a link reads and edits well by hand. */
export type ViewState = Readonly<Record<string, string | undefined>>

/** Unlike the router's own form no value is written as JSON: `?filter=lamp:in:red`. */
export function parseViewState(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function viewStateText(state: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(state)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  // The filter's own signs stay readable: a query allows them bare.
  const text = search.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%3B/g, ';')
  return text ? `?${text}` : ''
}

export const keepViewState = (search: Record<string, unknown>): ViewState =>
  Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, value === undefined ? undefined : String(value)]),
  )

/**
 * The screen's view state and a way to change parts of it; an empty or absent value leaves the address. `replace` keeps
 * the history short while something is dragged, typed or scrolled.
 */
export function useViewState(): [
  ViewState,
  (patch: ViewState, options?: { readonly replace?: boolean }) => Promise<void>,
] {
  const state = useSearch({ strict: false }) as ViewState
  const navigate = useNavigate()
  const change = useCallback(
    (patch: ViewState, options: { readonly replace?: boolean } = {}) =>
      navigate({
        to: '.',
        search: (last: ViewState) => ({ ...last, ...patch }),
        replace: options.replace ?? false,
        resetScroll: false,
      } as never),
    [navigate],
  )
  return [state, change]
}
