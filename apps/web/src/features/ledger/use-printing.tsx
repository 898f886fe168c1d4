import type { ItemRow } from '@guatu/contract'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { messageOf } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import type { FieldContext } from '../../forms/context.ts'
import { toast } from '../../ui/toast.tsx'
import { MOST_PRINTED, type Paper, PrintTable, rowsToPrint } from './print-table.tsx'
import { ledgerTexts } from './texts.ts'
import type { LedgerView } from './view/use-ledger-view.ts'

interface Printing {
  readonly start: (paper: Paper) => void
  /** Stands on the page only while it prints. */
  readonly table: ReactNode
}

/** Reads the whole selection, then prints it: the grid on the screen holds only the rows in view. Ctrl+P does the same. */
export function usePrinting(view: LedgerView, context: FieldContext): Printing {
  const t = useText()
  const [job, setJob] = useState<{ readonly paper: Paper; readonly rows: readonly ItemRow[] } | null>(null)
  const start = useCallback(
    async (paper: Paper) => {
      toast({ text: t(ledgerTexts.printing) })
      try {
        const rows = await rowsToPrint(view.query)
        if (rows.length >= MOST_PRINTED) toast({ text: t(ledgerTexts.printCut, { count: MOST_PRINTED }) })
        setJob({ paper, rows })
      } catch (error) {
        toast({ text: t(messageOf(error)), tone: 'failed', error })
      }
    },
    [view.query, t],
  )
  const done = useCallback(() => setJob(null), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void start('a4')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [start])
  return {
    start: (paper) => void start(paper),
    table: job ? <PrintTable {...{ view, context, ...job }} onDone={done} /> : null,
  }
}
