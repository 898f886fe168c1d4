import { type Static, Type } from 'typebox'
import { ActionShape, HeldPostShape } from './access.ts'
import { route } from './route.ts'
import { Id, IsoDay, nullable } from './shapes.ts'

export const OrgShape = Type.Object({
  orgId: Id,
  parentId: nullable(Id),
  kind: Type.String(),
  name: Type.String(),
  shortName: nullable(Type.String()),
  areaCode: nullable(Type.String()),
  assessed: Type.Boolean(),
})
export const PersonShape = Type.Object({
  personId: Id,
  orgId: nullable(Id),
  name: Type.String(),
  post: nullable(Type.String()),
})
/** An area that projects are counted by: an administrative division or a functional area. */
export const AreaShape = Type.Object({
  code: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  kind: Type.Union([Type.Literal('division'), Type.Literal('functionalArea')]),
})

export const getSession = route({
  name: 'getSession',
  needs: 'session',
  method: 'GET',
  path: '/api/session',
  summary: 'The district, its day, its lists and its directory',
  reply: Type.Object({
    /** Who is signed in; null: the operator of the machine, whom no rule binds. */
    me: nullable(
      Type.Object({
        personId: Id,
        name: Type.String(),
        posts: Type.Array(HeldPostShape),
        /** What the posts grant somewhere: of items, not of every one. */
        may: Type.Array(ActionShape),
      }),
    ),
    district: Type.Object({ districtId: Type.String(), name: Type.String(), shortName: Type.String() }),
    today: IsoDay,
    /** The data is a demonstration; every screen says so. */
    demonstration: Type.Boolean(),
    playbooks: Type.Array(Type.Object({ key: Type.String(), version: Type.Integer(), itemCount: Type.Integer() })),
    orgs: Type.Array(OrgShape),
    persons: Type.Array(PersonShape),
    areas: Type.Array(AreaShape),
  }),
  refusals: [],
})
export type Session = Static<typeof getSession.reply>
export type OrgEntry = Static<typeof OrgShape>
export type PersonEntry = Static<typeof PersonShape>
export type AreaEntry = Static<typeof AreaShape>
