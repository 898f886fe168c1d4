import { type NoticeKind, noticeKinds } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { snakeCase } from '../store/columns.ts'
import type { Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import { countedWords, type NoticeDraft } from './gather.ts'
import { type MailMessage, noticeMail } from './mail-text.ts'
import { type Reader, readersOf } from './preference.ts'
import { nextAllowed, usualQuiet } from './quiet.ts'
import type { NoticeSettings } from './settings.ts'
import type { Telling } from './telling.ts'

/** What a webhook is told, before it takes the shape that the other side wants. */
export interface WebhookMessage {
  readonly title: string
  readonly lines: readonly string[]
  readonly link: string
  readonly kind: NoticeKind | 'test'
  readonly itemId: string | null
  readonly at: string
}

export interface NewDelivery {
  readonly deliveryId: string
  readonly channel: 'mail' | 'webhook'
  readonly purpose: 'notice' | 'digest' | 'test'
  readonly personId: string | null
  readonly webhookId: string | null
  readonly once: string
  readonly kind: NoticeKind | null
  readonly message: MailMessage | WebhookMessage
  readonly createdAt: string
  readonly nextAt: string
}

/** Tells a queue of what is to go out, within the transaction that writes it. */
export type Announce = (tx: Tx, deliveries: readonly NewDelivery[]) => Promise<void>

/** Rows as one parameter of JSON, in the columns' own names. */
const asRows = (districtId: string, rows: readonly object[]) =>
  JSON.stringify(
    rows.map((row) => ({
      district_id: districtId,
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value])),
    })),
  )

/** Adds what is to go out; what is there already stays. Answers those that are new. */
export async function addDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<NewDelivery[]> {
  if (deliveries.length === 0) return []
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into notice_delivery (district_id, delivery_id, channel, purpose, person_id, webhook_id, once, kind, message,
       state, created_at, next_at)
     select district_id, delivery_id, channel, purpose, person_id, webhook_id, once, kind, message, 'waiting',
       created_at, next_at from jsonb_populate_recordset(null::notice_delivery, $1::jsonb)
     on conflict do nothing returning delivery_id as id`,
    [asRows(tx.districtId, deliveries)],
  )
  const added = new Set(rows.map(({ id }) => id))
  return deliveries.filter(({ deliveryId }) => added.has(deliveryId))
}

interface StoredNotice extends NoticeDraft {
  readonly noticeId: string
  readonly readAt: string | null
}

/** What is kept of a notice's words. */
export interface NoticeData {
  readonly itemTitle: string | null
  readonly text: Title
  readonly actor: string | null
  readonly reason: string | null
  readonly items: number
}

const dataOf = ({ itemTitle, text, actor, reason, items }: NoticeDraft): NoticeData => ({
  ...{ itemTitle, text, actor, reason, items },
})

async function addNotices(tx: Tx, notices: readonly StoredNotice[]): Promise<StoredNotice[]> {
  const known = notices.map((notice) => ({
    noticeId: notice.noticeId,
    personId: notice.personId,
    eventSeq: notice.seq,
    firstSeq: notice.firstSeq,
    lastSeq: notice.lastSeq,
    kind: notice.kind,
    itemId: notice.itemId,
    data: dataOf(notice),
    createdAt: notice.at,
    readAt: notice.readAt,
  }))
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into notice (district_id, notice_id, person_id, event_seq, first_seq, last_seq, kind, item_id, data,
       created_at, read_at)
     select x.district_id, x.notice_id, x.person_id, x.event_seq, x.first_seq, x.last_seq, x.kind, x.item_id, x.data,
       x.created_at, x.read_at
     from jsonb_populate_recordset(null::notice, $1::jsonb) x
       join person p on p.district_id = x.district_id and p.person_id = x.person_id
     on conflict do nothing returning notice_id as id`,
    [asRows(tx.districtId, known)],
  )
  const added = new Set(rows.map(({ id }) => id))
  return notices.filter(({ noticeId }) => added.has(noticeId))
}

interface ActOptions {
  readonly act: readonly Telling[]
  readonly drafts: readonly NoticeDraft[]
  readonly now: string
  readonly settings: NoticeSettings
  readonly announce: Announce
}

const blank = { personId: null, webhookId: null }

/** Mail that goes out by itself, to those who want this kind at once and whose address is known. */
function mailsOf(notices: readonly StoredNotice[], readers: ReadonlyMap<string, Reader>, options: ActOptions) {
  const { now, settings } = options
  if (!settings.mail) return []
  return notices.flatMap((notice): NewDelivery[] => {
    const reader = readers.get(notice.personId)
    const wanted = reader?.address && notice.readAt === null && reader.preference.mailKinds.includes(notice.kind)
    if (!reader || !wanted) return []
    return [
      {
        ...blank,
        deliveryId: uuidv7(),
        channel: 'mail',
        purpose: 'notice',
        personId: notice.personId,
        once: `notice ${notice.noticeId}`,
        kind: notice.kind,
        message: noticeMail(notice, reader, settings),
        createdAt: now,
        nextAt: nextAllowed(now, reader.preference),
      },
    ]
  })
}

interface ListeningWebhook {
  readonly webhookId: string
  readonly kinds: readonly NoticeKind[]
  readonly quiet: boolean
}

/** One telling of each item that a webhook listens to: whoever reads a group chat may not be let into talks. */
function heardBy({ kinds }: ListeningWebhook, drafts: readonly NoticeDraft[]): NoticeDraft[] {
  const byItem = new Map<string, NoticeDraft>()
  for (const draft of drafts) {
    const open = draft.phase !== null && draft.phase !== 'negotiation'
    if (open && draft.itemId !== null && kinds.includes(draft.kind)) byItem.set(`${draft.itemId} ${draft.kind}`, draft)
  }
  return [...byItem.values()]
}

const mostMessages = 5

const webhookMessage = (
  draft: Pick<NoticeDraft, 'kind' | 'itemTitle' | 'itemId' | 'text' | 'at'>,
  origin: string,
): WebhookMessage => ({
  title: `【${noticeKinds[draft.kind].zh}】${draft.itemTitle ?? ''}`,
  lines: [draft.text.zh],
  link: draft.itemId ? `${origin}/item/${draft.itemId}` : `${origin}/inbox`,
  kind: draft.kind,
  itemId: draft.itemId,
  at: draft.at,
})

function messagesOf(heard: readonly NoticeDraft[], origin: string): { seq: number; message: WebhookMessage }[] {
  if (heard.length <= mostMessages) {
    return heard.map((draft) => ({ seq: draft.seq, message: webhookMessage(draft, origin) }))
  }
  const first = heard[0]!
  const text = countedWords(heard.map(({ kind }) => kind))
  const many = { kind: 'many' as const, itemTitle: null, itemId: null, text, at: first.at }
  return [{ seq: first.seq, message: webhookMessage(many, origin) }]
}

async function webhooksOf(tx: Tx, { act, now, settings }: ActOptions): Promise<NewDelivery[]> {
  const { rows } = await tx.client.query<ListeningWebhook>(
    `select webhook_id as "webhookId", kinds, quiet from webhook
     where district_id = $1 and enabled and removed_at is null`,
    [tx.districtId],
  )
  const drafts = rows.length > 0 ? act.map((telling): NoticeDraft => ({ ...telling, ...alone(telling) })) : []
  return rows.flatMap((webhook) =>
    messagesOf(heardBy(webhook, drafts), settings.origin).map(({ seq, message }): NewDelivery => {
      const { webhookId, quiet } = webhook
      return {
        ...blank,
        deliveryId: uuidv7(),
        channel: 'webhook',
        purpose: 'notice',
        webhookId,
        once: `webhook ${webhookId} ${seq} ${message.kind}`,
        kind: message.kind === 'test' ? null : message.kind,
        message,
        createdAt: now,
        nextAt: quiet ? nextAllowed(now, usualQuiet) : now,
      }
    }),
  )
}

const alone = ({ seq }: Telling) => ({ firstSeq: seq, lastSeq: seq, items: 1 })

/** Writes one act's notices with what goes out by mail and webhook. Answers how many notices are new. */
export async function writeAct(tx: Tx, options: ActOptions): Promise<number> {
  const { drafts, announce } = options
  const readers = await readersOf(tx, [...new Set(drafts.map(({ personId }) => personId))])
  const stored = drafts.map((draft): StoredNotice => {
    const muted = readers.get(draft.personId)?.preference.mutedKinds.includes(draft.kind)
    // What somebody does not want to see is kept for the record of telling, as read.
    return { ...draft, noticeId: uuidv7(), readAt: muted ? draft.at : null }
  })
  const added = await addNotices(tx, stored)
  const deliveries = [...mailsOf(added, readers, options), ...(await webhooksOf(tx, options))]
  await announce(tx, await addDeliveries(tx, deliveries))
  return added.length
}
