import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, Instant, IsoDay, Lamp, nullable, TitleShape } from './shapes.ts'

const ChargeRow = Type.Object({
  itemId: Id,
  playbookKey: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  lampText: nullable(TitleShape),
  leadOrgId: nullable(Id),
  areaCode: nullable(Type.String()),
  deadline: nullable(IsoDay),
  /** Of the running clock that is due first. */
  dueAt: nullable(Instant),
  overdue: Type.Boolean(),
  escalatedTo: nullable(Type.String()),
  final: Type.Boolean(),
})
export type ChargeRow = Static<typeof ChargeRow>

const ChargeList = Type.Object({
  playbook: Type.String(),
  /** All of the list in the person's charge. */
  total: Type.Integer(),
  /** Not in a final stage. */
  open: Type.Integer(),
  red: Type.Integer(),
  overdue: Type.Integer(),
  /** Reached the leader's rung of the ladder, or a higher one. */
  escalated: Type.Integer(),
  /** What asks for attention: red, overdue, escalated; the gravest first. */
  rows: Type.Array(ChargeRow),
})
export type ChargeList = Static<typeof ChargeList>

export const getMyCharge = route({
  name: 'getMyCharge',
  needs: 'item.read',
  method: 'GET',
  path: '/api/my-charge',
  summary: 'What is in the charge of the reader, or of a person, list by list: lamps, overdue, escalated',
  query: Type.Object({
    /** Somebody else, for who may read the directory. */
    person: Type.Optional(Id),
    asOf: AsOf,
  }),
  reply: Type.Object({
    ...asOfSaid,
    /** Null: the operator of the machine is nobody. */
    personId: nullable(Id),
    /** What the person is in charge of. */
    charges: Type.Array(Type.Object({ kind: Type.String(), target: Type.String() })),
    lists: Type.Array(ChargeList),
  }),
  refusals: ['NOT_FOUND'],
})
export type MyChargeReply = Static<typeof getMyCharge.reply>
