import { differenceKinds } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { ItemQuery } from './items.ts'
import { route } from './route.ts'
import { Id, Instant, IsoDay, nullable, oneOf } from './shapes.ts'

const day = nullable(IsoDay)
const count = Type.Integer({ minimum: 0 })

export const DifferenceCounts = Type.Object({
  noLonger: count,
  nowMeets: count,
  later: count,
  earlier: count,
  finished: count,
  reopened: count,
  added: count,
  gone: count,
  dated: count,
  undated: count,
})
export type DifferenceCounts = Static<typeof DifferenceCounts>

/** One of the two plans, as it was found. */
const SideShape = Type.Object({
  /** As it was asked for. */
  spec: Type.String(),
  /** The day that a moment stands for; null: a baseline. */
  day,
  /** The instant that is read; null: a baseline. */
  at: nullable(Instant),
  /** Of a baseline frozen by one act: its name. */
  name: nullable(Type.String()),
  items: count,
})
export type ComparisonSide = Static<typeof SideShape>

/** What a node was, or is: its planned dates, its promise and whether it is done. */
const NodeThenShape = Type.Object({
  plannedStart: day,
  plannedFinish: day,
  baselineFinish: day,
  actualFinish: day,
  done: Type.Boolean(),
})
export type NodeThen = Static<typeof NodeThenShape>

const NodeDifferenceShape = Type.Object({
  nodeKey: Type.String(),
  title: Type.String(),
  orgId: nullable(Id),
  /** Empty: the node differs in nothing, and is there because one item is looked at whole. */
  kinds: Type.Array(oneOf(differenceKinds)),
  from: nullable(NodeThenShape),
  to: nullable(NodeThenShape),
  /** Workdays, later is positive. */
  startWorkdays: nullable(Type.Integer()),
  finishWorkdays: nullable(Type.Integer()),
})
export type NodeDifferenceReply = Static<typeof NodeDifferenceShape>

const ItemDifferenceShape = Type.Object({
  itemId: Id,
  title: Type.String(),
  kind: oneOf(['changed', 'added', 'gone'] as const),
  orgId: nullable(Id),
  fromDeadline: day,
  toDeadline: day,
  deadlineWorkdays: nullable(Type.Integer()),
  /** Shift of the last finish. */
  finishWorkdays: nullable(Type.Integer()),
  nodes: Type.Array(NodeDifferenceShape),
})
export type ItemDifferenceReply = Static<typeof ItemDifferenceShape>

/**
 * A side is `now`, an ISO day or instant with its zone (the plan as it was known then), `first` or `latest` (each item's
 * first or latest frozen baseline), or the id of an act that froze baselines.
 */
const side = Type.String({ minLength: 1, maxLength: 40 })

const sidesAsked = {
  playbook: Type.String(),
  q: ItemQuery.q,
  filter: ItemQuery.filter,
  /** One item, whole: its nodes that do not differ are told too. */
  item: Type.Optional(Id),
  from: side,
  to: side,
  /** Narrows the rows, not the counts: a unit's id, or `none` for nodes that no unit answers for. */
  unit: Type.Optional(Type.Union([Id, Type.Literal('none')])),
  /** Narrows the rows, not the counts. */
  kind: Type.Optional(oneOf([...differenceKinds, 'itemAdded', 'itemGone'] as const)),
}

export const comparePlans = route({
  name: 'comparePlans',
  needs: 'item.read',
  method: 'GET',
  path: '/api/comparison',
  summary: 'What differs between the plans of a list, or of one item, at two moments or baselines',
  query: Type.Object({
    ...sidesAsked,
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 100 })),
  }),
  reply: Type.Object({
    from: SideShape,
    to: SideShape,
    /** Nodes, by what differs of them. */
    counts: DifferenceCounts,
    /** Items that stand on both sides and differ, that came, and that went. */
    changedItems: count,
    addedItems: count,
    goneItems: count,
    /** Units whose nodes differ, those with the most first. */
    units: Type.Array(Type.Object({ orgId: nullable(Id), nodes: count, counts: DifferenceCounts })),
    /** Items that the unit and the kind leave. */
    total: count,
    items: Type.Array(ItemDifferenceShape),
  }),
  refusals: ['PLAYBOOK_UNKNOWN', 'NOT_FOUND'],
})
export type ComparisonReply = Static<typeof comparePlans.reply>

export const exportComparison = route({
  name: 'exportComparison',
  needs: 'item.read',
  method: 'GET',
  path: '/api/comparison/export',
  summary: 'The rows of a comparison as a workbook',
  query: Type.Object(sidesAsked),
  replyFile: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusals: ['PLAYBOOK_UNKNOWN', 'NOT_FOUND'],
})
