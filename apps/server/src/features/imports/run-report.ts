import { type Outcome, refused } from '@guatu/kernel'
import type { LedgerItem } from '@guatu/ledger'
import { fileRefusals } from '../../workbook/file-refusal.ts'
import { startWorker } from '../../worker.ts'
import type { ReportMessage } from './report.worker.ts'
import type { FileReport, ReportRequest } from './report-ledger.ts'

/** Enough for a ledger of a few hundred thousand rows; what breaks it stops the thread, never the server. */
const memoryLimitMb = 3072

export interface RunningReport {
  readonly outcome: Promise<Outcome<FileReport>>
  /** Stops the thread at once; the outcome then never comes. */
  cancel(): Promise<void>
}

/** Reads a ledger in a thread with a memory limit of its own. */
export function runReport(
  request: ReportRequest,
  onProgress: (phase: 'reading' | 'checking', fraction: number) => void = () => {},
): RunningReport {
  const worker = startWorker('features/imports/report', {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  })
  onProgress('reading', 0)
  const outcome = new Promise<Outcome<FileReport>>((resolve, reject) => {
    let head: Outcome<FileReport> | null = null
    let expected = 0
    const items: LedgerItem[] = []
    worker.on('message', (message: ReportMessage) => {
      if (message.kind === 'progress') return onProgress(message.phase, message.fraction)
      if (message.kind === 'outcome') [head, expected] = [message.outcome, message.items]
      else items.push(...message.items)
      if (head === null || items.length < expected) return
      if (expected > 0) onProgress('checking', items.length / expected)
      resolve(
        head.kind === 'refused' ? head : { ...head, value: { ...head.value, report: { ...head.value.report, items } } },
      )
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refused(fileRefusals.tooManyCells()))
      else reject(error)
    })
  })
  return {
    outcome,
    cancel: async () => {
      await worker.terminate()
    },
  }
}
