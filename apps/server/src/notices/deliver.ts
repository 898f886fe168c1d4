import type { Deps } from '../http/deps.ts'
import type { Store, Tx } from '../store/store.ts'
import { post } from './channels/post.ts'
import { unseal } from './channels/seal.ts'
import { sendMail } from './channels/send-mail.ts'
import { shapes } from './channels/webhook-shapes.ts'
import type { MailMessage } from './mail-text.ts'
import { type NoticeSettings, noticeSettingsOf } from './settings.ts'
import type { NewDelivery, WebhookMessage } from './write.ts'

/** Longer than any channel takes: whoever holds a delivery that long is gone. */
const claimMs = 60_000

const minuteMs = 60_000
/** Tried again after one minute, then two, four, ... six hours at most. */
const longestPauseMs = 360 * minuteMs
/** A delivery that nobody has taken for so many days is given up, to be looked at by whoever keeps the channels. */
const keptDays = 7

export const pauseMs = (attempts: number): number => Math.min(minuteMs * 2 ** Math.max(0, attempts - 1), longestPauseMs)

/** Something that is the receiver's last word: trying again would not help. */
class Refused extends Error {}

type Claimed = Pick<
  NewDelivery,
  'deliveryId' | 'channel' | 'purpose' | 'personId' | 'webhookId' | 'message' | 'createdAt'
> & {
  readonly attempts: number
}

const claimedColumns = `delivery_id as "deliveryId", channel, purpose, person_id as "personId", webhook_id as "webhookId",
  message, created_at as "createdAt", attempts`

/** Takes hold of a delivery that is due and nobody's, counting the attempt before it is made; undefined: not now. */
async function claim(
  { client, districtId }: Tx,
  deliveryId: string,
  now: string,
  heldMs: number,
): Promise<Claimed | undefined> {
  const until = new Date(Date.parse(now) + heldMs).toISOString()
  const { rows } = await client.query<Claimed>(
    `update notice_delivery set attempts = attempts + 1, claimed_until = $4
     where district_id = $1 and delivery_id = $2 and state = 'waiting' and next_at <= $3
       and (claimed_until is null or claimed_until <= $3)
     returning ${claimedColumns}`,
    [districtId, deliveryId, now, until],
  )
  return rows[0]
}

/** Somebody whose posts have ended meanwhile is told nothing any more. */
async function isInService({ client, districtId }: Tx, personId: string, day: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from post where district_id = $1 and person_id = $2 and from_day <= $3::date
       and (to_day is null or to_day >= $3::date) limit 1`,
    [districtId, personId, day],
  )
  return rows.length > 0
}

interface StoredWebhook {
  readonly shape: keyof typeof shapes
  readonly address: string
  readonly secret: string | null
}

async function webhookFor({ client, districtId }: Tx, webhookId: string): Promise<StoredWebhook | undefined> {
  const { rows } = await client.query<StoredWebhook>(
    `select shape, sealed_address as address, sealed_secret as secret from webhook
     where district_id = $1 and webhook_id = $2 and removed_at is null`,
    [districtId, webhookId],
  )
  return rows[0]
}

/** Posts one message in its receiver's format; throws what went wrong. */
async function postMessage(webhook: StoredWebhook, claimed: Claimed, settings: NoticeSettings): Promise<void> {
  const address = unseal(settings.secret, webhook.address)
  const secret = webhook.secret === null ? null : unseal(settings.secret, webhook.secret)
  if (address === null || (webhook.secret !== null && secret === null)) {
    throw new Error('address or secret were encrypted under another key: enter them anew')
  }
  const shape = shapes[webhook.shape]
  const { deliveryId, message } = claimed
  const signing = { secret, now: Date.now(), deliveryId }
  const { status, body } = await post(shape.request(message as WebhookMessage, address, signing), settings)
  if (status < 200 || status > 299) throw new Error(`HTTP ${status}`)
  const failure = shape.failure(jsonOf(body))
  if (failure !== null) throw new Error(failure)
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

async function send(store: Store, claimed: Claimed): Promise<void> {
  const settings = noticeSettingsOf(store)
  if (claimed.channel === 'mail') {
    if (!settings.mail) throw new Error('GUATU_SMTP_URL is not set')
    return await sendMail(claimed.message as MailMessage, claimed.deliveryId, settings.mail)
  }
  const webhook = await store.read((tx) => webhookFor(tx, claimed.webhookId!))
  if (!webhook) throw new Refused('the webhook is removed')
  await postMessage(webhook, claimed, settings)
}

/** An error as the administrator reads it: one line, without what it might quote of addresses and secrets. */
function errorLine(error: unknown): string {
  const { message = '', code, responseCode } = error as Error & { code?: string; responseCode?: number }
  const plain = message
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return [responseCode ?? code, plain].filter(Boolean).join(' ').slice(0, 300) || 'unknown'
}

const update = async ({ client, districtId }: Tx, deliveryId: string, sets: string, values: readonly unknown[]) => {
  await client.query(
    `update notice_delivery set claimed_until = null, ${sets}
     where district_id = $1 and delivery_id = $2 and state = 'waiting'`,
    [districtId, deliveryId, ...values],
  )
}

export type Delivered =
  | { readonly kind: 'sent' }
  /** To be tried again then. */
  | { readonly kind: 'failed'; readonly error: string; readonly nextAt: string }
  | { readonly kind: 'givenUp' | 'dropped'; readonly error: string }
  /** Done already, not due yet, or in other hands. */
  | { readonly kind: 'notNow' }

async function failed(store: Store, claimed: Claimed, error: unknown, now: string): Promise<Delivered> {
  const text = errorLine(error)
  const age = Date.parse(now) - Date.parse(claimed.createdAt)
  const last = error instanceof Refused || claimed.purpose === 'test' || age > keptDays * 86_400_000
  const nextAt = new Date(Date.parse(now) + pauseMs(claimed.attempts)).toISOString()
  const { deliveryId } = claimed
  await store.write((tx) =>
    last
      ? update(tx, deliveryId, `state = 'givenUp', last_error = $3`, [text])
      : update(tx, deliveryId, 'last_error = $3, next_at = $4', [text, nextAt]),
  )
  return last ? { kind: 'givenUp', error: text } : { kind: 'failed', error: text, nextAt }
}

/**
 * Delivers what is due: claimed, sent, told, each a transaction of its own. Whoever is killed after the receiver has taken
 * it and before that is told leaves it claimed: it goes out once more, under the mark that it had.
 */
export async function deliver(deps: Deps, deliveryId: string, heldMs = claimMs): Promise<Delivered> {
  const { store } = deps
  const claimed = await store.write((tx) => claim(tx, deliveryId, deps.now(), heldMs))
  if (!claimed) return { kind: 'notNow' }
  const { personId, purpose } = claimed
  if (personId && purpose !== 'test' && !(await store.read((tx) => isInService(tx, personId, deps.today())))) {
    const error = 'no post in force any more'
    await store.write((tx) => update(tx, deliveryId, `state = 'dropped', last_error = $3`, [error]))
    return { kind: 'dropped', error }
  }
  try {
    await send(store, claimed)
  } catch (error) {
    return await failed(store, claimed, error, deps.now())
  }
  await store.write((tx) => update(tx, deliveryId, `state = 'sent', sent_at = $3, last_error = null`, [deps.now()]))
  return { kind: 'sent' }
}

/** What waits and is due by then, the longest waiting first. */
export async function dueDeliveries(store: Store, by: string, most = 500): Promise<string[]> {
  return await store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<{ id: string }>(
      `select delivery_id as id from notice_delivery where district_id = $1 and state = 'waiting' and next_at <= $2
         and (claimed_until is null or claimed_until <= $2) order by next_at limit $3`,
      [districtId, by, most],
    )
    return rows.map(({ id }) => id)
  })
}
