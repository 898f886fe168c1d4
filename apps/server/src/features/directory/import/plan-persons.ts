import type { DirectoryEntry } from '@guatu/ledger'
import { personRow } from '../../../store/directory.ts'
import type { PersonContactRow, PersonRow } from '../../../store/schema.ts'
import type { PlannedUnits } from './plan-units.ts'
import type { Planning } from './planning.ts'

export interface PlannedPersons {
  readonly created: readonly PersonRow[]
  readonly contacts: readonly PersonContactRow[]
  /** The person that a row names; none where the row could not be settled. */
  readonly of: (entry: DirectoryEntry) => PersonRow | undefined
  readonly leftOut: number
}

/** Rows of the file that name one person. */
interface Named {
  readonly name: string
  phone: string | null
  email: string | null
  readonly entries: DirectoryEntry[]
}

const unitsOf = (named: Named): ReadonlySet<string> => new Set(named.entries.map(({ unit }) => unit))

/**
 * Rows of one name are one person unless their telephone numbers differ. Telephones tell namesakes apart; without any,
 * one name in several units is one person with several posts, and that is said.
 */
function namedPersons({ entries, warnings, columnOf }: Planning): Named[] {
  const persons: Named[] = []
  for (const entry of entries) {
    if (entry.person === null) continue
    const { person: name, phone, email, row } = entry
    const same = persons.filter(
      (other) => other.name === name && (phone === null || !other.phone || other.phone === phone),
    )
    const known =
      same.find((other) => unitsOf(other).has(entry.unit)) ?? same.find((other) => other.phone === phone) ?? same[0]
    if (!known) {
      persons.push({ name, phone, email, entries: [entry] })
      continue
    }
    if (!unitsOf(known).has(entry.unit) && (phone === null || known.phone === null)) {
      const message = `与第${known.entries[0]!.row}行的${name}按同一人读入；若是两人，请分别填手机`
      warnings.push({ row, column: columnOf('person'), value: name, message })
    }
    known.phone ??= phone
    known.email ??= email
    known.entries.push(entry)
  }
  return persons
}

/** The stored person that the rows mean: by telephone, else by unit, else whoever is known by the name alone. */
function storedPerson(planning: Planning, named: Named, units: PlannedUnits): PersonRow | 'ambiguous' | undefined {
  const { stored } = planning
  const candidates = stored.persons.filter(({ name }) => name === named.name)
  const phoneOf = ({ personId }: PersonRow) => stored.contacts.get(personId)?.phone ?? null
  const byPhone = named.phone === null ? [] : candidates.filter((person) => phoneOf(person) === named.phone)
  if (byPhone.length === 1) return byPhone[0]
  const possible = candidates.filter((person) => named.phone === null || phoneOf(person) === null)
  const orgIds = new Set([...unitsOf(named)].flatMap((name) => units.byName.get(name)?.orgId ?? []))
  const posts = (person: PersonRow) => stored.posts.filter(({ personId }) => personId === person.personId)
  const isInUnit = (person: PersonRow) =>
    orgIds.has(person.orgId ?? '') || posts(person).some(({ orgId }) => orgIds.has(orgId))
  const inUnit = possible.filter(isInUnit)
  if (inUnit.length > 0) return inUnit.length === 1 ? inUnit[0] : 'ambiguous'
  // In one unit another number is the same person's new one, unless the file has the old one too.
  const phones = new Set(planning.entries.filter(({ person }) => person === named.name).map(({ phone }) => phone))
  const renumbered = candidates.filter((person) => isInUnit(person) && !phones.has(phoneOf(person)))
  if (renumbered.length > 0) return renumbered.length === 1 ? renumbered[0] : 'ambiguous'
  // Ledgers bring names without a unit.
  const unplaced = possible.filter((person) => person.orgId === null && posts(person).length === 0)
  return unplaced.length > 1 ? 'ambiguous' : unplaced[0]
}

const contactWords = (contact: Pick<PersonContactRow, 'phone' | 'email'> | undefined) =>
  [
    { key: 'phone', label: '手机' },
    { key: 'email', label: '邮箱' },
  ].map(({ key, label }) => ({ label, text: contact?.[key as 'phone' | 'email'] ?? '' }))

export function planPersons(planning: Planning, units: PlannedUnits): PlannedPersons {
  const { stored, errors, warnings, changes, columnOf, districtId } = planning
  const created: PersonRow[] = []
  const contacts: PersonContactRow[] = []
  const settled = new Map<DirectoryEntry, PersonRow>()
  let leftOut = 0
  for (const named of namedPersons(planning)) {
    const [first] = named.entries as [DirectoryEntry]
    const place = { row: first.row, column: columnOf('person'), value: named.name }
    const known = storedPerson(planning, named, units)
    if (known === 'ambiguous') {
      errors.push({ ...place, message: `名录中有几位同名的${named.name}，请填手机以便区分` })
      continue
    }
    if (!known && !stored.rights.directory) {
      leftOut += 1
      warnings.push({ ...place, message: `名录中没有“${named.name}”，请系统管理员先导入` })
      continue
    }
    const unit = units.byName.get(first.unit)
    if (!known && stored.persons.some(({ name }) => name === named.name))
      warnings.push({ ...place, message: `名录中别的单位有同名的${named.name}，按另一人新增；若是同一人，请填手机` })
    const person = known ?? personRow(districtId, { name: named.name, orgId: unit?.orgId ?? null })
    for (const entry of named.entries) settled.set(entry, person)
    if (!known) {
      created.push(person)
      changes.push({ row: first.row, kind: 'personCreated', name: named.name, cells: [] })
    }
    if (!stored.rights.directory) continue
    const before = stored.contacts.get(person.personId)
    const after = { phone: named.phone ?? before?.phone ?? null, email: named.email ?? before?.email ?? null }
    if (after.phone === (before?.phone ?? null) && after.email === (before?.email ?? null)) continue
    contacts.push({ districtId, personId: person.personId, ...after })
    if (!known) continue
    const was = contactWords(before)
    const cells = contactWords(after)
      .map(({ label, text }, at) => ({ label, before: was[at]!.text, after: text }))
      .filter((cell) => cell.before !== cell.after)
    changes.push({ row: first.row, kind: 'personChanged', name: named.name, cells })
  }
  return { created, contacts, of: (entry) => settled.get(entry), leftOut }
}
