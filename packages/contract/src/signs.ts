import { signKeys } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, Instant, nullable, oneOf, TitleShape } from './shapes.ts'

const Contest = Type.Object({
  contestId: Id,
  text: Type.String(),
  by: Type.String(),
  at: Instant,
  answer: nullable(Type.Object({ text: Type.String(), upheld: Type.Boolean(), by: Type.String(), at: Instant })),
})

const SignRecord = Type.Object({
  sign: oneOf(signKeys),
  kind: Type.String(),
  itemId: Id,
  itemTitle: Type.String(),
  playbookKey: Type.String(),
  record: Type.String(),
  /** Of what the sign speaks, in a sentence with its figure. */
  text: TitleShape,
  unitId: nullable(Id),
  figure: Type.Number(),
  /** What was said against it last; one that was upheld is no record of the sign any more. */
  contest: nullable(Contest),
  contestable: Type.Boolean(),
  answerable: Type.Boolean(),
})
export type SignRecordReply = Static<typeof SignRecord>

const UnitSigns = Type.Object({
  unitId: nullable(Id),
  /** Records by sign. */
  counts: Type.Record(Type.String(), Type.Integer()),
  contested: Type.Integer(),
})
export type UnitSigns = Static<typeof UnitSigns>

export const listSigns = route({
  name: 'listSigns',
  needs: 'item.read',
  method: 'GET',
  path: '/api/signs',
  summary: 'The five signs by unit, with the records behind them: of one sign, one unit, or one item',
  query: Type.Object({
    sign: Type.Optional(oneOf(signKeys)),
    /** A unit's id, or `none`. Narrows the records, not the counts. */
    unit: Type.Optional(Type.Union([Id, Type.Literal('none')])),
    item: Type.Optional(Id),
    asOf: AsOf,
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, default: 60 })),
  }),
  reply: Type.Object({
    ...asOfSaid,
    /** Signs are made of what is recorded at present: a past moment shows these too, and says so. */
    presentOnly: Type.Boolean(),
    thresholds: Type.Record(Type.String(), Type.Number()),
    counts: Type.Record(Type.String(), Type.Integer()),
    /** Items with at least one record. */
    items: Type.Integer(),
    units: Type.Array(UnitSigns),
    total: Type.Integer(),
    records: Type.Array(SignRecord),
  }),
  refusals: [],
})
export type SignBoard = Static<typeof listSigns.reply>

const Text = Type.String({ maxLength: 1000 })

export const contestSign = route({
  name: 'contestSign',
  needs: 'item.edit',
  method: 'POST',
  path: '/api/signs/contests',
  summary: 'Say something against a sign as it stands for one record (申辩)',
  body: Type.Object({ itemId: Id, sign: oneOf(signKeys), record: Type.String({ maxLength: 200 }), text: Text }),
  reply: Type.Object({ contestId: Id }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'REASON_REQUIRED', 'SIGN_CONTEST_STATE'],
})

export const answerContest = route({
  name: 'answerContest',
  needs: 'exemption.grant',
  method: 'POST',
  path: '/api/signs/contests/:contestId/answer',
  summary: 'Answer what was said against a sign; upheld, the record no longer counts',
  params: Type.Object({ contestId: Id }),
  body: Type.Object({ text: Text, upheld: Type.Boolean() }),
  reply: Type.Object({ contestId: Id }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'REASON_REQUIRED', 'SIGN_CONTEST_STATE'],
})
