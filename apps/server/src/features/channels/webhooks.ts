import { type BodyOf, createWebhook, deleteWebhook, updateWebhook, type WebhookEntry } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { seal } from '../../notices/channels/seal.ts'
import { targetRefusals } from '../../notices/channels/target.ts'
import { type NoticeSettings, noticeSettingsOf } from '../../notices/settings.ts'
import { append } from '../../store/append.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { toldWebhook, webhookRows } from './webhook-rows.ts'

type Sent = Pick<BodyOf<typeof updateWebhook>, 'name' | 'address' | 'secret'>

const noKey: Refusal = {
  code: 'CHANNEL_INVALID',
  path: 'address',
  message: { zh: '服务器没有加密密钥，不能保存', en: 'The server has no key to encrypt with' },
}

async function refusalsOf(tx: Tx, sent: Sent, settings: NoticeSettings, own: string | null): Promise<Refusal[]> {
  const others = (await webhookRows(tx)).filter(({ webhookId }) => webhookId !== own)
  const taken = others.some(({ name }) => name === sent.name.trim())
  const message = { zh: '已有同名的渠道', en: 'Another channel has this name' }
  return [
    ...(settings.secret === '' ? [noKey] : []),
    ...(sent.address === undefined ? [] : targetRefusals(sent.address.trim(), settings)),
    ...(taken ? [{ code: 'CHANNEL_INVALID', path: 'name', message }] : []),
  ]
}

/** Address and secret as they are stored; undefined: they stay. */
const sealed = ({ address, secret }: Sent, { secret: key }: NoticeSettings) => ({
  host: address === undefined ? undefined : new URL(address.trim()).host,
  address: address === undefined ? undefined : seal(key, address.trim()),
  secret: secret === undefined ? undefined : secret.trim() === '' ? null : seal(key, secret.trim()),
})

export const createWebhookFeature = feature(createWebhook, async ({ store, now }, { body }) => {
  const settings = noticeSettingsOf(store)
  return await store.write(async (tx) => {
    const refusals = await refusalsOf(tx, body, settings, null)
    if (refusals.length > 0) return refused(...refusals)
    const { host, address, secret } = sealed(body, settings)
    const { name, shape, kinds, enabled, quiet } = body
    const webhookId = uuidv7()
    await tx.client.query(
      `insert into webhook (district_id, webhook_id, name, shape, host, sealed_address, sealed_secret, kinds, enabled,
         quiet, revision, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11)`,
      [tx.districtId, webhookId, name.trim(), shape, host, address, secret ?? null, kinds, enabled, quiet, now()],
    )
    const [webhook] = await webhookRows(tx, webhookId)
    const data = { webhook: toldWebhook(webhook!) }
    await append(tx, { at: now(), events: [{ verb: 'webhook.created', itemId: null, data }] })
    return done(webhook!)
  })
})

async function findWebhook(tx: Tx, webhookId: string): Promise<WebhookEntry | undefined> {
  const { rows } = await tx.client.query(
    'select from webhook where district_id = $1 and webhook_id = $2 and removed_at is null for update',
    [tx.districtId, webhookId],
  )
  return rows.length > 0 ? (await webhookRows(tx, webhookId))[0] : undefined
}

export const updateWebhookFeature = feature(updateWebhook, async ({ store, now }, { params, body }) => {
  const settings = noticeSettingsOf(store)
  const { webhookId } = params
  return await store.write(async (tx) => {
    const before = await findWebhook(tx, webhookId)
    if (!before) return refused(refusal('NOT_FOUND'))
    const stale = before.revision === body.revision ? [] : [refusal('REVISION_STALE')]
    const refusals = [...stale, ...(await refusalsOf(tx, body, settings, webhookId))]
    if (refusals.length > 0) return refused(...refusals)
    const { host, address, secret } = sealed(body, settings)
    const { name, shape, kinds, enabled, quiet } = body
    await tx.client.query(
      `update webhook set name = $3, shape = $4, kinds = $5, enabled = $6, quiet = $7, revision = revision + 1,
         host = coalesce($8, host), sealed_address = coalesce($9, sealed_address),
         sealed_secret = case when $10 then $11 else sealed_secret end
       where district_id = $1 and webhook_id = $2`,
      [
        ...[tx.districtId, webhookId, name.trim(), shape, kinds, enabled, quiet, host ?? null, address ?? null],
        ...[secret !== undefined, secret ?? null],
      ],
    )
    const [after] = await webhookRows(tx, webhookId)
    const renewed = { address: address !== undefined, secret: secret !== undefined }
    const data = { before: toldWebhook(before), after: toldWebhook(after!), renewed }
    await append(tx, { at: now(), events: [{ verb: 'webhook.updated', itemId: null, data }] })
    return done(after!)
  })
})

export const deleteWebhookFeature = feature(deleteWebhook, async ({ store, now }, { params }) => {
  const { webhookId } = params
  return await store.write(async (tx) => {
    const before = await findWebhook(tx, webhookId)
    if (!before) return refused(refusal('NOT_FOUND'))
    // What could open it goes at once.
    await tx.client.query(
      `update webhook set removed_at = $3, enabled = false, sealed_address = '', sealed_secret = null
       where district_id = $1 and webhook_id = $2`,
      [tx.districtId, webhookId, now()],
    )
    await asKeeper(tx, ({ client, districtId }) =>
      client.query(
        `update notice_delivery set state = 'dropped', last_error = 'the webhook is removed'
         where district_id = $1 and webhook_id = $2 and state = 'waiting'`,
        [districtId, webhookId],
      ),
    )
    const data = { webhook: toldWebhook(before) }
    await append(tx, { at: now(), events: [{ verb: 'webhook.removed', itemId: null, data }] })
    return done({ done: true })
  })
})
