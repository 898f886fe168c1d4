import type { ItemRow } from '@guatu/contract'
import { useCallback, useEffect, useRef } from 'react'
import { type Text, useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { ledgerTexts } from '../texts.ts'
import { type CellStates, writesOf } from './cell-state.ts'
import { changedSince, type EditHistory, emptyHistory, redone, undone, withAct } from './history.ts'
import type { CellWrite } from './paste.ts'
import type { Edits } from './use-edits.ts'

export interface Acts {
  /** Writes cells and offers to take them back in the message that confirms them. */
  readonly act: (writes: readonly CellWrite[], done?: Text) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** Sends again, as one act, what no answer came for. */
  readonly retry: () => Promise<void>
}

/** What the cells hold that a write would change: its way back. */
const beforeOf = (writes: readonly CellWrite[], rowOf: (itemId: string) => ItemRow | null): readonly CellWrite[] =>
  writes.map(({ itemId, key }) => ({ itemId, key, text: '', value: rowOf(itemId)?.fields[key] ?? null }))

/** `editable`: whether the person may edit anything at all; single items are judged by the server. */
export function useActs(edits: Edits, rowOf: (itemId: string) => ItemRow | null, editable: boolean): Acts {
  const t = useText()
  const history = useRef<EditHistory>(emptyHistory)
  const newest = useRef({ edits, rowOf })
  newest.current = { edits, rowOf }

  /** Puts cells back unless somebody else changed them since: that would overwrite unseen. */
  const replay = useCallback(
    async (expected: readonly CellWrite[], wanted: readonly CellWrite[]): Promise<boolean> => {
      const { edits: current, rowOf: rowNow } = newest.current
      const changed = changedSince(expected, ({ itemId, key }) => rowNow(itemId)?.fields[key])
      if (changed.length > 0) {
        toast({ text: t(ledgerTexts.undoBlocked), tone: 'failed' })
        return false
      }
      return (await current.write(wanted)) === 'done'
    },
    [t],
  )
  const undo = useCallback(async () => {
    const last = history.current.past.at(-1)
    if (!last) return toast({ text: t(ledgerTexts.nothingToUndo) })
    if (!(await replay(last.after, last.before))) return
    history.current = undone(history.current)
    toast({ text: t(ledgerTexts.undone) })
  }, [replay, t])
  const redo = useCallback(async () => {
    const next = history.current.future[0]
    if (next && (await replay(next.before, next.after))) history.current = redone(history.current)
  }, [replay])
  const act = useCallback(
    async (writes: readonly CellWrite[], done: Text = ledgerTexts.saved) => {
      if (!editable) return toast({ text: t(ledgerTexts.readOnly), tone: 'failed' })
      if (writes.length === 0) return
      const before = beforeOf(writes, newest.current.rowOf)
      const result = await newest.current.edits.write(writes)
      if (result !== 'done') return
      history.current = withAct(history.current, { before, after: writes })
      toast({ text: t(done, { count: writes.length }), undo })
    },
    [undo, t, editable],
  )
  const retry = useCallback(() => act(writesOf(newest.current.edits.states, 'unsent')), [act])
  useUnsentGuard(edits.states, retry)
  return { act, undo, redo, retry }
}

/** Tries unsent cells again when the network is back and every few seconds; asks before a page with such cells closes. */
function useUnsentGuard(states: CellStates, retry: () => Promise<unknown>): void {
  const waiting = writesOf(states, 'unsent').length > 0
  useEffect(() => {
    if (!waiting) return
    const again = () => void retry()
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const timer = setInterval(again, 8_000)
    addEventListener('online', again)
    addEventListener('beforeunload', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      removeEventListener('beforeunload', ask)
    }
  }, [waiting, retry])
}
