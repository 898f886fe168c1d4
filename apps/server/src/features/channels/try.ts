import { type NoticePreference, testMail, testWebhook } from '@guatu/contract'
import { done, type Refusal, refused, type Title } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { deliver } from '../../notices/deliver.ts'
import { framedMail } from '../../notices/mail-text.ts'
import { readersOf } from '../../notices/preference.ts'
import { noticeSettingsOf } from '../../notices/settings.ts'
import { addDeliveries, type NewDelivery } from '../../notices/write.ts'
import { systemActor } from '../../store/actor.ts'
import { append } from '../../store/append.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { webhookRows } from './webhook-rows.ts'

const words: Readonly<Record<'subject' | 'text', Title>> = {
  subject: { zh: '测试消息', en: 'Test message' },
  text: { zh: '收到这条消息，说明通知渠道是通的。', en: 'This message shows that the channel works.' },
}

type Purposed = Omit<NewDelivery, 'deliveryId' | 'purpose' | 'once' | 'createdAt' | 'nextAt' | 'kind'>

/** Sends at once, told in the record; a test that fails is not tried again. */
async function tried(deps: Deps, wished: Purposed) {
  const deliveryId = uuidv7()
  const at = deps.now()
  const { channel } = wished
  const rest = { purpose: 'test' as const, once: `test ${deliveryId}`, createdAt: at, nextAt: at, kind: null }
  await deps.store.write((tx) =>
    append(tx, { at, events: [{ verb: 'channel.tested', itemId: null, data: { channel, deliveryId } }] }),
  )
  const store = deps.store.as(systemActor)
  await store.write((tx) => addDeliveries(tx, [{ ...wished, ...rest, deliveryId }]))
  const outcome = await deliver({ ...deps, store, actor: systemActor }, deliveryId)
  return done({ sent: outcome.kind === 'sent', error: 'error' in outcome ? outcome.error : null })
}

const invalid = (zh: string, en: string): Refusal => ({ code: 'CHANNEL_INVALID', message: { zh, en } })

export const testMailFeature = feature(testMail, async (deps) => {
  const { store, actor } = deps
  const settings = noticeSettingsOf(store)
  const { personId } = actor
  const reader =
    personId === null ? undefined : await store.read(async (tx) => (await readersOf(tx, [personId])).get(personId))
  const refusals = [
    ...(settings.mail
      ? []
      : [invalid('还没有设置邮件服务器（GUATU_SMTP_URL）', 'No mail server is set (GUATU_SMTP_URL)')]),
    ...(reader?.address ? [] : [invalid('名录里没有您的邮箱', 'The directory has no mail address of yours')]),
  ]
  if (!reader || refusals.length > 0) return refused(...refusals)
  const language: NoticePreference['language'] = reader.preference.language
  const parts = [{ title: words.subject[language], lines: [{ text: words.text[language] }] }]
  const message = framedMail({ reader, settings, subject: words.subject[language], parts })
  return await tried(deps, { channel: 'mail', personId, webhookId: null, message })
})

export const testWebhookFeature = feature(testWebhook, async (deps, { params }) => {
  const { store } = deps
  const [webhook] = await store.read((tx) => webhookRows(tx, params.webhookId))
  if (!webhook) return refused(refusal('NOT_FOUND'))
  const { origin, product } = noticeSettingsOf(store)
  const message = {
    ...{ title: `【${words.subject.zh}】${product}`, lines: [words.text.zh], link: `${origin}/inbox` },
    ...{ kind: 'test' as const, itemId: null, at: deps.now() },
  }
  return await tried(deps, { channel: 'webhook', personId: null, webhookId: webhook.webhookId, message })
})
