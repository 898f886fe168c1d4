import { parentPort, workerData } from 'node:worker_threads'
import type { FileReport, ReportRequest } from './report-ledger.ts'
import { reportLedger } from './report-ledger.ts'

/** What the thread tells: how far it is, then the report without its items, then the items in portions. */
export type ReportMessage =
  | { readonly kind: 'progress'; readonly phase: 'checking'; readonly fraction: number }
  | { readonly kind: 'outcome'; readonly outcome: Awaited<ReturnType<typeof reportLedger>>; readonly items: number }
  | { readonly kind: 'items'; readonly items: FileReport['report']['items'] }

/** Few enough that receiving a portion never holds up the server's other requests. */
const portion = 2000

const port = parentPort!
const send = (message: ReportMessage): void => port.postMessage(message)
const outcome = await reportLedger(workerData as ReportRequest, () =>
  send({ kind: 'progress', phase: 'checking', fraction: 0 }),
)
if (outcome.kind === 'refused') send({ kind: 'outcome', outcome, items: 0 })
else {
  const { items, ...report } = outcome.value.report
  send({
    kind: 'outcome',
    outcome: { ...outcome, value: { ...outcome.value, report: { ...report, items: [] } } },
    items: items.length,
  })
  for (let at = 0; at < items.length; at += portion) send({ kind: 'items', items: items.slice(at, at + portion) })
}
