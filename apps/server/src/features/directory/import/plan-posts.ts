import { type Role, roles } from '@guatu/access'
import { unitKinds } from '@guatu/contract'
import type { DirectoryEntry } from '@guatu/ledger'
import type { PostRow } from '../../../store/access-rows.ts'
import { postRow } from '../../../store/directory.ts'
import type { OrgRow, PersonRow } from '../../../store/schema.ts'
import { postRefusals } from '../post-check.ts'
import type { PlannedPersons } from './plan-persons.ts'
import type { PlannedUnits } from './plan-units.ts'
import type { Planning, Replaced } from './planning.ts'

export interface PlannedPosts {
  readonly created: readonly PostRow[]
  readonly changed: readonly Replaced<PostRow>[]
  readonly leftOut: number
}

const roleOfKind = (kind: string): Role | null =>
  (unitKinds as Record<string, { readonly role: Role | null }>)[kind]?.role ?? null

/** The role that the row names, or the one that posts in such a unit have. */
function roleOf(planning: Planning, entry: DirectoryEntry, unit: OrgRow): Role | null {
  const role = (entry.role as Role | null) ?? roleOfKind(unit.kind)
  if (role === null) {
    const message = `${unit.name}的岗位没有通常的角色，请写明`
    const accepted = Object.values(roles).map(({ zh }) => zh)
    planning.errors.push({ row: entry.row, column: planning.columnOf('role'), value: null, message, accepted })
  }
  return role
}

/** The post that the row means: of the same words, or the only one of its role where the row says no words. */
function knownPost(posts: readonly PostRow[], orgId: string, role: Role, title: string | null): PostRow | undefined {
  const same = posts.filter((post) => post.orgId === orgId && post.role === role && post.deputyForId === null)
  const latest = same.toReversed()
  return title === null ? latest[0] : latest.find((post) => post.title === title)
}

interface Row {
  readonly entry: DirectoryEntry
  readonly unit: OrgRow
  readonly person: PersonRow
}

/** Days that the row tells and the stored post has otherwise. */
function periodChange(entry: DirectoryEntry, post: PostRow) {
  const after = {
    ...post,
    fromDay: entry.from ?? post.fromDay,
    toDay: entry.to ?? post.toDay,
    revision: post.revision + 1,
  }
  const cells = [
    { label: '起始日期', before: post.fromDay, after: after.fromDay },
    { label: '截止日期', before: post.toDay ?? '', after: after.toDay ?? '' },
  ].filter((cell) => cell.before !== cell.after)
  return { after, cells }
}

function newPost({ districtId, today }: Planning, { entry, unit, person }: Row, role: Role): PostRow {
  const { title, from, to } = entry
  const { personId } = person
  return postRow(districtId, { personId, orgId: unit.orgId, role, title, from: from ?? to ?? today, to })
}

/** What speaks against a post is told at the cell that it comes from. */
function refuse({ errors, columnOf }: Planning, { entry, unit, person }: Row, post: PostRow, held: readonly PostRow[]) {
  const refusals = postRefusals({ post, person, unit, held })
  for (const { path, message } of refusals) {
    const key = path === 'orgId' ? 'unit' : path === 'from' || path === 'to' ? path : 'role'
    errors.push({ row: entry.row, column: columnOf(key), value: null, message: message.zh })
  }
  return refusals.length > 0
}

export function planPosts(planning: Planning, units: PlannedUnits, persons: PlannedPersons): PlannedPosts {
  const { stored, entries, changes } = planning
  const created: PostRow[] = []
  const changed: Replaced<PostRow>[] = []
  const posts = [...stored.posts]
  let leftOut = 0
  for (const entry of entries) {
    const unit = units.byName.get(entry.unit)
    const person = persons.of(entry)
    if (!unit || !person) {
      if (entry.person !== null && !stored.rights.directory) leftOut += 1
      continue
    }
    const row: Row = { entry, unit, person }
    const role = roleOf(planning, entry, unit)
    if (role === null) continue
    const held = posts.filter(({ personId }) => personId === person.personId)
    const known = knownPost(held, unit.orgId, role, entry.title)
    const { after, cells } = known ? periodChange(entry, known) : { after: newPost(planning, row, role), cells: [] }
    if (known && cells.length === 0) continue
    if (!stored.rights.posts) {
      leftOut += 1
      continue
    }
    if (refuse(planning, row, after, held)) continue
    const name = `${person.name} ${unit.name} ${after.title}（${roles[role].zh}）`
    if (known) {
      posts[posts.indexOf(known)] = after
      changed.push({ before: known, after })
      changes.push({ row: entry.row, kind: 'postChanged', name, cells })
    } else {
      posts.push(after)
      created.push(after)
      const days = [{ label: '起始日期', before: '', after: after.fromDay }]
      changes.push({ row: entry.row, kind: 'postAssigned', name, cells: days })
    }
  }
  return { created, changed, leftOut }
}
