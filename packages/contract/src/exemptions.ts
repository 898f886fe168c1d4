import { exemptionGroundKeys } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, Instant, IsoDay, ItemParams, Lamp, nullable, oneOf, TitleShape } from './shapes.ts'

/** Asked for and not decided; in force; refused; over, by its last day or ended before. */
export const exemptionStates = ['asked', 'inForce', 'refused', 'over'] as const
export type ExemptionState = (typeof exemptionStates)[number]

/** An exemption lasts at most so many days: what stands longer is asked for again. */
export const longestExemptionDays = 366

const Deed = Type.Object({ by: Type.String(), at: Instant, text: Type.String() })

export const ExemptionShape = Type.Object({
  exemptionId: Id,
  itemId: Id,
  rule: Type.String(),
  ruleTitle: TitleShape,
  /** Null: wherever the rule holds. */
  nodeKey: nullable(Type.String()),
  nodeTitle: nullable(Type.String()),
  ground: oneOf(exemptionGroundKeys),
  text: Type.String(),
  evidence: nullable(Type.String()),
  /** Null until granted. */
  from: nullable(IsoDay),
  /** Last day: as asked for, then as granted. */
  until: IsoDay,
  state: oneOf(exemptionStates),
  askedBy: Type.String(),
  askedAt: Instant,
  decided: nullable(Deed),
  ended: nullable(Deed),
  /** The rule holds today and would light so without it; null where it does not hold. */
  wouldLight: nullable(Lamp),
})
export type ExemptionReply = Static<typeof ExemptionShape>

const Listed = Type.Object({
  exemption: ExemptionShape,
  itemTitle: Type.String(),
  playbookKey: Type.String(),
  leadOrgId: nullable(Id),
  /** The reader may grant or refuse it. */
  decidable: Type.Boolean(),
})
export type ListedExemption = Static<typeof Listed>

const ExemptionParams = Type.Object({ exemptionId: Id })
const Reason = Type.String({ maxLength: 500 })

export const listExemptions = route({
  name: 'listExemptions',
  needs: 'item.read',
  method: 'GET',
  path: '/api/exemptions',
  summary: 'Exemptions from lamps over all lists: those asked for and those in force, or all that ever were',
  query: Type.Object({ state: Type.Optional(oneOf(exemptionStates)), asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    exemptions: Type.Array(Listed),
    counts: Type.Object({
      asked: Type.Integer(),
      inForce: Type.Integer(),
      refused: Type.Integer(),
      over: Type.Integer(),
    }),
  }),
  refusals: [],
})
export type ExemptionList = Static<typeof listExemptions.reply>

export const listItemExemptions = route({
  name: 'listItemExemptions',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/exemptions',
  summary: 'Exemptions of one item, newest first, whatever became of them',
  params: ItemParams,
  query: Type.Object({ asOf: AsOf }),
  reply: Type.Object({ ...asOfSaid, exemptions: Type.Array(ExemptionShape) }),
  refusals: ['NOT_FOUND'],
})

export const askExemption = route({
  name: 'askExemption',
  needs: 'item.edit',
  method: 'POST',
  path: '/api/items/:itemId/exemptions',
  summary: 'Ask that a rule does not light an item, or one of its nodes, for a good reason and a time',
  params: ItemParams,
  body: Type.Object({
    rule: Type.String({ maxLength: 100 }),
    nodeKey: Type.Optional(Type.String({ maxLength: 100 })),
    ground: oneOf(exemptionGroundKeys),
    text: Type.String({ maxLength: 1000 }),
    evidence: Type.Optional(Type.String({ maxLength: 300 })),
    until: IsoDay,
  }),
  reply: Type.Object({ exemption: ExemptionShape }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'EXEMPTION_STATE'],
})
export type ExemptionWish = Static<(typeof askExemption)['body']>

export const decideExemption = route({
  name: 'decideExemption',
  needs: 'exemption.grant',
  method: 'POST',
  path: '/api/exemptions/:exemptionId/decision',
  summary: 'Grant or refuse an exemption that somebody else asked for; a refusal needs a reason',
  params: ExemptionParams,
  body: Type.Object({
    granted: Type.Boolean(),
    /** A shorter time than was asked for. */
    until: Type.Optional(IsoDay),
    note: Type.Optional(Reason),
  }),
  reply: Type.Object({ exemption: ExemptionShape }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'REASON_REQUIRED', 'EXEMPTION_STATE'],
})

export const endExemption = route({
  name: 'endExemption',
  needs: 'item.read',
  method: 'POST',
  path: '/api/exemptions/:exemptionId/end',
  summary: 'End an exemption before its last day: from today on the rule lights again',
  params: ExemptionParams,
  body: Type.Object({ reason: Reason }),
  reply: Type.Object({ exemption: ExemptionShape }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'REASON_REQUIRED', 'EXEMPTION_STATE'],
})
