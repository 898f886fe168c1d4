import type { EvidenceReply } from '@guatu/contract'
import type { EvidenceRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

export function evidenceQuery(tx: Tx, evidenceId: string) {
  const query = tx.db.selectFrom('evidence').selectAll().where('districtId', '=', tx.districtId)
  return query.where('evidenceId', '=', evidenceId)
}

export const findEvidence = (tx: Tx, evidenceId: string): Promise<EvidenceRow | undefined> =>
  evidenceQuery(tx, evidenceId).executeTakeFirst()

/** Every file of an item, newest first. */
export async function evidenceOf(tx: Tx, itemId: string): Promise<EvidenceRow[]> {
  const query = tx.db.selectFrom('evidence').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('itemId', '=', itemId).orderBy('evidenceId', 'desc').execute()
}

export const usedBytes = (rows: readonly EvidenceRow[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0)

/** A file as it travels. */
export function evidenceReply(row: EvidenceRow): EvidenceReply {
  const { evidenceId, itemId, nodeKey, factId, sha256, fileName, kind, bytes, takenAt, place, note } = row
  const { addedBy, addedAt, withdrawnAt, withdrawnBy, withdrawnReason } = row
  const withdrawn =
    withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawnReason ?? '' }
  const said = { takenAt, place, note, addedBy, addedAt, withdrawn }
  return { evidenceId, itemId, nodeKey, factId, sha256, fileName, kind, bytes, ...said }
}
