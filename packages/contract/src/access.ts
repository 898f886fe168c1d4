import { type Action, actions, type Relation, type Role, relations, roles } from '@guatu/access'
import { phases } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, nullable, oneOf, TitleShape } from './shapes.ts'

export const RoleShape = oneOf(Object.keys(roles) as Role[])
export const ActionShape = oneOf(Object.keys(actions) as Action[])
const RelationShape = oneOf(Object.keys(relations) as Relation[])
const PhaseShape = oneOf(phases)

/** One grant: holders of the role may do the action to items in this relation to them, in any of the phases. */
export const RuleShape = Type.Object({
  role: RoleShape,
  action: ActionShape,
  relation: RelationShape,
  phases: Type.Array(PhaseShape, { minItems: 1, maxItems: phases.length }),
})
export type RuleReply = Static<typeof RuleShape>

/** A post in force. */
export const HeldPostShape = Type.Object({
  postId: Id,
  role: RoleShape,
  orgId: Id,
  orgName: Type.String(),
  /** The person deputised for, where the post is held for somebody else. */
  deputyFor: nullable(Type.Object({ personId: Id, name: Type.String() })),
})
export type HeldPost = Static<typeof HeldPostShape>

const ReasonShape = Type.Object({
  rule: RuleShape,
  /** The rule in words: `镇街主攻（牵头（责任）单位）`. */
  text: TitleShape,
  postId: Id,
  /** What the person, or the one deputised for, is in charge of, where that is why. */
  charge: nullable(Type.Object({ kind: oneOf(['item', 'area', 'org']), target: Type.String() })),
})

const LackShape = Type.Object({
  rule: RuleShape,
  text: TitleShape,
  /** No post of the rule's role; the item stands otherwise to the person; or it is in another phase. */
  lacks: Type.Union([Type.Literal('role'), Type.Literal('relation'), Type.Literal('phase')]),
})

const ExplanationShape = Type.Object({
  action: ActionShape,
  title: TitleShape,
  allowed: Type.Boolean(),
  /** Every rule that grants it, and through which post. */
  by: Type.Array(ReasonShape),
  /** Of what is not allowed: every rule that would grant it, and what is missing. */
  missing: Type.Array(LackShape),
})
export type AccessExplanation = Static<typeof ExplanationShape>

export const explainAccess = route({
  name: 'explainAccess',
  needs: 'session',
  method: 'GET',
  path: '/api/access/explanation',
  summary:
    'What a person may do to an item, or in the district, and by which rule; of others only for who may look it up',
  query: Type.Object({
    /** Absent: oneself. */
    personId: Type.Optional(Id),
    /** Absent: what concerns the district as a whole. */
    itemId: Type.Optional(Id),
  }),
  reply: Type.Object({
    person: Type.Object({ personId: Id, name: Type.String() }),
    item: nullable(Type.Object({ itemId: Id, title: Type.String(), phase: PhaseShape })),
    posts: Type.Array(HeldPostShape),
    explanations: Type.Array(ExplanationShape),
  }),
  refusals: ['FORBIDDEN', 'NOT_FOUND'],
})
export type AccessReply = Static<typeof explainAccess.reply>

const Rules = Type.Array(RuleShape, { minItems: 1, maxItems: 2000 })

export const listAccessRules = route({
  name: 'listAccessRules',
  needs: 'session',
  method: 'GET',
  path: '/api/access/rules',
  summary: 'The rules of access in force',
  reply: Type.Object({
    /** Names this state of the rules; to be sent along with a change. */
    version: Type.String(),
    rules: Type.Array(Type.Object({ ...RuleShape.properties, text: TitleShape })),
  }),
  refusals: [],
})

export const saveAccessRules = route({
  name: 'saveAccessRules',
  needs: 'rule.manage',
  method: 'PUT',
  path: '/api/access/rules',
  summary: 'Set the rules of access as a whole; the right to set them is never lost',
  body: Type.Object({
    version: Type.String(),
    rules: Rules,
    reason: Type.String({ maxLength: 500 }),
  }),
  reply: Type.Object({
    version: Type.String(),
    added: Type.Integer(),
    removed: Type.Integer(),
    changed: Type.Integer(),
  }),
  refusals: ['FORBIDDEN', 'REASON_REQUIRED', 'REVISION_STALE'],
})
