import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, IsoDay, nullable, oneOf, TitleShape } from './shapes.ts'

const words = Type.Optional(Type.String({ maxLength: 100 }))

/** What the record is searched by; all of it must hold. Days are those of China. */
const EventQuery = {
  from: Type.Optional(IsoDay),
  to: Type.Optional(IsoDay),
  /** Part of a name. */
  person: words,
  personId: Type.Optional(Id),
  /** Part of the post's or unit's name. */
  post: words,
  /** Part of the way in or the address. */
  origin: words,
  /** One or several, joined by commas. */
  verb: Type.Optional(Type.String({ maxLength: 2000 })),
  itemId: Type.Optional(Id),
  /** In the reason or in what was changed. */
  q: words,
}

const EventLine = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  actor: Type.String(),
  post: nullable(Type.String()),
  origin: nullable(Type.String()),
  verb: Type.String(),
  verbTitle: TitleShape,
  itemId: nullable(Id),
  itemTitle: nullable(Type.String()),
  text: TitleShape,
  reason: nullable(Type.String()),
})
export type EventLine = Static<typeof EventLine>

export const searchEvents = route({
  name: 'searchEvents',
  needs: 'audit.read',
  method: 'GET',
  path: '/api/audit/events',
  summary: 'The record, newest first, by time, person, post, verb, item, origin and words',
  query: Type.Object({
    ...EventQuery,
    /** Only events of a lower number: the `next` of the page before. */
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  reply: Type.Object({
    events: Type.Array(EventLine),
    /** Where the next page begins; null: the search has reached the first event. A page may be short of its limit. */
    next: nullable(Type.Integer()),
    /** The time that a search for words has come back to; null where every page is full. */
    searchedTo: nullable(Instant),
  }),
  refusals: [],
})

export const getEvent = route({
  name: 'getEvent',
  needs: 'audit.read',
  method: 'GET',
  path: '/api/audit/events/:seq',
  summary: 'One event whole: before and after, its hash and the hash it follows',
  params: Type.Object({ seq: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
  reply: Type.Object({
    event: EventLine,
    personId: nullable(Id),
    changes: Type.Array(Type.Object({ title: TitleShape, from: nullable(TitleShape), to: nullable(TitleShape) })),
    data: Type.Record(Type.String(), Type.Unknown()),
    hash: Type.String(),
    previousHash: Type.String(),
  }),
  refusals: ['NOT_FOUND'],
})
export type EventReply = Static<typeof getEvent.reply>

export const getRecordState = route({
  name: 'getRecordState',
  needs: 'audit.read',
  method: 'GET',
  path: '/api/audit/state',
  summary: 'How much record there is, since when, and what can be searched for',
  reply: Type.Object({
    events: Type.Integer(),
    oldestAt: nullable(Instant),
    newestAt: nullable(Instant),
    bytes: Type.Integer(),
    algorithm: oneOf(['sha256', 'sm3']),
    hash: Type.String(),
    verbs: Type.Array(Type.Object({ verb: Type.String(), title: TitleShape })),
  }),
  refusals: [],
})

const VerificationShape = Type.Object({
  state: oneOf(['none', 'running', 'whole', 'broken', 'cancelled', 'failed']),
  walked: Type.Integer(),
  total: Type.Integer(),
  startedAt: nullable(Instant),
  endedAt: nullable(Instant),
  /** The first broken link. */
  fault: nullable(Type.Object({ seq: Type.Integer(), problem: Type.String(), title: TitleShape })),
})
export type Verification = Static<typeof VerificationShape>

const verification = { needs: 'audit.read', path: '/api/audit/verification', reply: VerificationShape } as const
export const getVerification = route({
  ...verification,
  name: 'getVerification',
  method: 'GET',
  summary: 'How far the walk along the chain is, and its verdict',
  refusals: [],
})
export const startVerification = route({
  ...verification,
  name: 'startVerification',
  method: 'POST',
  summary: 'Walk the whole chain anew, or join the walk under way',
  refusals: [],
})
export const cancelVerification = route({
  ...verification,
  name: 'cancelVerification',
  method: 'DELETE',
  summary: 'End the walk under way',
  refusals: [],
})

export const getSignedHead = route({
  name: 'getSignedHead',
  needs: 'audit.read',
  method: 'GET',
  path: '/api/audit/head.json',
  summary: 'The signed head of the chain, by which a later rewrite is proved',
  replyFile: 'application/json',
  refusals: ['CHAIN_BROKEN'],
})

const file = { needs: 'audit.read', method: 'GET', query: Type.Object(EventQuery), refusals: [] } as const
export const exportEventsXlsx = route({
  ...file,
  name: 'exportEventsXlsx',
  path: '/api/audit/events.xlsx',
  summary: 'The events of a search as a workbook; the export is itself recorded',
  replyFile: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
export const exportEventsCsv = route({
  ...file,
  name: 'exportEventsCsv',
  path: '/api/audit/events.csv',
  summary: 'The same as CSV',
  replyFile: 'text/csv; charset=utf-8',
})
