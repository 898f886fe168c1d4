import type { EventDraft } from '../../store/chain.ts'
import type { EvidenceRow } from '../../store/schema.ts'

/** What the record says of a file; its hash ties the event to the very content. */
const told = ({ evidenceId, fileName, sha256, kind, bytes, nodeKey, factId }: EvidenceRow) => ({
  evidenceId,
  fileName,
  sha256,
  kind,
  bytes,
  nodeKey,
  factId,
})

export const addedEvent = (row: EvidenceRow): EventDraft => ({
  verb: 'evidence.added',
  itemId: row.itemId,
  data: told(row),
})

/** What is said about a file, before and after. */
export function describedEvent(before: EvidenceRow, after: EvidenceRow): EventDraft {
  const keys = (['takenAt', 'place', 'note'] as const).filter((key) => before[key] !== after[key])
  const changes = Object.fromEntries(keys.map((key) => [key, { from: before[key], to: after[key] }]))
  const { evidenceId, fileName } = after
  return { verb: 'evidence.described', itemId: after.itemId, data: { evidenceId, fileName, changes } }
}

export const withdrawnEvent = (row: EvidenceRow, reason: string): EventDraft => ({
  verb: 'evidence.withdrawn',
  itemId: row.itemId,
  data: told(row),
  reason,
})
