import type { Refusal } from '@guatu/kernel'
import type { ItemRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import { directoryNames } from './names.ts'
import { eventText, type TextContext } from './text.ts'

/** Told of at most; who is further behind loads the record anew anyway. */
const toldEvents = 3

/** A refusal for whoever read an older revision: who changed what since. Null when the revision is the current one. */
export async function staleRefusal(
  tx: Tx,
  row: ItemRow,
  revision: number,
  context: Omit<TextContext, 'names'>,
): Promise<Refusal | null> {
  if (row.revision === revision) return null
  const events = await tx.db
    .selectFrom('event')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('itemId', '=', row.itemId)
    .orderBy('seq', 'desc')
    .limit(20)
    .execute()
  const later = events.filter((event) => Number(event.data.revision ?? 0) > revision).slice(0, toldEvents)
  const names = await directoryNames(tx)
  const told = later.map((event) => ({ event, text: eventText(event, { ...context, names }) }))
  const message = {
    zh: `“${row.title}”已被改过：${told.map(({ event, text }) => `${event.actor} ${text.zh}`).join('；') || '请重新载入'}`,
    en: `'${row.title}' was changed meanwhile: ${told.map(({ event, text }) => `${event.actor}: ${text.en}`).join('; ') || 'please reload'}`,
  }
  return { code: 'REVISION_STALE', path: row.itemId, message }
}
