import { done, type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../../http/refuse.ts'
import type { EvidenceRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { mayChangeEvidence } from './may-add.ts'
import { evidenceQuery, findEvidence } from './rows.ts'

/** A file that stands and that whoever acts may say something about. */
export async function changeable(tx: Tx, evidenceId: string): Promise<Outcome<EvidenceRow>> {
  const row = await findEvidence(tx, evidenceId)
  if (!row) return refused(refusal('NOT_FOUND'))
  if (!(await mayChangeEvidence(tx, row))) return refused(refusal('FORBIDDEN'))
  // Under lock: of two who change one file at once, the second sees what the first has done.
  const locked = await evidenceQuery(tx, evidenceId).forUpdate().executeTakeFirst()
  return locked?.withdrawnAt === null ? done(locked) : refused(refusal('EVIDENCE_WITHDRAWN'))
}
