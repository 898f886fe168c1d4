import { clockStateWords, countKinds, limitUnits, rungLevels } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, ItemParams, Lamp, nullable, oneOf, TitleShape } from './shapes.ts'

/** A move that the reader may make, with what it asks for and what still stands in its way. */
const MoveShape = Type.Object({
  /** Names the move among those of its stage. */
  key: Type.String(),
  to: Type.String(),
  back: Type.Boolean(),
  /** Words of the button. */
  title: TitleShape,
  /** A reason must be given. */
  reason: Type.Boolean(),
  counts: nullable(oneOf(countKinds)),
  /** Fields of the move's own form; `missing`: empty, and the move cannot be made without. */
  asks: Type.Array(Type.Object({ field: Type.String(), missing: Type.Boolean() })),
  /** What is missing beside the fields that it asks for; conditions are judged anew with what is filled in. */
  missing: Type.Array(Type.Object({ path: Type.String(), text: TitleShape })),
})
export type MoveReply = Static<typeof MoveShape>

const PauseShape = Type.Object({
  /** A ground that the clock's list knows. */
  ground: Type.String(),
  text: Type.String(),
  fromAt: Instant,
  toAt: nullable(Instant),
  by: Type.String(),
})

/** A clock as it stands at the instant of the reply. Minutes are of working time. */
const ClockShape = Type.Object({
  key: Type.String(),
  title: TitleShape,
  state: oneOf(clockStateWords),
  spentMinutes: Type.Integer(),
  /** Null without a limit. */
  limitMinutes: nullable(Type.Integer()),
  /** Negative when overdue. */
  leftMinutes: nullable(Type.Integer()),
  /** Null without a limit, and while it is paused. */
  dueAt: nullable(Instant),
  overdue: Type.Boolean(),
  warns: Type.Boolean(),
  overdueWorkdays: Type.Integer(),
  /** The unit whose time it is, or was last. */
  chargedOrgId: nullable(Id),
  /** In the order in which they had it; null: nobody, or a person. */
  spentByUnit: Type.Array(Type.Object({ orgId: nullable(Id), minutes: Type.Integer() })),
  limit: nullable(Type.Object({ amount: Type.Number(), unit: oneOf(limitUnits), basis: Type.Optional(Type.String()) })),
  pauses: Type.Array(PauseShape),
})
export type ClockReply = Static<typeof ClockShape>

/** A stretch of the item's way: one stage in the hands of the same unit. */
const StayShape = Type.Object({
  stage: Type.String(),
  leadOrgId: nullable(Id),
  enteredAt: Instant,
  leftAt: nullable(Instant),
  counts: nullable(oneOf(countKinds)),
  reason: nullable(Type.String()),
  by: Type.String(),
})

const ItemLinkShape = Type.Object({
  linkId: Id,
  kind: Type.String(),
  /** `to`: the link goes from this item to the other; `from`: the other way. */
  direction: Type.Union([Type.Literal('from'), Type.Literal('to')]),
  /** The kind as it reads from this item's side. */
  words: TitleShape,
  itemId: Id,
  playbookKey: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  /** The node of the item that the link goes to. */
  nodeKey: nullable(Type.String()),
  addedAt: Instant,
  addedBy: Type.String(),
})
export type ItemLinkReply = Static<typeof ItemLinkShape>

/** What an item's page tells of its way. As of the past: how it stood then, and no moves. */
export const loopShapes = {
  moves: Type.Array(MoveShape),
  clocks: Type.Array(ClockShape),
  stays: Type.Array(StayShape),
  /** How often each was counted on its way. */
  counts: Type.Object({
    handOver: Type.Integer(),
    reopening: Type.Integer(),
    extension: Type.Integer(),
    rejection: Type.Integer(),
    return: Type.Integer(),
  }),
  /** The rung of the ladder that it has climbed to by itself. */
  escalatedTo: nullable(oneOf(rungLevels)),
  /** Standing links to and from items that the reader may read. */
  links: Type.Array(ItemLinkShape),
}

/** A link to another item, or to one of its nodes. */
export const NewLink = Type.Object({
  kind: Type.String(),
  itemId: Id,
  nodeKey: Type.Optional(Type.String()),
})
export type NewLink = Static<typeof NewLink>

const ClockParams = Type.Object({ itemId: Id, clock: Type.String() })
const ClockReplyShape = Type.Object({ clock: ClockShape })

export const pauseClock = route({
  name: 'pauseClock',
  needs: 'item.advance',
  method: 'POST',
  path: '/api/items/:itemId/clocks/:clock/pause',
  summary: 'Stop a clock for a ground that its list knows; what is paused is charged to nobody',
  params: ClockParams,
  body: Type.Object({ ground: Type.String(), text: Type.String({ maxLength: 1000 }) }),
  reply: ClockReplyShape,
  refusals: ['NOT_FOUND', 'CLOCK_STATE', 'REASON_REQUIRED'],
})

export const resumeClock = route({
  name: 'resumeClock',
  needs: 'item.advance',
  method: 'POST',
  path: '/api/items/:itemId/clocks/:clock/resume',
  summary: 'Let a paused clock run on',
  params: ClockParams,
  body: Type.Object({ text: Type.Optional(Type.String({ maxLength: 1000 })) }),
  reply: ClockReplyShape,
  refusals: ['NOT_FOUND', 'CLOCK_STATE'],
})

export const addLink = route({
  name: 'addLink',
  needs: 'item.edit',
  method: 'POST',
  path: '/api/items/:itemId/links',
  summary: 'Link an item to another, or to one of its nodes',
  params: ItemParams,
  body: NewLink,
  reply: Type.Object({ linkId: Id }),
  refusals: ['NOT_FOUND', 'ITEM_LINK_INVALID'],
})

export const removeLink = route({
  name: 'removeLink',
  needs: 'item.edit',
  method: 'POST',
  path: '/api/items/:itemId/links/:linkId/end',
  summary: 'End a link; what it was stays in the record',
  params: Type.Object({ itemId: Id, linkId: Id }),
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Type.Object({ linkId: Id }),
  refusals: ['NOT_FOUND', 'ITEM_LINK_INVALID'],
})
