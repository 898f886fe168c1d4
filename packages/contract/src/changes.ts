import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, FieldValues, Id, Instant, IsoDay, ItemParams, nullable, TitleShape } from './shapes.ts'

const day = nullable(IsoDay)

/** What an application asks of one node; absent keys stay as they are. */
const AskedNode = Type.Object({
  nodeKey: Type.String(),
  /** Start not earlier than; null lifts the hand-fixed start. */
  notBefore: Type.Optional(nullable(IsoDay)),
  durationWorkdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 })),
})
export type AskedNode = Static<typeof AskedNode>

const asked = {
  /** The plan of the project as it was looked at. */
  revision: Type.Integer(),
  changes: Type.Array(AskedNode, { maxItems: 200 }),
  /** Another deadline. */
  finish: Type.Optional(IsoDay),
  /** Freeze the changed plan as a further baseline once it is approved. */
  rebaseline: Type.Optional(Type.Boolean()),
}

const EffectNode = Type.Object({
  nodeKey: Type.String(),
  title: Type.String(),
  asked: Type.Boolean(),
  fromStart: day,
  toStart: day,
  fromFinish: day,
  toFinish: day,
  workdays: Type.Integer(),
  baselineFinish: day,
  fromFloatWorkdays: nullable(Type.Integer()),
  toFloatWorkdays: nullable(Type.Integer()),
  fromCritical: Type.Boolean(),
  toCritical: Type.Boolean(),
})
/** What a change does by the engine. */
export const EffectShape = Type.Object({
  nodes: Type.Array(EffectNode),
  finishShiftWorkdays: Type.Integer(),
  fromDeadline: day,
  toDeadline: day,
  feasible: Type.Boolean(),
  shortfallWorkdays: Type.Integer(),
})
export type EffectReply = Static<typeof EffectShape>

const ChangeLine = Type.Object({
  itemId: Id,
  title: Type.String(),
  stage: Type.String(),
  playbookKey: Type.String(),
  askedBy: Type.String(),
  askedAt: Instant,
  askedWorkdays: Type.Integer(),
  approvedAt: nullable(Instant),
  approvedWorkdays: nullable(Type.Integer()),
})
export type ChangeLine = Static<typeof ChangeLine>

/** Changes of one plan that were approved: how many, and by how many workdays they moved the finish in all. */
const ApprovedShape = Type.Object({ changes: Type.Integer(), workdays: Type.Integer() })

export const listChanges = route({
  name: 'listChanges',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/changes',
  summary: 'Baselines of an item and the applications for a change of its plan',
  params: ItemParams,
  query: Type.Object({ asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    baselines: Type.Array(
      Type.Object({
        number: Type.Integer(),
        baselineId: Id,
        name: Type.String(),
        reason: nullable(Type.String()),
        frozenAt: Instant,
        frozenBy: Type.String(),
        finish: day,
        changeItemId: nullable(Id),
      }),
    ),
    /** As far as the reader may read them, the latest first. */
    changes: Type.Array(ChangeLine),
    approved: ApprovedShape,
    mayFreeze: Type.Boolean(),
    mayApply: Type.Boolean(),
    /** The list that applications are put on; null: the district has none. */
    applicationPlaybook: nullable(Type.String()),
  }),
  refusals: ['NOT_FOUND'],
})
export type ItemChangesReply = Static<typeof listChanges.reply>

export const applyForChange = route({
  name: 'applyForChange',
  needs: 'item.plan',
  method: 'POST',
  path: '/api/items/:itemId/changes',
  summary: 'Draft an application for a change of the plan, with what it moves by the engine',
  maxBytes: 2 * 1024 * 1024,
  params: ItemParams,
  body: Type.Object({ ...asked, fields: FieldValues }),
  reply: Type.Object({ itemId: Id, revision: Type.Integer(), effect: EffectShape }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'PLAN_INVALID', 'PLAYBOOK_UNKNOWN', 'CHANGE_STATE'],
})

export const saveChangeRequest = route({
  name: 'saveChangeRequest',
  needs: 'item.plan',
  method: 'PUT',
  path: '/api/items/:itemId/change',
  summary: 'Ask for something else in an application that is drafted or was returned',
  maxBytes: 2 * 1024 * 1024,
  params: ItemParams,
  body: Type.Object(asked),
  reply: Type.Object({ effect: EffectShape }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'PLAN_INVALID', 'CHANGE_STATE'],
})

export const getChange = route({
  name: 'getChange',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/change',
  summary: 'What an application asks, what it moved at asking and what it moves now',
  params: ItemParams,
  reply: Type.Object({
    target: Type.Object({
      itemId: Id,
      title: Type.String(),
      playbookKey: Type.String(),
      revision: Type.Integer(),
      deadline: day,
    }),
    asked: Type.Object({
      baseRevision: Type.Integer(),
      changes: Type.Array(AskedNode),
      finish: day,
      rebaseline: Type.Boolean(),
      by: Type.String(),
      at: Instant,
    }),
    askedEffect: EffectShape,
    /** By the plan of now; null once it is decided, or where the plan of now does not admit it. */
    effect: nullable(EffectShape),
    /** Why the plan of now does not admit it. */
    obstacles: Type.Array(TitleShape),
    /** The project was changed since it was asked: by whom and how. */
    since: nullable(TitleShape),
    approvedAt: nullable(Instant),
    approvedEffect: nullable(EffectShape),
    /** Other applications for the same plan that the reader may read. */
    earlier: Type.Array(ChangeLine),
    approved: ApprovedShape,
    mayApprove: Type.Boolean(),
    mayRevise: Type.Boolean(),
  }),
  refusals: ['NOT_FOUND'],
})
export type ChangeReply = Static<typeof getChange.reply>

export const seeChange = route({
  name: 'seeChange',
  needs: 'change.approve',
  method: 'POST',
  path: '/api/items/:itemId/change/seen',
  summary: 'Whoever decides has looked at what an application does to the plan of now; approving holds him to it',
  params: ItemParams,
  /** The project as it was looked at. */
  body: Type.Object({ revision: Type.Integer() }),
  reply: Type.Object({ effect: EffectShape }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'PLAN_INVALID'],
})
