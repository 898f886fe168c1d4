import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Decimal, Id, IsoDay, ItemParams, Lamp, LampReasonShape, nullable, oneOf } from './shapes.ts'

const PledgeShape = Type.Object({
  itemId: Id,
  title: Type.String(),
  playbookKey: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  lampReasons: Type.Array(LampReasonShape),
  /** Value of the list's choice of kinds. */
  kind: Type.String(),
  measure: nullable(oneOf(['milestone', 'atLeast', 'perMu', 'atMost'] as const)),
  /** Yuan, yuan per mu, or a number, by measure; null for a milestone. */
  promised: nullable(Decimal),
  /** The same of what is verified; null where nothing is. */
  actual: nullable(Decimal),
  due: nullable(IsoDay),
  known: Type.Boolean(),
  kept: Type.Boolean(),
  /** Verified as a share of what was promised, in percent. */
  percent: Type.Number(),
})
export type PledgeReply = Static<typeof PledgeShape>

export const listItemPledges = route({
  name: 'listItemPledges',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/pledges',
  summary: 'What was pledged for a project, each held against what is verified of it',
  params: ItemParams,
  query: Type.Object({ asOf: AsOf }),
  reply: Type.Object({ ...asOfSaid, pledges: Type.Array(PledgeShape) }),
  refusals: ['NOT_FOUND'],
})
