import { type Static, Type } from 'typebox'
import { ItemQuery } from './items.ts'
import { route } from './route.ts'
import { asOfSaid, FieldValues, Id, Instant, IsoDay, Lamp, LampReasonShape, nullable, oneOf } from './shapes.ts'

/** The clock that runs, or is stopped for a ground, in an item's stage. */
const BoardClock = Type.Object({
  key: Type.String(),
  state: oneOf(['running', 'paused']),
  /** Minutes of working time; negative when overdue; null without a limit. */
  leftMinutes: nullable(Type.Integer()),
  limitMinutes: nullable(Type.Integer()),
  dueAt: nullable(Instant),
  overdue: Type.Boolean(),
  warns: Type.Boolean(),
})
export type BoardClock = Static<typeof BoardClock>

const BoardCard = Type.Object({
  itemId: Id,
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  lampReasons: Type.Array(LampReasonShape),
  leadOrgId: nullable(Id),
  ownerId: nullable(Id),
  areaCode: nullable(Type.String()),
  deadline: nullable(IsoDay),
  /** Its choices, units and persons. */
  fields: FieldValues,
  /** Since when it stands in its stage. */
  enteredAt: nullable(Instant),
  clock: nullable(BoardClock),
  /** The rung of the ladder that it has climbed to: a level; null: none. */
  escalatedTo: nullable(Type.String()),
  handOvers: Type.Integer(),
  reopenings: Type.Integer(),
  /** How many nodes of other items it holds. */
  blocks: Type.Integer(),
})
export type BoardCard = Static<typeof BoardCard>

const BoardStage = Type.Object({
  stage: Type.String(),
  total: Type.Integer(),
  overdue: Type.Integer(),
  warning: Type.Integer(),
  /** The most urgent first: overdue, by urgency, by what is due first; as many as were asked for. */
  cards: Type.Array(BoardCard),
})
export type BoardStage = Static<typeof BoardStage>

const { sort: _sort, ...selection } = ItemQuery

export const getStageBoard = route({
  name: 'getStageBoard',
  needs: 'item.read',
  method: 'GET',
  path: '/api/stage-board',
  summary: 'A list by stages with its clocks, the most urgent first',
  query: Type.Object({
    ...selection,
    /** Cards of each stage. */
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 200, default: 20 })),
  }),
  reply: Type.Object({
    ...asOfSaid,
    total: Type.Integer(),
    /** Not in a final stage. */
    open: Type.Integer(),
    overdue: Type.Integer(),
    warning: Type.Integer(),
    /** Working minutes of a day, which durations are told by. */
    minutesPerDay: Type.Integer(),
    /** All stages of the list, in order. */
    stages: Type.Array(BoardStage),
    /** Lead units of what is open, those with the most overdue first; null: none is named. */
    units: Type.Array(Type.Object({ orgId: nullable(Id), open: Type.Integer(), overdue: Type.Integer() })),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})
export type StageBoard = Static<typeof getStageBoard.reply>
