import { type Static, Type } from 'typebox'
import { NoticeKindShape } from './notices.ts'
import { route } from './route.ts'
import { Id, Instant, nullable, oneOf } from './shapes.ts'

/** Whose format a message has: a work-chat robot’s, or plain JSON. */
export const webhookShapes = ['dingtalk', 'wecom', 'feishu', 'json'] as const
export type WebhookShape = (typeof webhookShapes)[number]

export const deliveryStates = ['waiting', 'sent', 'givenUp', 'dropped'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Address = Type.String({ minLength: 1, maxLength: 1000 })
const Secret = Type.String({ maxLength: 200 })
const Kinds = Type.Array(NoticeKindShape, { minItems: 1, uniqueItems: true })

const WebhookEntryShape = Type.Object({
  webhookId: Id,
  name: Type.String(),
  shape: oneOf(webhookShapes),
  /** The host alone: the whole address lets anybody post. */
  host: Type.String(),
  /** Messages are signed. */
  signed: Type.Boolean(),
  kinds: Type.Array(NoticeKindShape),
  enabled: Type.Boolean(),
  /** Waits for working hours. */
  quiet: Type.Boolean(),
  revision: Type.Integer(),
})
export type WebhookEntry = Static<typeof WebhookEntryShape>

export const getChannels = route({
  name: 'getChannels',
  needs: 'list.configure',
  method: 'GET',
  path: '/api/channels',
  summary: 'Ways in which the district tells people: mail and webhooks',
  reply: Type.Object({
    /** Null: the operator has set up no mail server. */
    mail: nullable(Type.Object({ from: Type.String(), host: Type.String() })),
    /** Hosts that webhooks may go to, as the operator has set them. */
    hosts: Type.Array(Type.String()),
    webhooks: Type.Array(WebhookEntryShape),
    /** How many persons with a post the directory has a mail address of, and how many there are. */
    reachable: Type.Object({ withAddress: Type.Integer(), persons: Type.Integer() }),
    waiting: Type.Integer(),
    givenUp: Type.Integer(),
  }),
  refusals: [],
})
export type Channels = Static<typeof getChannels.reply>

const WebhookBody = {
  name: Name,
  shape: oneOf(webhookShapes),
  kinds: Kinds,
  enabled: Type.Boolean(),
  quiet: Type.Boolean(),
}

export const createWebhook = route({
  name: 'createWebhook',
  needs: 'list.configure',
  method: 'POST',
  path: '/api/channels/webhooks',
  summary: 'Add a webhook; its address and secret are kept encrypted and never shown again',
  body: Type.Object({ ...WebhookBody, address: Address, secret: Type.Optional(Secret) }),
  reply: WebhookEntryShape,
  refusals: ['CHANNEL_INVALID'],
})

export const updateWebhook = route({
  name: 'updateWebhook',
  needs: 'list.configure',
  method: 'PUT',
  path: '/api/channels/webhooks/:webhookId',
  summary: 'Change a webhook; an address or secret that is not named stays',
  params: Type.Object({ webhookId: Id }),
  body: Type.Object({
    ...WebhookBody,
    address: Type.Optional(Address),
    secret: Type.Optional(Secret),
    revision: Type.Integer(),
  }),
  reply: WebhookEntryShape,
  refusals: ['NOT_FOUND', 'CHANNEL_INVALID', 'REVISION_STALE'],
})

export const deleteWebhook = route({
  name: 'deleteWebhook',
  needs: 'list.configure',
  method: 'DELETE',
  path: '/api/channels/webhooks/:webhookId',
  summary: 'Remove a webhook; what waits for it is dropped',
  params: Type.Object({ webhookId: Id }),
  reply: Type.Object({ done: Type.Boolean() }),
  refusals: ['NOT_FOUND'],
})

const Tried = Type.Object({ sent: Type.Boolean(), error: nullable(Type.String()) })

export const testWebhook = route({
  name: 'testWebhook',
  needs: 'list.configure',
  method: 'POST',
  path: '/api/channels/webhooks/:webhookId/test',
  summary: 'Send a test message at once and say what came back',
  params: Type.Object({ webhookId: Id }),
  reply: Tried,
  refusals: ['NOT_FOUND'],
})

export const testMail = route({
  name: 'testMail',
  needs: 'list.configure',
  method: 'POST',
  path: '/api/channels/mail/test',
  summary: 'Send a test mail to one’s own address at once and say what came back',
  reply: Tried,
  refusals: ['CHANNEL_INVALID'],
})

const DeliveryShape = Type.Object({
  deliveryId: Id,
  channel: oneOf(['mail', 'webhook']),
  purpose: oneOf(['notice', 'digest', 'test']),
  /** A person’s name, or the webhook’s. */
  target: Type.String(),
  kind: nullable(NoticeKindShape),
  state: oneOf(deliveryStates),
  attempts: Type.Integer(),
  createdAt: Instant,
  nextAt: Instant,
  sentAt: nullable(Instant),
  lastError: nullable(Type.String()),
})
export type DeliveryEntry = Static<typeof DeliveryShape>

export const listDeliveries = route({
  name: 'listDeliveries',
  needs: 'list.configure',
  method: 'GET',
  path: '/api/channels/deliveries',
  summary: 'What was sent, waits or was given up, the latest first; never what it says',
  query: Type.Object({
    state: Type.Optional(oneOf(deliveryStates)),
    after: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({ deliveries: Type.Array(DeliveryShape), next: nullable(Id) }),
  refusals: [],
})

export const resendDelivery = route({
  name: 'resendDelivery',
  needs: 'list.configure',
  method: 'POST',
  path: '/api/channels/deliveries/:deliveryId/resend',
  summary: 'Try a delivery again that was given up or waits',
  params: Type.Object({ deliveryId: Id }),
  reply: Type.Object({ done: Type.Boolean() }),
  refusals: ['NOT_FOUND'],
})
