import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, IsoDay, nullable } from './shapes.ts'

const counts = {
  planned: Type.Integer(),
  made: Type.Integer(),
  /** Planned for a day that is over, and not made. */
  missed: Type.Integer(),
}

const PatrolCell = Type.Object({
  /** Of the planned day, else of the day of the visit: 1 to 12. */
  month: Type.Integer(),
  areaCode: nullable(Type.String()),
  ...counts,
})
export type PatrolCell = Static<typeof PatrolCell>

const PatrolVisit = Type.Object({
  itemId: Id,
  revision: Type.Integer(),
  title: Type.String(),
  stage: Type.String(),
  areaCode: nullable(Type.String()),
  visitorId: nullable(Id),
  plannedOn: nullable(IsoDay),
  visitedOn: nullable(IsoDay),
  findings: nullable(Type.String()),
  promises: nullable(Type.String()),
  followUpOn: nullable(IsoDay),
  followedUp: Type.Boolean(),
  missed: Type.Boolean(),
})
export type PatrolVisit = Static<typeof PatrolVisit>

export const getPatrol = route({
  name: 'getPatrol',
  needs: 'item.read',
  method: 'GET',
  path: '/api/patrol',
  summary: 'Visits of a year, planned against made, by month and town and by leader',
  query: Type.Object({
    playbook: Type.String(),
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    asOf: AsOf,
  }),
  reply: Type.Object({
    ...asOfSaid,
    year: Type.Integer(),
    ...counts,
    cells: Type.Array(PatrolCell),
    visitors: Type.Array(Type.Object({ personId: nullable(Id), ...counts })),
    /** The latest first. */
    visits: Type.Array(PatrolVisit),
  }),
  refusals: ['PLAYBOOK_UNKNOWN', 'NOT_FOUND'],
})
export type PatrolReply = Static<typeof getPatrol.reply>

/** Visits that one plan may hold. */
export const maxPlannedVisits = 400

export const planVisits = route({
  name: 'planVisits',
  needs: 'item.create',
  method: 'POST',
  path: '/api/patrol/plan',
  summary: 'Put the visits of a patrol plan on the list, all or none',
  body: Type.Object({
    playbook: Type.String(),
    visits: Type.Array(
      Type.Object({
        title: Type.String({ maxLength: 120 }),
        visitorId: Id,
        areaCode: Type.String(),
        plannedOn: IsoDay,
      }),
      { minItems: 1, maxItems: maxPlannedVisits },
    ),
  }),
  reply: Type.Object({ created: Type.Integer() }),
  refusals: ['PLAYBOOK_UNKNOWN', 'NOT_FOUND'],
})
