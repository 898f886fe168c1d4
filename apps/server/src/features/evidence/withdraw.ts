import { withdrawEvidence } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { append } from '../../store/append.ts'
import { changeable } from './changeable.ts'
import { withdrawnEvent } from './events.ts'
import { evidenceReply } from './rows.ts'

const reasonRequired = { zh: '撤回要写明理由', en: 'Taking evidence back needs a reason' }

export const withdrawEvidenceFeature = feature(withdrawEvidence, async (deps, { params, body }) => {
  const { actor, now } = deps
  return await deps.store.write(async (tx) => {
    const found = await changeable(tx, params.evidenceId)
    if (found.kind === 'refused') return found
    const reason = body.reason.trim()
    if (reason === '') return refused(refusal('REASON_REQUIRED', reasonRequired, 'reason'))
    const at = now()
    const withdrawn = {
      withdrawnAt: at,
      withdrawnBy: actor.name,
      withdrawnById: actor.personId,
      withdrawnReason: reason,
    }
    await append(tx, { at, events: [withdrawnEvent(found.value, reason)] })
    await tx.db
      .updateTable('evidence')
      .set(withdrawn)
      .where('districtId', '=', tx.districtId)
      .where('evidenceId', '=', found.value.evidenceId)
      .execute()
    return done({ evidence: evidenceReply({ ...found.value, ...withdrawn }) })
  })
})
