import { fiveFixes } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, IsoDay, nullable, oneOf, TitleShape } from './shapes.ts'

const GapCounts = Type.Object({
  owner: Type.Integer(),
  matter: Type.Integer(),
  standard: Type.Integer(),
  dates: Type.Integer(),
  leadOrg: Type.Integer(),
  leader: Type.Integer(),
})
export type GapCounts = Static<typeof GapCounts>

const GapUnit = Type.Object({
  /** The unit that answers for the node, else the item's lead unit; null where there is neither. */
  orgId: nullable(Id),
  openNodes: Type.Integer(),
  incompleteNodes: Type.Integer(),
  gaps: GapCounts,
})
export type GapUnit = Static<typeof GapUnit>

const GapNode = Type.Object({
  itemId: Id,
  itemTitle: Type.String(),
  revision: Type.Integer(),
  stage: Type.String(),
  areaCode: nullable(Type.String()),
  nodeKey: Type.String(),
  title: Type.String(),
  standard: Type.String(),
  /** What the list asks to be shown for the node. */
  evidence: nullable(TitleShape),
  plannedStart: nullable(IsoDay),
  plannedFinish: nullable(IsoDay),
  ownerId: nullable(Id),
  leadOrgId: nullable(Id),
  leaderId: nullable(Id),
  unitId: nullable(Id),
  gaps: Type.Array(oneOf(fiveFixes)),
  /** Whether the person may assign it. */
  assignable: Type.Boolean(),
})
export type GapNode = Static<typeof GapNode>

export const listGaps = route({
  name: 'listGaps',
  needs: 'item.read',
  method: 'GET',
  path: '/api/five-fix',
  summary: 'Open nodes that lack one of the five fixes, counted by unit and kind, a page of them at a time',
  query: Type.Object({
    playbook: Type.String(),
    area: Type.Optional(Type.String({ maxLength: 20 })),
    stage: Type.Optional(Type.String({ maxLength: 60 })),
    /** A unit's id, or `none` for nodes that no unit answers for. Narrows the nodes, not the counts. */
    unit: Type.Optional(Type.Union([Id, Type.Literal('none')])),
    /** Narrows the nodes, not the counts. */
    gap: Type.Optional(oneOf(fiveFixes)),
    asOf: AsOf,
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 200 })),
  }),
  reply: Type.Object({
    ...asOfSaid,
    openNodes: Type.Integer(),
    incompleteNodes: Type.Integer(),
    gaps: GapCounts,
    /** Units with a gap, those with the most first. */
    units: Type.Array(GapUnit),
    /** Nodes that the unit and the kind leave. */
    total: Type.Integer(),
    nodes: Type.Array(GapNode),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type GapsReply = Static<typeof listGaps.reply>

/** What is assigned to a node; absent keys stay as they are. */
const NodeAssignment = Type.Object({
  nodeKey: Type.String(),
  ownerId: Type.Optional(nullable(Id)),
  leadOrgId: Type.Optional(nullable(Id)),
  leaderId: Type.Optional(nullable(Id)),
  standard: Type.Optional(Type.String({ maxLength: 2000 })),
})
export type NodeAssignment = Static<typeof NodeAssignment>

/** Nodes that one request may assign. */
export const maxAssignedNodes = 500

const ItemAssignment = Type.Object({
  itemId: Id,
  revision: Type.Integer(),
  nodes: Type.Array(NodeAssignment, { minItems: 1, maxItems: maxAssignedNodes }),
})
export type ItemAssignment = Static<typeof ItemAssignment>

export const assignGaps = route({
  name: 'assignGaps',
  needs: 'item.plan',
  method: 'POST',
  path: '/api/five-fix/assign',
  summary: 'Assign owner, unit, leader or standard to many open nodes at once, all or none; no date moves',
  maxBytes: 4 * 1024 * 1024,
  body: Type.Object({
    items: Type.Array(ItemAssignment, { minItems: 1, maxItems: maxAssignedNodes }),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Type.Object({
    /** Nodes that differ from what they were. */
    changedNodes: Type.Integer(),
    /** Every item named, with its revision now. */
    items: Type.Array(Type.Object({ itemId: Id, revision: Type.Integer() })),
  }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'PLAN_INVALID'],
})
