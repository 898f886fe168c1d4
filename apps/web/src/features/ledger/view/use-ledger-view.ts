import type { Playbook } from '@guatu/playbook'
import { useMemo } from 'react'
import { type Condition, filterText, parseFilter } from '../../../api/filter.ts'
import { useViewState, type ViewState } from '../../../app/search.ts'
import { buildColumns, type ColumnChoice, clampWidth, parseColumns } from '../columns/layout.ts'
import { type LedgerColumn, ledgerColumns } from '../columns/ledger-columns.ts'
import { buildSort, parseSort, type SortKey } from './sort.ts'

/** Everything that a link to a ledger says, read once. */
export interface LedgerView {
  readonly state: ViewState
  readonly playbook: Playbook
  /** Every column that there is. */
  readonly all: readonly LedgerColumn[]
  /** Columns shown, in order, with their widths. */
  readonly columns: readonly LedgerColumn[]
  readonly frozen: number
  readonly q: string
  readonly conditions: readonly Condition[]
  readonly sort: readonly SortKey[]
  readonly query: ListQuery
}

export interface ListQuery {
  readonly playbook: string
  readonly q?: string
  readonly filter?: string
  readonly sort?: string
}

export interface LedgerViewActions {
  readonly setState: (patch: ViewState, options?: { readonly replace?: boolean }) => Promise<void>
  readonly setSearch: (q: string) => void
  readonly setConditions: (conditions: readonly Condition[]) => void
  readonly setSort: (sort: readonly SortKey[]) => void
  readonly setColumns: (columns: readonly ColumnChoice[]) => void
  readonly setFrozen: (count: number) => void
}

export function columnsShown(all: readonly LedgerColumn[], playbook: Playbook, text: string | undefined) {
  const choices = parseColumns(text) ?? playbook.columns.map((key): ColumnChoice => ({ key }))
  const known = choices.flatMap(({ key, widthPx }) => {
    const column = all.find((candidate) => candidate.key === key)
    return column ? [{ ...column, widthPx: clampWidth(widthPx ?? column.widthPx) }] : []
  })
  return known.length > 0 ? known : all.slice(0, 1)
}

/** Widths that differ from the column's own are kept in the link; the others stay free to change with the product. */
export const choicesOf = (shown: readonly LedgerColumn[], all: readonly LedgerColumn[]): readonly ColumnChoice[] =>
  shown.map(({ key, widthPx }) =>
    all.find((column) => column.key === key)?.widthPx === widthPx ? { key } : { key, widthPx },
  )

/** Until somebody freezes another column, the name of the item and what stands before it stay in sight. */
export function frozenOf(columns: readonly LedgerColumn[], playbook: Playbook, text: string | undefined): number {
  if (text !== undefined) return Math.max(0, Number.parseInt(text, 10) || 0)
  const title = columns.findIndex(({ key }) => key === playbook.roles.title)
  return title >= 0 && title < 3 ? title + 1 : 1
}

function viewOf(playbook: Playbook, all: readonly LedgerColumn[], state: ViewState): LedgerView {
  const { q, filter, sort } = state
  const columns = columnsShown(all, playbook, state.columns)
  return {
    state,
    playbook,
    all,
    columns,
    frozen: frozenOf(columns, playbook, state.frozen),
    q: q ?? '',
    conditions: parseFilter(filter),
    sort: parseSort(sort),
    query: { playbook: playbook.key, ...(q ? { q } : {}), ...(filter ? { filter } : {}), ...(sort ? { sort } : {}) },
  }
}

/** What changes the rows begins at the top again. */
const fromTop = { row: undefined }

export function useLedgerView(playbook: Playbook): readonly [LedgerView, LedgerViewActions] {
  const [state, setState] = useViewState()
  const all = useMemo(() => ledgerColumns(playbook), [playbook])
  // The scroll is part of the address but not of the view: scrolling must not make every row new.
  const { row, ...rest } = state
  const key = JSON.stringify(rest)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the view's text
  const view = useMemo(() => viewOf(playbook, all, state), [playbook, all, key])
  const actions = useMemo<LedgerViewActions>(
    () => ({
      setState,
      setSearch: (q) => void setState({ q, ...fromTop }, { replace: true }),
      setConditions: (conditions) => void setState({ filter: filterText(conditions), ...fromTop }),
      setSort: (sort) => void setState({ sort: buildSort(sort), ...fromTop }),
      setColumns: (columns) => void setState({ columns: buildColumns(columns) }, { replace: true }),
      setFrozen: (count) => void setState({ frozen: String(count) }, { replace: true }),
    }),
    [setState],
  )
  return [view, actions]
}
