import type { DirectoryCharge, DirectoryPerson, Post, Unit } from '@guatu/contract'
import type { ChargeRow, PostRow } from '../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'

/** Rows of the store as they travel. */
export const unitReply = (row: OrgRow): Unit => ({
  orgId: row.orgId,
  parentId: row.parentId,
  kind: row.kind,
  name: row.name,
  shortName: row.shortName,
  areaCode: row.areaCode,
  assessed: row.assessed,
  position: row.position,
  formerNames: row.formerNames.map((former) => ({ ...former })),
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  revision: row.revision,
})

export const personReply = ({ personId, orgId, name, post, revision }: PersonRow): DirectoryPerson => ({
  personId,
  orgId,
  name,
  post,
  revision,
})

export const postReply = (row: PostRow): Post => ({
  postId: row.postId,
  personId: row.personId,
  orgId: row.orgId,
  role: row.role,
  title: row.title,
  from: row.fromDay,
  to: row.toDay,
  deputyForId: row.deputyForId,
  takenOverFromId: row.takenOverFromId,
  revision: row.revision,
})

export const chargeReply = (row: ChargeRow, targetName: string | null): DirectoryCharge => ({
  chargeId: row.chargeId,
  personId: row.personId,
  kind: row.kind,
  target: row.target,
  targetName,
  from: row.fromDay,
  to: row.toDay,
  revision: row.revision,
})

/** A row as an event tells of it: what it says, without what every row of the district has. */
export const told = <R extends { readonly districtId: string }>(row: R, keys: readonly (keyof R & string)[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key]]))
