import { listEvidence } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findItem } from '../../store/items/read.ts'
import { evidenceLimits } from './limits.ts'
import { evidenceOf, evidenceReply, usedBytes } from './rows.ts'

export const listEvidenceFeature = feature(listEvidence, async (deps, { params }) => {
  return await deps.store.read(async (tx) => {
    if (!(await findItem(tx, params.itemId))) return refused(refusal('NOT_FOUND'))
    const rows = await evidenceOf(tx, params.itemId)
    const { fileBytes, itemBytes } = evidenceLimits
    return done({ files: rows.map(evidenceReply), usedBytes: usedBytes(rows), limits: { fileBytes, itemBytes } })
  })
})
