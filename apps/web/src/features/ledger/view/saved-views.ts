import type { ViewState } from '../../../app/search.ts'

/** Parts of the address that a saved view keeps. Where one has scrolled to is no part of it. */
const viewKeys = ['q', 'filter', 'sort', 'columns', 'frozen'] as const

export interface SavedView {
  readonly name: string
  readonly state: ViewState
}

export const viewStateOf = (state: ViewState): ViewState =>
  Object.fromEntries(viewKeys.flatMap((key) => (state[key] ? [[key, state[key]]] : [])))

/** The patch that turns any view into this one: keys that it does not name are cleared, the scroll begins at the top. */
export const patchOf = (view: SavedView): ViewState => ({
  ...Object.fromEntries(viewKeys.map((key) => [key, undefined])),
  ...view.state,
  row: undefined,
})

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as SavedView).name === 'string' &&
  typeof (value as SavedView).state === 'object' &&
  (value as SavedView).state !== null

/** Views from what the browser kept; anything else in its place counts as none. */
export function readViews(kept: string | null): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(value)
      ? value.filter(isView).map(({ name, state }) => ({ name, state: viewStateOf(state) }))
      : []
  } catch {
    return []
  }
}

/** A view of a name that exists takes its place. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const at = views.findIndex(({ name }) => name === view.name)
  return at < 0 ? [...views, view] : views.map((kept, index) => (index === at ? view : kept))
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name)

const textOf = (state: ViewState) => JSON.stringify(viewKeys.map((key) => state[key] ?? ''))

export const viewShown = (views: readonly SavedView[], state: ViewState): SavedView | undefined =>
  views.find((view) => textOf(view.state) === textOf(state))
