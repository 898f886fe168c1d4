import type { Role } from '@guatu/access'
import { type ItemRelation, tiesOf } from '@guatu/playbook'
import type { District, KnownItem } from './district.ts'
import type { Person } from './world.ts'

/** Roles that act for their unit; the others in it only look, or verify. */
const acting: readonly Role[] = ['town', 'department', 'firm', 'leader', 'supervisor', 'districtOffice']

/** Whoever stands so to an item, as its fields were when somebody saw it last. */
export function partiesTo({ world, seen }: District, item: KnownItem, relation: ItemRelation): readonly Person[] {
  if (relation === 'all') return world.of('districtOffice')
  const ties = tiesOf({ fields: seen.get(item.itemId)?.fields ?? {} }, [], item.playbook)
  const ids = new Set(ties.filter((tie) => tie.relation === relation).map(({ id }) => id))
  return world.persons.filter(
    ({ personId, orgId, role }) => acting.includes(role) && (ids.has(personId) || ids.has(orgId)),
  )
}
