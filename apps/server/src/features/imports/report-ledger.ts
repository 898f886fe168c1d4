import { readFileSync, statSync } from 'node:fs'
import { done, type Outcome, refused } from '@guatu/kernel'
import {
  chooseSheet,
  type Grid,
  type LedgerOptions,
  type LedgerReport,
  likelyList,
  otherLedgers,
  readLedger,
} from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import { FileRefused, fileRefusals } from '../../workbook/file-refusal.ts'
import { fileLimits } from '../../workbook/limits.ts'
import { openFile } from '../../workbook/open-file.ts'

export interface SheetInfo {
  readonly name: string
  readonly rows: number
  readonly hidden: boolean
}

export interface FileReport {
  readonly sheets: readonly SheetInfo[]
  /** The list that the file was read for. */
  readonly playbook: string
  readonly report: LedgerReport
}

/** What a worker is asked: a file and how to read it. All of it can be sent to a thread. */
export interface ReportRequest {
  readonly path: string
  readonly fileName: string
  readonly sheet?: string
  readonly options: LedgerOptions
  /** Lists of which the headers tell the one to read for; where they tell none it is that of the options. */
  readonly lists?: readonly Playbook[]
}

/** Reads a file from disk to its dry-run report; the heavy part of an import, meant for a thread of its own. */
export async function reportLedger(
  { path, fileName, sheet, lists, options: given }: ReportRequest,
  onRead: () => void = () => {},
): Promise<Outcome<FileReport>> {
  try {
    const grids = await openFile(fileBytes(path), fileName)
    onRead()
    const playbook = (lists && likelyList(grids, lists)) ?? given.playbook
    const options = { ...given, playbook }
    const chosen = chosenSheet(grids, sheet, options)
    // Who names a sheet knows that there are others.
    const unread = sheet === undefined ? otherLedgers(grids, chosen, options) : []
    const outcome = readLedger(chosen, { ...options, unread })
    if (outcome.kind === 'refused') return outcome
    const sheets = grids.map((grid) => ({ name: grid.sheet, rows: grid.rows.length, hidden: grid.hidden === true }))
    return done({ sheets, playbook: playbook.key, report: outcome.value })
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal)
    throw error
  }
}

const causes: Readonly<Record<string, string>> = { ENOENT: '没有这个文件', EACCES: '没有权限', EISDIR: '是文件夹' }

function fileBytes(path: string): Buffer {
  try {
    if (statSync(path).size > fileLimits.fileBytes)
      throw new FileRefused(fileRefusals.tooLarge(fileLimits.fileMegabytes))
    return readFileSync(path)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const { code = 'IO' } = error as NodeJS.ErrnoException
    throw new FileRefused(fileRefusals.unreadable(causes[code] ?? code))
  }
}

function chosenSheet(grids: readonly Grid[], name: string | undefined, options: LedgerOptions): Grid {
  const chosen =
    name === undefined ? chooseSheet(grids, options) : grids.find((grid) => grid.sheet.trim() === name.trim())
  if (chosen) return chosen
  throw new FileRefused(
    name === undefined
      ? fileRefusals.damaged()
      : fileRefusals.sheetUnknown(
          name,
          grids.map((grid) => grid.sheet),
        ),
  )
}
