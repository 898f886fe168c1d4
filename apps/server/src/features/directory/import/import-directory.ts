import type { DirectoryDifference } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { DirectoryReport } from '@guatu/ledger'
import type { Deps } from '../../../http/deps.ts'
import { refusal } from '../../../http/refuse.ts'
import type { Tx } from '../../../store/store.ts'
import { lockDirectory } from '../lock.ts'
import { differenceOf } from './difference.ts'
import { planDirectory } from './plan.ts'
import type { DirectoryPlan } from './planning.ts'
import { readDirectoryFile } from './read-file.ts'
import { storedDirectory } from './stored.ts'
import { writePlan } from './write.ts'

/** A file handed in, over the network or on the command line. */
export interface DirectoryFile {
  readonly bytes: Buffer
  readonly fileName: string
}

interface ImportDeps extends Pick<Deps, 'store' | 'today' | 'now'> {
  /** How a file is read; absent: in a thread of its own. */
  readonly readFile?: typeof readDirectoryFile
}

async function planned(tx: Tx, report: DirectoryReport, today: string): Promise<Outcome<DirectoryPlan>> {
  const stored = await storedDirectory(tx)
  if (!stored.rights.directory && !stored.rights.posts) {
    const zh = '导入名录：需要是系统管理员（单位和人员）或安全管理员（岗位）'
    const en =
      'Importing the directory: needs the system administrator (units, persons) or the security administrator (posts)'
    return refused(refusal('FORBIDDEN', { zh, en }))
  }
  return done(planDirectory(report, stored, { districtId: tx.districtId, today }))
}

/** What a file would change; writes nothing. */
export async function checkDirectory(deps: ImportDeps, file: DirectoryFile): Promise<Outcome<DirectoryDifference>> {
  const today = deps.today()
  const report = await (deps.readFile ?? readDirectoryFile)({ ...file, today })
  if (report.kind === 'refused') return report
  return await deps.store.read(async (tx) => {
    const plan = await planned(tx, report.value, today)
    return plan.kind === 'refused' ? plan : done(differenceOf(file.fileName, report.value, plan.value))
  })
}

/** Writes a file in one transaction, if it still changes what was shown; `digest` absent: whatever it changes. */
export async function commitDirectory(
  deps: ImportDeps,
  file: DirectoryFile,
  digest?: string,
): Promise<Outcome<DirectoryDifference>> {
  const today = deps.today()
  const report = await (deps.readFile ?? readDirectoryFile)({ ...file, today })
  if (report.kind === 'refused') return report
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const plan = await planned(tx, report.value, today)
    if (plan.kind === 'refused') return plan
    const difference = differenceOf(file.fileName, report.value, plan.value)
    if (digest !== undefined && digest !== difference.digest) return refused(refusal('IMPORT_CHANGED'))
    if (difference.errors.length > 0) {
      const [zh, en] = [
        `表中有 ${difference.errors.length} 处错误，没有写入`,
        'The sheet has errors; nothing was written',
      ]
      return refused(refusal('IMPORT_HAS_ERRORS', { zh, en }))
    }
    await writePlan(tx, plan.value, file.fileName, deps.now())
    return done(difference)
  })
}
