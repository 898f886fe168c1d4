import type { ItemRow } from '@guatu/contract'
import { useCallback, useRef } from 'react'
import { type Text, useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { ledgerTexts } from '../texts.ts'
import { changedSince, type EditHistory, emptyHistory, redone, undone, withAct } from './history.ts'
import type { CellWrite } from './paste.ts'
import type { Edits } from './use-edits.ts'

export interface Acts {
  /** Writes cells and offers to take them back in the message that confirms them. */
  readonly act: (writes: readonly CellWrite[], done?: Text) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** What the cells hold that a write would change: its way back. */
const beforeOf = (writes: readonly CellWrite[], rowOf: (itemId: string) => ItemRow | null): readonly CellWrite[] =>
  writes.map(({ itemId, key }) => ({ itemId, key, text: '', value: rowOf(itemId)?.fields[key] ?? null }))

export function useActs(edits: Edits, rowOf: (itemId: string) => ItemRow | null): Acts {
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
      if (writes.length === 0) return
      const before = beforeOf(writes, newest.current.rowOf)
      const result = await newest.current.edits.write(writes)
      if (result !== 'done') return
      history.current = withAct(history.current, { before, after: writes })
      toast({ text: t(done, { count: writes.length }), undo })
    },
    [undo, t],
  )
  return { act, undo, redo }
}
