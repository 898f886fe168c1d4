import { parentPort, workerData } from 'node:worker_threads'
import type { Outcome } from '@guatu/kernel'
import type { DirectoryReport } from '@guatu/ledger'
import { type DirectoryRequest, reportDirectory } from './report-file.ts'

const outcome: Outcome<DirectoryReport> = await reportDirectory(workerData as DirectoryRequest)
parentPort!.postMessage(outcome)
