import { getItem, type ItemRow, listItems, updateItems } from '@guatu/contract'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { queryClient, refresh } from '../../../api/query.ts'
import { ConnectionError, RefusedError } from '../../../api/refused.ts'
import type { ListReply } from '../grid/use-rows.ts'
import { type CellState, type CellStates, refusedStates, withoutStates, withStates } from './cell-state.ts'
import { sameValue } from './history.ts'
import { type CellWrite, changesOf } from './paste.ts'

type WriteResult = 'done' | 'refused' | 'conflict' | 'unsent'

export interface Edits {
  readonly states: CellStates
  /** Sends cells, all or nothing, after the ones before them; what happens to them shows in `states`. */
  readonly write: (writes: readonly CellWrite[]) => Promise<WriteResult>
  readonly mark: (states: readonly CellState[]) => void
  readonly drop: (writes: readonly CellWrite[]) => void
}

/** The newest rows replace theirs in every page at hand, without reading the pages again: rows stay where they are. */
function putRows(rows: readonly ItemRow[]): void {
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  queryClient.setQueriesData<ListReply>({ queryKey: [listItems.name] }, (page) => {
    if (!page?.rows.some((row) => byId.has(row.itemId))) return page
    return { ...page, rows: page.rows.map((row) => byId.get(row.itemId) ?? row) }
  })
}

const isTotals = (query: { readonly queryKey: readonly unknown[] }) =>
  query.queryKey[0] === listItems.name && (query.queryKey[1] as { query?: { limit?: number } }).query?.limit === 0

const stale = (error: RefusedError) =>
  error.reply.code === 'REVISION_STALE' || error.reply.refusals.some(({ code }) => code === 'REVISION_STALE')

/** What stands there now: cells that hold what was typed anyway are no conflict. */
async function conflictsOf(writes: readonly CellWrite[]): Promise<{ states: CellState[]; rows: ItemRow[] }> {
  const ids = [...new Set(writes.map(({ itemId }) => itemId))]
  const rows = await Promise.all(ids.map(async (itemId) => (await call(getItem, { params: { itemId } })).item))
  const states = writes.flatMap((write): CellState[] => {
    const theirs = rows.find((row) => row.itemId === write.itemId)?.fields[write.key] ?? null
    return sameValue(theirs, write.value) ? [] : [{ kind: 'conflict', write, theirs }]
  })
  return { states, rows }
}

/** Writes cells one request after another, so that a revision is never stale by one's own hand. */
export function useEdits(rowOf: (itemId: string) => ItemRow | null): Edits {
  const [states, setStates] = useState<CellStates>(new Map())
  const revisions = useRef(new Map<string, number>())
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const rows = useRef(rowOf)
  rows.current = rowOf

  const mark = useCallback((marked: readonly CellState[]) => setStates((all) => withStates(all, marked)), [])
  const drop = useCallback((writes: readonly CellWrite[]) => setStates((all) => withoutStates(all, writes)), [])

  const settle = useCallback((changed: readonly ItemRow[]) => {
    for (const row of changed) revisions.current.set(row.itemId, row.revision)
    putRows(changed)
    void queryClient.invalidateQueries({ predicate: isTotals })
    void refresh(getItem)
  }, [])

  const send = useCallback(
    async (writes: readonly CellWrite[]): Promise<WriteResult> => {
      const revisionOf = (itemId: string) =>
        Math.max(revisions.current.get(itemId) ?? 0, rows.current(itemId)?.revision ?? 0)
      const changes = changesOf(writes, revisionOf)
      try {
        const reply = await call(updateItems, { body: { changes } })
        settle(reply.rows)
        drop(writes)
        return 'done'
      } catch (error) {
        const itemIds = changes.map(({ itemId }) => itemId)
        return await unwritten(error, writes, itemIds, { settle, drop, mark })
      }
    },
    [settle, drop, mark],
  )

  const write = useCallback(
    (writes: readonly CellWrite[]): Promise<WriteResult> => {
      mark(writes.map((own) => ({ kind: 'saving', write: own })))
      const sent = line.current.then(() => send(writes))
      line.current = sent.catch(() => undefined)
      return sent
    },
    [mark, send],
  )

  return { states, write, mark, drop }
}

interface Settling {
  readonly settle: (rows: readonly ItemRow[]) => void
  readonly drop: Edits['drop']
  readonly mark: Edits['mark']
}

/** What becomes of cells that the server did not take. The words stay with the cell in every case. */
async function unwritten(
  error: unknown,
  writes: readonly CellWrite[],
  itemIds: readonly string[],
  { settle, drop, mark }: Settling,
): Promise<WriteResult> {
  if (error instanceof RefusedError && stale(error)) {
    const conflict = await conflictsOf(writes)
    settle(conflict.rows)
    drop(writes)
    mark(conflict.states)
    return conflict.states.length > 0 ? 'conflict' : 'done'
  }
  if (error instanceof RefusedError) {
    drop(writes)
    mark(refusedStates(writes, itemIds, refusalsOf(error)))
    return 'refused'
  }
  mark(writes.map((write) => ({ kind: 'unsent', write })))
  if (error instanceof ConnectionError) return 'unsent'
  throw error
}

const refusalsOf = ({ reply }: RefusedError) =>
  reply.refusals.length > 0 ? reply.refusals : [{ message: reply.message }]
