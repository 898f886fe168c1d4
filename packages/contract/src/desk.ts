import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, FieldValues, Id, Instant, IsoDay, Lamp, LampCounts, nullable, TitleShape } from './shapes.ts'

/** A move that waits for the reader. */
const DeskMove = Type.Object({
  /** Names the move among those to its stage. */
  key: Type.String(),
  to: Type.String(),
  title: TitleShape,
  back: Type.Boolean(),
  /** It can be made as it is: it asks for nothing and needs no reason. */
  plain: Type.Boolean(),
})

const DeskRow = Type.Object({
  itemId: Id,
  revision: Type.Integer(),
  title: Type.String(),
  stage: Type.String(),
  lamp: Lamp,
  /** What the lamp says first, in words. */
  lampText: nullable(TitleShape),
  leadOrgId: nullable(Id),
  areaCode: nullable(Type.String()),
  deadline: nullable(IsoDay),
  fields: FieldValues,
  /** Of the clock that runs and is due first. */
  clock: nullable(
    Type.Object({ key: Type.String(), dueAt: nullable(Instant), overdue: Type.Boolean(), paused: Type.Boolean() }),
  ),
  enteredAt: nullable(Instant),
  /** What the reader may do next; empty: it waits for somebody else. */
  moves: Type.Array(DeskMove),
})
export type DeskRow = Static<typeof DeskRow>

/** Rows that one answer holds at most. */
export const maxDeskRows = 1000

export const getDesk = route({
  name: 'getDesk',
  needs: 'item.read',
  method: 'GET',
  path: '/api/desk',
  summary: 'Items of a closed loop that are under way, with what waits for the reader, the most urgent first',
  query: Type.Object({ playbook: Type.String(), asOf: AsOf }),
  reply: Type.Object({
    ...asOfSaid,
    /** Under way, of all that the reader may read. */
    open: Type.Integer(),
    /** Of these, the ones that wait for the reader. */
    waiting: Type.Integer(),
    overdue: Type.Integer(),
    lamps: LampCounts,
    rows: Type.Array(DeskRow),
  }),
  refusals: ['PLAYBOOK_UNKNOWN'],
})

/** Items that one request may move. */
export const maxAdvancedItems = 200

export const advanceItems = route({
  name: 'advanceItems',
  needs: 'item.advance',
  method: 'POST',
  path: '/api/advance',
  summary: 'Make the same move with many items; each is judged by itself',
  body: Type.Object({
    to: Type.String(),
    move: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
    items: Type.Array(Type.Object({ itemId: Id, revision: Type.Integer() }), {
      minItems: 1,
      maxItems: maxAdvancedItems,
    }),
  }),
  reply: Type.Object({
    moved: Type.Array(Id),
    refused: Type.Array(Type.Object({ itemId: Id, reasons: Type.Array(TitleShape) })),
  }),
  refusals: [],
})
