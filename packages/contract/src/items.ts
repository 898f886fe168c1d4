import { type ItemAction, itemActions } from '@guatu/access'
import { type Static, Type } from 'typebox'
import { loopShapes, NewLink } from './loop.ts'
import { route } from './route.ts'
import {
  AsOf,
  asOfSaid,
  Decimal,
  FieldValues,
  Id,
  Instant,
  IsoDay,
  ItemParams,
  Lamp,
  LampCounts,
  LampReasonShape,
  nullable,
  oneOf,
  SourceShape,
  TitleShape,
} from './shapes.ts'

/** One row of a ledger. */
export const ItemRow = Type.Object({
  itemId: Id,
  playbookKey: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  lampReasons: Type.Array(LampReasonShape),
  leadOrgId: nullable(Id),
  ownerId: nullable(Id),
  areaCode: nullable(Type.String()),
  deadline: nullable(IsoDay),
  /** Percentage points behind the time schedule; negative when ahead; null without a plan. */
  behindPoints: nullable(Type.Number()),
  /** Of a planned item: what is there of what makes it ripe, in percent. */
  maturityPercent: nullable(Type.Integer()),
  fields: FieldValues,
  /** Secret fields that hold a value, each with what is shown in its place; `getItemSecrets` gives the values. */
  hidden: Type.Record(Type.String(), Type.String()),
  /** Opened to the oversight of the People's Congress. */
  opened: Type.Boolean(),
  revision: Type.Integer(),
  updatedAt: Instant,
})
export type ItemRow = Static<typeof ItemRow>

/**
 * `filter` is a list of conditions joined by `;`, all of which must hold: `<key>:<operator>:<value>[,<value>...]` with
 * values percent-encoded. Keys are field keys, `stage lamp leadOrg owner area deadline behindPoints maturity rule gap`
 * `started` (months, `2026-11`), `import` (ids of imports that made or changed the item) and `tied` (ids of units and
 * persons, any of whom the item names).
 * Operators: `in`, `has` (text contains), `from`, `to` (numbers, amounts in yuan, ISO days, inclusive), `empty`, `filled`.
 * `sort` is a comma list of keys, `-` before a descending one.
 */
export const ItemQuery = {
  playbook: Type.String(),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  filter: Type.Optional(Type.String({ maxLength: 4000 })),
  sort: Type.Optional(Type.String({ maxLength: 200 })),
  asOf: AsOf,
}

export const listItems = route({
  name: 'listItems',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items',
  summary: 'A page of a ledger with the totals of the whole selection',
  query: Type.Object({
    ...ItemQuery,
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 50 })),
  }),
  reply: Type.Object({
    ...asOfSaid,
    total: Type.Integer(),
    sums: Type.Object({ amountCny: Decimal, planCny: Decimal, doneCny: Decimal }),
    lamps: LampCounts,
    rows: Type.Array(ItemRow),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})

export const createItem = route({
  name: 'createItem',
  needs: 'item.create',
  method: 'POST',
  path: '/api/items',
  summary: 'Put one item on a list; its nodes are laid at once',
  body: Type.Object({
    playbook: Type.String(),
    stage: Type.Optional(Type.String()),
    fields: FieldValues,
    links: Type.Optional(Type.Array(NewLink, { maxItems: 50 })),
  }),
  reply: Type.Object({ itemId: Id, revision: Type.Integer() }),
  refusals: ['PLAYBOOK_UNKNOWN', 'ITEM_LINK_INVALID'],
})

const NodeShape = Type.Object({
  nodeKey: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  durationWorkdays: Type.Integer(),
  ownerId: nullable(Id),
  leadOrgId: nullable(Id),
  leaderId: nullable(Id),
  standard: Type.String(),
  plannedStart: nullable(IsoDay),
  plannedFinish: nullable(IsoDay),
  baselineStart: nullable(IsoDay),
  baselineFinish: nullable(IsoDay),
  actualStart: nullable(IsoDay),
  actualFinish: nullable(IsoDay),
  done: Type.Boolean(),
  doneBasis: nullable(Type.Union([Type.Literal('reported'), Type.Literal('stage')])),
  /** Reported progress; null until somebody reports one. */
  percentDone: nullable(Type.Integer()),
  notBefore: nullable(IsoDay),
  floatWorkdays: nullable(Type.Integer()),
  critical: Type.Boolean(),
  lamp: Lamp,
})
export const LinkReplyShape = Type.Object({
  from: Type.String(),
  to: Type.String(),
  type: Type.Union([Type.Literal('FS'), Type.Literal('SS'), Type.Literal('FF'), Type.Literal('SF')]),
  lagWorkdays: Type.Integer(),
  soft: Type.Boolean(),
})
export const PlanShape = Type.Object({
  nodes: Type.Array(NodeShape),
  links: Type.Array(LinkReplyShape),
  /** The plan keeps the deadline without starting before today. */
  feasible: Type.Boolean(),
  shortfallWorkdays: Type.Integer(),
})
export type PlanReply = Static<typeof PlanShape>
export type NodeReply = Static<typeof NodeShape>
export type LinkReply = Static<typeof LinkReplyShape>

export const FactShape = Type.Object({
  factId: Id,
  metric: Type.String(),
  period: Type.String(),
  value: Decimal,
  currency: nullable(Type.String()),
  state: Type.Union([Type.Literal('reported'), Type.Literal('verified')]),
  source: SourceShape,
  evidence: nullable(Type.String()),
  reportedBy: Type.String(),
  reportedAt: Instant,
  verifiedBy: nullable(Type.String()),
  verifiedAt: nullable(Instant),
  /** A later fact of the same metric and period stands in its place. */
  superseded: Type.Boolean(),
})
export type FactReply = Static<typeof FactShape>

const GateShape = Type.Object({
  to: Type.String(),
  back: Type.Boolean(),
  allowed: Type.Boolean(),
  missing: Type.Array(Type.Object({ path: Type.String(), text: TitleShape })),
})

export const getItem = route({
  name: 'getItem',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId',
  summary: 'One item whole: fields, plan, facts, gates, moves, clocks, links',
  params: ItemParams,
  query: Type.Object({ asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    item: ItemRow,
    /** What the reader may do to this item; every reply is judged anew by the server. */
    allowed: Type.Array(oneOf(Object.keys(itemActions) as ItemAction[])),
    source: SourceShape,
    createdAt: Instant,
    plan: PlanShape,
    facts: Type.Array(FactShape),
    gates: Type.Array(GateShape),
    ...loopShapes,
  }),
  refusals: ['NOT_FOUND'],
})
export type ItemReply = Static<typeof getItem.reply>

const SecretClassShape = Type.Union([Type.Literal('negotiation'), Type.Literal('personal')])

export const getItemSecrets = route({
  name: 'getItemSecrets',
  needs: 'item.read',
  method: 'POST',
  path: '/api/items/:itemId/secrets',
  summary: 'The secret fields of an item in clear, as far as the asker may read them; the record tells of the reading',
  params: ItemParams,
  reply: Type.Object({
    fields: FieldValues,
    /** What stays hidden, and the class whose right is missing. */
    withheld: Type.Array(Type.Object({ field: Type.String(), class: SecretClassShape })),
    /** Classes that the asker may read, and so change. */
    classes: Type.Array(SecretClassShape),
  }),
  refusals: ['NOT_FOUND'],
})

export type ItemSecrets = Static<typeof getItemSecrets.reply>

export const openItem = route({
  name: 'openItem',
  needs: 'oversight.open',
  method: 'POST',
  path: '/api/items/:itemId/oversight',
  summary: "Open an item to the oversight of the People's Congress, or close it again; the reason goes on record",
  params: ItemParams,
  body: Type.Object({
    revision: Type.Integer(),
    opened: Type.Boolean(),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ item: ItemRow }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED'],
})

export const updateItem = route({
  name: 'updateItem',
  needs: 'item.edit',
  method: 'PATCH',
  path: '/api/items/:itemId',
  summary: 'Change fields; a null removes a value; a field with a metric appends a fact',
  params: ItemParams,
  body: Type.Object({
    revision: Type.Integer(),
    fields: FieldValues,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ item: ItemRow }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'CHANGE_NEEDED'],
})

export const updateItems = route({
  name: 'updateItems',
  needs: 'item.edit',
  method: 'POST',
  path: '/api/items/bulk',
  summary: 'Many cells at once, as pasted from a spreadsheet: all or nothing',
  maxBytes: 4 * 1024 * 1024,
  body: Type.Object({
    changes: Type.Array(Type.Object({ itemId: Id, revision: Type.Integer(), fields: FieldValues }), {
      minItems: 1,
      maxItems: 500,
    }),
    /** One for all of them. */
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ rows: Type.Array(ItemRow) }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'CHANGE_NEEDED'],
})

export const advanceItem = route({
  name: 'advanceItem',
  needs: 'item.advance',
  method: 'POST',
  path: '/api/items/:itemId/stage',
  summary: 'Make a move of the list: to another stage through its gates, or a step within one; its fields go with it',
  params: ItemParams,
  body: Type.Object({
    revision: Type.Integer(),
    to: Type.String(),
    /** Which of the moves to that stage, where there are several. */
    move: Type.Optional(Type.String()),
    /** What the move asks for. */
    fields: Type.Optional(FieldValues),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ item: ItemRow }),
  refusals: [
    'NOT_FOUND',
    'REVISION_STALE',
    'MOVE_ILLEGAL',
    'GATE_BLOCKED',
    'REASON_REQUIRED',
    'CHANGE_STATE',
    'PLAN_INVALID',
  ],
})

export const listItemEvents = route({
  name: 'listItemEvents',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/events',
  summary: 'Every change of one item, newest first',
  params: ItemParams,
  query: Type.Object({
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    asOf: AsOf,
  }),
  reply: Type.Object({
    ...asOfSaid,
    events: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        at: Instant,
        actor: Type.String(),
        post: nullable(Type.String()),
        origin: nullable(Type.String()),
        verb: Type.String(),
        text: TitleShape,
        reason: nullable(Type.String()),
        data: Type.Record(Type.String(), Type.Unknown()),
        hash: Type.String(),
      }),
    ),
    more: Type.Boolean(),
  }),
  refusals: ['NOT_FOUND'],
})
export type ItemEvent = Static<typeof listItemEvents.reply>['events'][number]
