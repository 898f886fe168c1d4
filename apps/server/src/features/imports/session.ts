import type { ImportState } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { ColumnMapping } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import type { Comparison } from './compare.ts'
import type { FileReport } from './report-ledger.ts'
import type { RunningReport } from './run-report.ts'

export type Phase = ImportState['progress']['phase']

/** One import on its way from the file to the list. Lives in the server's memory; only a commit outlives it. */
export interface ImportSession {
  readonly importId: string
  /** Who uploaded it. */
  readonly personId: string | null
  /** The list that the file is read for. */
  playbook: Playbook
  /** Nobody named the list: the headers tell it. */
  guessed: boolean
  readonly fileName: string
  readonly sha256: string
  readonly fileBytes: number
  readonly createdAt: string
  /** Where the uploaded file lies until the import is over. */
  readonly path: string
  sheet: string | null
  mapping: ColumnMapping | null
  headerRows: readonly number[] | null
  mappingRemembered: boolean
  phase: Phase
  fraction: number
  phaseStartedMs: number
  refusal: Refusal | null
  file: FileReport | null
  comparison: Comparison | null
  running: RunningReport | null
  /** Ends when the reading that goes on is over. */
  reading: Promise<void>
  /** Grows with every reading, so that one that was overtaken is dropped. */
  round: number
}

/** Reading, comparing or writing goes on: nothing can be asked of the session but to stop. */
const isBusy = ({ phase }: ImportSession): boolean => ['reading', 'checking', 'comparing', 'writing'].includes(phase)

export function enter(session: ImportSession, phase: Phase, fraction = 0): void {
  if (session.phase !== phase) session.phaseStartedMs = Date.now()
  session.phase = phase
  session.fraction = fraction
}

/** Inflated sheets are read at some 25 MB a second and packed about tenfold: a guess, only for the progress bar. */
const packedBytesPerSecond = 2_000_000

function fractionOf(session: ImportSession): number {
  if (session.phase !== 'reading') return session.fraction
  const seconds = (Date.now() - session.phaseStartedMs) / 1000
  return 1 - Math.exp((-seconds * packedBytesPerSecond) / Math.max(session.fileBytes, 1))
}

function secondsLeft(session: ImportSession): number | null {
  const fraction = fractionOf(session)
  if (!isBusy(session) || fraction < 0.05) return null
  const spent = (Date.now() - session.phaseStartedMs) / 1000
  return Math.round((spent * (1 - fraction)) / fraction)
}

export function stateReply(session: ImportSession): ImportState {
  const { importId, playbook, fileName, sha256, fileBytes, createdAt, file, comparison, refusal } = session
  return {
    importId,
    playbook: playbook.key,
    fileName,
    sha256,
    fileBytes,
    createdAt,
    sheets: (file?.sheets ?? []).map((sheet) => ({ ...sheet })),
    sheet: file?.report.sheet ?? session.sheet,
    mappingRemembered: session.mappingRemembered,
    progress: { phase: session.phase, fraction: fractionOf(session), secondsLeft: secondsLeft(session) },
    refusal: refusal && { code: refusal.code, message: { ...refusal.message } },
    counts: file && {
      rows: file.report.rows,
      importable: file.report.importable,
      errors: file.report.errors.length,
      warnings: file.report.warnings.length,
      duplicates: file.report.duplicates.length,
      created: comparison?.created.length ?? 0,
      changed: comparison?.changed.length ?? 0,
      unchanged: comparison?.unchanged ?? 0,
      unlistedOrgs: [...(comparison?.names.newOrgs ?? [])],
    },
  }
}
