import { addEvidence, describeEvidence, type RefusedReply, sendReport } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { call } from '../api/call.ts'
import { ConnectionError, RefusedError } from '../api/refused.ts'
import { offlineDatabase, type WaitingPhoto, type WaitingReport } from './database.ts'

/** What came of sending: gone, held up for the person to decide, or not possible at the moment. */
export type Sent =
  | { readonly kind: 'sent' | 'offline' | 'signedOut' }
  | { readonly kind: 'conflict' | 'refused'; readonly refusals: readonly Refusal[] }

const notNow = [429, 502, 503, 504]

/** What a failure means for the line. Whatever another try may mend is no refusal. */
export function meaningOf(error: unknown): Sent {
  if (error instanceof ConnectionError) return { kind: 'offline' }
  if (!(error instanceof RefusedError)) throw error
  const { code, refusals, message }: RefusedReply = error.reply
  if (code === 'SIGN_IN_REQUIRED' || code === 'SECOND_FACTOR_REQUIRED' || code === 'PASSWORD_EXPIRED')
    return { kind: 'signedOut' }
  if (notNow.includes(error.status) || code === 'SERVER_FAULT') return { kind: 'offline' }
  const told = (refusals.length > 0 ? refusals : [{ code, message }]) as readonly Refusal[]
  return { kind: told.some((one) => one.code === 'REPORT_CONFLICT') ? 'conflict' : 'refused', refusals: told }
}

/** Hands a photo in under its own id, once, with its time and place. */
async function sendPhoto(photo: WaitingPhoto): Promise<void> {
  const { evidenceId, itemId, nodeKey, takenAt, place, kept } = photo
  if (kept) return
  const file = new File([photo.file], photo.fileName, { type: photo.file.type })
  const query = { id: evidenceId, ...(nodeKey === null ? {} : { node: nodeKey }) }
  await call(addEvidence, { params: { itemId }, query, file }, { once: true })
  if (takenAt !== null || place !== null) {
    const said = { ...(takenAt === null ? {} : { takenAt }), ...(place === null ? {} : { place }) }
    await call(describeEvidence, { params: { evidenceId }, body: said }, { once: true })
  }
  await (await offlineDatabase()).put('photo', { ...photo, kept: true })
}

/** Sends a report with its photos. All of it may be sent again: ids of this device name report and photos. */
export async function sendWaiting(report: WaitingReport, photos: readonly WaitingPhoto[]): Promise<Sent> {
  try {
    for (const photo of photos) await sendPhoto(photo)
    const evidenceIds = photos.map(({ evidenceId }) => evidenceId)
    await call(sendReport, { body: { ...report.body, evidenceIds } }, { once: true })
    return { kind: 'sent' }
  } catch (error) {
    return meaningOf(error)
  }
}
