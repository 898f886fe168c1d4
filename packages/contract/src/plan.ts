import { type Static, Type } from 'typebox'
import { ItemQuery, LinkReplyShape, PlanShape } from './items.ts'
import { route } from './route.ts'
import { asOfSaid, Id, IsoDay, ItemParams, Lamp, nullable, TitleShape } from './shapes.ts'

/** A change that a person makes on the wall map or in the table of nodes; absent keys stay as they are. */
export const NodeChange = Type.Object({
  nodeKey: Type.String(),
  /** Start not earlier than; null lifts the hand-fixed start. */
  notBefore: Type.Optional(nullable(IsoDay)),
  durationWorkdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 })),
  actualStart: Type.Optional(nullable(IsoDay)),
  actualFinish: Type.Optional(nullable(IsoDay)),
  ownerId: Type.Optional(nullable(Id)),
  leadOrgId: Type.Optional(nullable(Id)),
  leaderId: Type.Optional(nullable(Id)),
  standard: Type.Optional(Type.String({ maxLength: 2000 })),
})
export type NodeChange = Static<typeof NodeChange>

const changes = Type.Array(NodeChange, { maxItems: 200 })
/** Another deadline: the whole plan is laid backward from it. `changes` may then be empty. */
const finish = Type.Optional(IsoDay)

export const previewPlan = route({
  name: 'previewPlan',
  needs: 'item.read',
  method: 'POST',
  path: '/api/items/:itemId/plan/preview',
  summary: 'What a change of nodes moves, without writing it',
  maxBytes: 2 * 1024 * 1024,
  params: ItemParams,
  body: Type.Object({ changes, finish }),
  reply: Type.Object({
    plan: PlanShape,
    moved: Type.Array(
      Type.Object({
        nodeKey: Type.String(),
        fromFinish: nullable(IsoDay),
        toFinish: nullable(IsoDay),
        workdays: Type.Integer(),
      }),
    ),
    finishShiftWorkdays: Type.Integer(),
    text: TitleShape,
  }),
  refusals: ['NOT_FOUND', 'PLAN_INVALID'],
})
export type PlanPreview = Static<typeof previewPlan.reply>

export const savePlan = route({
  name: 'savePlan',
  needs: 'item.plan',
  method: 'POST',
  path: '/api/items/:itemId/plan',
  summary: 'Write a change of nodes; the rest of the network follows',
  maxBytes: 2 * 1024 * 1024,
  params: ItemParams,
  body: Type.Object({
    revision: Type.Integer(),
    changes,
    finish,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({ revision: Type.Integer(), plan: PlanShape }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'PLAN_INVALID', 'REASON_REQUIRED', 'CHANGE_NEEDED'],
})

const day = nullable(IsoDay)
const WallNode = Type.Object({
  nodeKey: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  plannedStart: day,
  plannedFinish: day,
  baselineStart: day,
  baselineFinish: day,
  actualStart: day,
  actualFinish: day,
  done: Type.Boolean(),
  durationWorkdays: Type.Integer(),
  floatWorkdays: nullable(Type.Integer()),
  critical: Type.Boolean(),
  lamp: Lamp,
  leadOrgId: nullable(Id),
  ownerId: nullable(Id),
  notBefore: day,
})
export type WallNode = Static<typeof WallNode>

const WallItem = Type.Object({
  itemId: Id,
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  leadOrgId: nullable(Id),
  areaCode: nullable(Type.String()),
  start: day,
  deadline: day,
  revision: Type.Integer(),
  /** Whether the reader may change its plan. */
  mayPlan: Type.Boolean(),
  nodes: Type.Array(WallNode),
  links: Type.Array(LinkReplyShape),
  /** Open items that hold its nodes, the gravest lamp first; absent: none. */
  blocks: Type.Optional(
    Type.Array(Type.Object({ itemId: Id, title: Type.String(), lamp: Lamp, nodeKey: nullable(Type.String()) })),
  ),
})
export type WallItem = Static<typeof WallItem>

export const getWallMap = route({
  name: 'getWallMap',
  needs: 'item.read',
  method: 'GET',
  path: '/api/wall-map',
  summary: 'Items of a selection with their nodes and links, a page at a time',
  query: Type.Object({
    ...ItemQuery,
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
  }),
  reply: Type.Object({ ...asOfSaid, total: Type.Integer(), items: Type.Array(WallItem) }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
