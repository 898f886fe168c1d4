import { describeEvidence } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { changeable } from './changeable.ts'
import { describedEvent } from './events.ts'
import { evidenceReply } from './rows.ts'

/** An empty text says as little as none. */
const words = (text: string | null | undefined, stored: string | null) =>
  text === undefined ? stored : text?.trim() || null

export const describeEvidenceFeature = feature(describeEvidence, async (deps, { params, body }) => {
  const now = deps.now()
  return await deps.store.write(async (tx) => {
    const found = await changeable(tx, params.evidenceId)
    if (found.kind === 'refused') return found
    const before = found.value
    const takenAt = body.takenAt === undefined ? before.takenAt : body.takenAt && new Date(body.takenAt).toISOString()
    const said = { takenAt, place: words(body.place, before.place), note: words(body.note, before.note) }
    const event = describedEvent(before, { ...before, ...said })
    if (Object.keys(event.data.changes as object).length > 0) {
      await append(tx, { at: now, events: [event] })
      await tx.db
        .updateTable('evidence')
        .set(said)
        .where('districtId', '=', tx.districtId)
        .where('evidenceId', '=', before.evidenceId)
        .execute()
    }
    return done({ evidence: evidenceReply({ ...before, ...said }) })
  })
})
