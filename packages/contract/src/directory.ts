import { type Role, roles } from '@guatu/access'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { OrgShape, PersonShape } from './session.ts'
import { Id, IsoDay, nullable, oneOf } from './shapes.ts'
import { type UnitKindKey, unitKinds } from './unit-kinds.ts'

const UnitKindShape = oneOf(Object.keys(unitKinds) as UnitKindKey[])
const RoleShape = oneOf(Object.keys(roles) as Role[])
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
/** The revision that the writer has seen; another one in force refuses the write. */
const Revision = Type.Integer({ minimum: 1 })

export const UnitShape = Type.Object({
  ...OrgShape.properties,
  position: Type.Integer(),
  /** Names that it bore before, each with the last day that it was in force, the latest first. */
  formerNames: Type.Array(Type.Object({ name: Type.String(), shortName: nullable(Type.String()), until: IsoDay })),
  /** First and last day of the unit; null: since ever, or in being. */
  openedOn: nullable(IsoDay),
  closedOn: nullable(IsoDay),
  revision: Revision,
})
export type Unit = Static<typeof UnitShape>

export const PostShape = Type.Object({
  postId: Id,
  personId: Id,
  orgId: Id,
  role: RoleShape,
  /** The post in words: 局长; the role's own where nothing else was said. */
  title: Type.String(),
  from: IsoDay,
  /** Last day in force; null: open. */
  to: nullable(IsoDay),
  /** The post that this one stands in for (代理). */
  deputyForId: nullable(Id),
  /** The post that this one was taken over from. */
  takenOverFromId: nullable(Id),
  revision: Revision,
})
export type Post = Static<typeof PostShape>

export const ChargeShape = Type.Object({
  chargeId: Id,
  personId: Id,
  kind: oneOf(['item', 'area', 'org']),
  /** Item id, area code or unit id. */
  target: Type.String(),
  /** The target in words; null for an item that the reader may not see. */
  targetName: nullable(Type.String()),
  from: IsoDay,
  to: nullable(IsoDay),
  revision: Revision,
})
export type DirectoryCharge = Static<typeof ChargeShape>

export const DirectoryPersonShape = Type.Object({
  ...PersonShape.properties,
  revision: Revision,
})
export type DirectoryPerson = Static<typeof DirectoryPersonShape>

export const getDirectory = route({
  name: 'getDirectory',
  needs: 'directory.read',
  method: 'GET',
  path: '/api/directory',
  summary: 'Units, persons, posts and charges, those that are over included',
  reply: Type.Object({
    units: Type.Array(UnitShape),
    persons: Type.Array(DirectoryPersonShape),
    posts: Type.Array(PostShape),
    charges: Type.Array(ChargeShape),
  }),
  refusals: [],
})
export type DirectoryReply = Static<typeof getDirectory.reply>

const UnitParams = Type.Object({ orgId: Id })
const UnitFields = {
  parentId: nullable(Id),
  kind: UnitKindShape,
  name: Name,
  shortName: nullable(Name),
  areaCode: nullable(Type.String({ maxLength: 12 })),
  assessed: Type.Boolean(),
}
export const createUnit = route({
  name: 'createUnit',
  needs: 'directory.manage',
  method: 'POST',
  path: '/api/directory/units',
  summary: 'Add a unit to the tree',
  body: Type.Object({ ...UnitFields, openedOn: Type.Optional(nullable(IsoDay)) }),
  reply: UnitShape,
  refusals: ['DIRECTORY_INVALID'],
})
export const updateUnit = route({
  name: 'updateUnit',
  needs: 'directory.manage',
  method: 'PATCH',
  path: '/api/directory/units/:orgId',
  summary: 'Rename, move or describe a unit; the old name is kept and still found',
  params: UnitParams,
  body: Type.Object({
    ...Type.Partial(Type.Object(UnitFields)).properties,
    revision: Revision,
    reason: Type.Optional(Reason),
  }),
  reply: UnitShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'DIRECTORY_INVALID'],
})
export const closeUnit = route({
  name: 'closeUnit',
  needs: 'directory.manage',
  method: 'POST',
  path: '/api/directory/units/:orgId/close',
  summary: 'Close a unit with its last day, or open it again; it is never deleted',
  params: UnitParams,
  body: Type.Object({ closedOn: nullable(IsoDay), reason: Type.Optional(Reason), revision: Revision }),
  reply: UnitShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'DIRECTORY_INVALID'],
})

const PersonParams = Type.Object({ personId: Id })
const Contact = {
  phone: nullable(Type.String({ maxLength: 60 })),
  email: nullable(Type.String({ maxLength: 200 })),
}
export const getPerson = route({
  name: 'getPerson',
  needs: 'directory.read',
  method: 'GET',
  path: '/api/directory/persons/:personId',
  summary: 'A person with what he answers for; telephone and e-mail only for whoever may see them',
  params: PersonParams,
  reply: Type.Object({
    person: DirectoryPersonShape,
    /** Null: the reader may not see them. */
    contact: nullable(Type.Object({ phone: nullable(Type.String()), email: nullable(Type.String()) })),
    /** Of the items that the reader sees, by list. */
    answersFor: Type.Array(
      Type.Object({
        playbook: Type.String(),
        /** As 责任人. */
        owned: Type.Integer(),
        /** As 责任领导. */
        led: Type.Integer(),
      }),
    ),
  }),
  refusals: ['NOT_FOUND'],
})
export type PersonReply = Static<typeof getPerson.reply>
export const createPerson = route({
  name: 'createPerson',
  needs: 'directory.manage',
  method: 'POST',
  path: '/api/directory/persons',
  summary: 'Add a person; posts are assigned apart',
  body: Type.Object({ name: Name, orgId: nullable(Id), ...Type.Partial(Type.Object(Contact)).properties }),
  reply: DirectoryPersonShape,
  refusals: ['DIRECTORY_INVALID'],
})
export const updatePerson = route({
  name: 'updatePerson',
  needs: 'directory.manage',
  method: 'PATCH',
  path: '/api/directory/persons/:personId',
  summary: 'Correct a name, a unit or how to reach the person; what is not sent stays',
  params: PersonParams,
  body: Type.Object({
    name: Type.Optional(Name),
    orgId: Type.Optional(nullable(Id)),
    ...Type.Partial(Type.Object(Contact)).properties,
    revision: Revision,
    reason: Type.Optional(Reason),
  }),
  reply: DirectoryPersonShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'DIRECTORY_INVALID'],
})

const PostParams = Type.Object({ postId: Id })
const Title = nullable(Type.String({ maxLength: 100 }))
export const assignPost = route({
  name: 'assignPost',
  needs: 'post.manage',
  method: 'POST',
  path: '/api/directory/posts',
  summary: 'Give a person a post in a unit',
  body: Type.Object({
    personId: Id,
    orgId: Id,
    role: RoleShape,
    title: Title,
    from: IsoDay,
    to: Type.Optional(nullable(IsoDay)),
  }),
  reply: PostShape,
  refusals: ['DIRECTORY_INVALID', 'ROLE_SEPARATED'],
})
export const correctPost = route({
  name: 'correctPost',
  needs: 'post.manage',
  method: 'PATCH',
  path: '/api/directory/posts/:postId',
  summary: 'Correct the words or the first day of a post',
  params: PostParams,
  body: Type.Object({
    title: Type.Optional(Title),
    from: Type.Optional(IsoDay),
    reason: Type.Optional(Reason),
    revision: Revision,
  }),
  reply: PostShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'DIRECTORY_INVALID', 'ROLE_SEPARATED'],
})
export const endPost = route({
  name: 'endPost',
  needs: 'post.manage',
  method: 'POST',
  path: '/api/directory/posts/:postId/end',
  summary: 'End a post with its last day; who stands in for it ends with it',
  params: PostParams,
  body: Type.Object({ to: IsoDay, reason: Type.Optional(Reason), revision: Revision }),
  reply: PostShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'DIRECTORY_INVALID'],
})
export const handOverPost = route({
  name: 'handOverPost',
  needs: 'post.manage',
  method: 'POST',
  path: '/api/directory/posts/:postId/hand-over',
  summary: 'Hand a post over to another person from a day on; both posts are kept',
  params: PostParams,
  body: Type.Object({ personId: Id, from: IsoDay, reason: Type.Optional(Reason), revision: Revision }),
  reply: Type.Object({ ended: PostShape, begun: PostShape }),
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'DIRECTORY_INVALID', 'ROLE_SEPARATED'],
})
export const deputisePost = route({
  name: 'deputisePost',
  needs: 'post.manage',
  method: 'POST',
  path: '/api/directory/posts/:postId/deputise',
  summary: 'Let another person stand in for a post for a period',
  params: PostParams,
  body: Type.Object({ personId: Id, from: IsoDay, to: IsoDay, reason: Type.Optional(Reason) }),
  reply: PostShape,
  refusals: ['NOT_FOUND', 'DIRECTORY_INVALID', 'ROLE_SEPARATED'],
})

export const assignCharge = route({
  name: 'assignCharge',
  needs: 'charge.manage',
  method: 'POST',
  path: '/api/directory/charges',
  summary: 'Put a leader in charge of an item, an area or a unit',
  body: Type.Object({
    personId: Id,
    kind: oneOf(['item', 'area', 'org']),
    target: Type.String({ minLength: 1, maxLength: 60 }),
    from: IsoDay,
    to: Type.Optional(nullable(IsoDay)),
  }),
  reply: ChargeShape,
  refusals: ['DIRECTORY_INVALID'],
})
export const endCharge = route({
  name: 'endCharge',
  needs: 'charge.manage',
  method: 'POST',
  path: '/api/directory/charges/:chargeId/end',
  summary: 'End a charge with its last day',
  params: Type.Object({ chargeId: Id }),
  body: Type.Object({ to: IsoDay, reason: Type.Optional(Reason), revision: Revision }),
  reply: ChargeShape,
  refusals: ['NOT_FOUND', 'REVISION_STALE', 'REASON_REQUIRED', 'DIRECTORY_INVALID'],
})
