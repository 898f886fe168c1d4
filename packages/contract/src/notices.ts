import { type Static, Type } from 'typebox'
import { noticeKindKeys } from './notice-kinds.ts'
import { route } from './route.ts'
import { Id, Instant, nullable, oneOf, TitleShape } from './shapes.ts'

export const NoticeKindShape = oneOf(noticeKindKeys)

export const NoticeShape = Type.Object({
  noticeId: Id,
  kind: NoticeKindShape,
  /** Null: of no single item. */
  itemId: nullable(Id),
  /** Null: of no item, or of one that the reader may no longer read. */
  itemTitle: nullable(Type.String()),
  text: TitleShape,
  /** Who did it, as the record names him; null: the program itself. */
  actor: nullable(Type.String()),
  reason: nullable(Type.String()),
  at: Instant,
  readAt: nullable(Instant),
})
export type NoticeEntry = Static<typeof NoticeShape>

export const listNotices = route({
  name: 'listNotices',
  needs: 'session',
  method: 'GET',
  path: '/api/notices',
  summary: 'One’s own inbox, the latest first',
  query: Type.Object({
    show: Type.Optional(oneOf(['unread', 'all'])),
    kind: Type.Optional(NoticeKindShape),
    itemId: Type.Optional(Id),
    /** The notice after which to go on. */
    after: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({
    notices: Type.Array(NoticeShape),
    /** To go on with; null: that was all. */
    next: nullable(Id),
    unread: Type.Integer(),
  }),
  refusals: [],
})

export const countNotices = route({
  name: 'countNotices',
  needs: 'session',
  method: 'GET',
  path: '/api/notices/count',
  summary: 'How many notices of one’s own are unread',
  reply: Type.Object({ unread: Type.Integer() }),
  refusals: [],
})

export const markNotices = route({
  name: 'markNotices',
  needs: 'session',
  method: 'POST',
  path: '/api/notices/mark',
  summary: 'Mark one’s own notices as read or unread: those named, those of an item, or all up to one of them',
  body: Type.Object({
    read: Type.Boolean(),
    noticeIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true })),
    itemId: Type.Optional(Id),
    /** The latest notice that the reader has seen: what came after it stays. */
    upTo: Type.Optional(Id),
  }),
  /** Those that were otherwise before, at most a thousand: by them the act is undone. */
  reply: Type.Object({ changed: Type.Array(Id), unread: Type.Integer() }),
  refusals: [],
})

const Hour = Type.Integer({ minimum: 0, maximum: 23 })

export const NoticePreferenceShape = Type.Object({
  language: oneOf(['zh', 'en']),
  /** Kinds that come by mail at once. */
  mailKinds: Type.Array(NoticeKindShape, { uniqueItems: true }),
  /** One mail a day with what is new, due and overdue. */
  digest: Type.Boolean(),
  digestHour: Hour,
  /** Hours of the day in Shanghai in which no mail goes out; the same twice: none. */
  quietFrom: Hour,
  quietTo: Hour,
  /** Mail waits for the next workday of the State Council’s calendar. */
  workdaysOnly: Type.Boolean(),
  /** Kinds that do not even come to the inbox. */
  mutedKinds: Type.Array(NoticeKindShape, { uniqueItems: true }),
})
export type NoticePreference = Static<typeof NoticePreferenceShape>

export const getNoticePreference = route({
  name: 'getNoticePreference',
  needs: 'session',
  method: 'GET',
  path: '/api/account/notices',
  summary: 'How the person wants to be told',
  reply: Type.Object({
    preference: NoticePreferenceShape,
    /** Where mail goes; null: the directory names no address. */
    mailAddress: nullable(Type.String()),
    /** The operator has set up a mail server. */
    mailSet: Type.Boolean(),
  }),
  refusals: [],
})

export const saveNoticePreference = route({
  name: 'saveNoticePreference',
  needs: 'session',
  method: 'PUT',
  path: '/api/account/notices',
  summary: 'Say how one wants to be told',
  body: NoticePreferenceShape,
  reply: NoticePreferenceShape,
  refusals: [],
})

export const getCalendarFeed = route({
  name: 'getCalendarFeed',
  needs: 'session',
  method: 'GET',
  path: '/api/account/calendar',
  summary: 'Whether the person has a calendar feed',
  reply: Type.Object({ since: nullable(Instant), lastReadAt: nullable(Instant) }),
  refusals: [],
})

export const makeCalendarFeed = route({
  name: 'makeCalendarFeed',
  needs: 'session',
  method: 'POST',
  path: '/api/account/calendar',
  summary: 'A secret address of one’s own due dates for a calendar program; shown once, an earlier one no longer opens',
  reply: Type.Object({ path: Type.String() }),
  refusals: ['FORBIDDEN'],
})

export const revokeCalendarFeed = route({
  name: 'revokeCalendarFeed',
  needs: 'session',
  method: 'DELETE',
  path: '/api/account/calendar',
  summary: 'Close one’s own calendar feed',
  reply: Type.Object({ done: Type.Boolean() }),
  refusals: ['NOT_FOUND'],
})

/** Public, since calendar programs do not sign in: the address itself is the secret. */
export const getCalendarFile = route({
  name: 'getCalendarFile',
  needs: 'public',
  method: 'GET',
  path: '/api/calendar/:token',
  summary: 'Own nodes and due dates as iCalendar (RFC 5545)',
  params: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$' }) }),
  replyFile: 'text/calendar; charset=utf-8',
  refusals: ['NOT_FOUND'],
})
