import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Refusal } from '@guatu/kernel'
import type { LedgerReport } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import { commitSession } from '../features/imports/commit-session.ts'
import { closeSession, openSession, type ReadingWish } from '../features/imports/desk.ts'
import { withDistrict } from './with-district.ts'

export interface Committed {
  readonly report: LedgerReport
  readonly importId: string
  readonly created: number
  readonly changed: number
}

export type CommitResult =
  | { readonly kind: 'done'; readonly value: Committed }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly report?: LedgerReport }

/** Reads, compares and writes a ledger in one go, as the browser does in steps. */
export async function commitLedger(
  path: string,
  playbook: Playbook,
  wish: ReadingWish,
  rows: 'all' | 'valid',
): Promise<CommitResult> {
  return await withDistrict(async ({ deps }) => {
    const opened = await openSession(
      deps,
      playbook,
      { fileName: basename(path), mediaType: '', stream: createReadStream(path) },
      wish,
    )
    if (opened.kind === 'refused') return opened
    const session = opened.value
    try {
      await session.reading
      const { file, comparison, refusal, importId } = session
      if (!file || !comparison) return { kind: 'refused', refusals: refusal ? [refusal] : [] }
      const outcome = await commitSession(deps, session, { rows, changes: 'all' })
      if (outcome.kind === 'refused') return { ...outcome, report: file.report }
      const counts = { created: comparison.created.length, changed: comparison.changed.length }
      return { kind: 'done', value: { report: file.report, importId, ...counts } }
    } finally {
      await closeSession(deps, session.importId)
    }
  })
}
