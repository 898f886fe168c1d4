import { type LedgerItem, unitNames } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'
import { personRow } from '../../store/directory.ts'
import { orgRow } from '../../store/district.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import type { NameResolver } from './document.ts'

/** The directory by name, with the names that a file brings and the directory does not have. */
export interface DirectoryNames extends NameResolver {
  readonly newOrgs: readonly string[]
  readonly newPersons: readonly string[]
  /** Rows to add at the commit; their ids are settled already, so that documents can name them. */
  readonly orgRows: readonly OrgRow[]
  readonly personRows: readonly PersonRow[]
}

/** Looks up every unit and person that the items name; unknown ones get an id and wait as unlisted. */
export async function resolveNames(tx: Tx, playbook: Playbook, items: readonly LedgerItem[]): Promise<DirectoryNames> {
  const orgs = await tx.db
    .selectFrom('org')
    .select(['orgId', 'name', 'shortName', 'position'])
    .where('districtId', '=', tx.districtId)
    .orderBy('position')
    .execute()
  const persons = await tx.db
    .selectFrom('person')
    .select(['personId', 'name'])
    .where('districtId', '=', tx.districtId)
    .orderBy('personId')
    .execute()
  const known = { org: new Map<string, string>(), person: new Map<string, string>() }
  for (const { orgId, shortName } of [...orgs].reverse()) if (shortName) known.org.set(shortName, orgId)
  for (const { orgId, name } of orgs) known.org.set(name, orgId).set(orgId, orgId)
  for (const { personId, name } of [...persons].reverse()) known.person.set(name, personId).set(personId, personId)
  const fresh = { org: new Map<string, string>(), person: new Map<string, string>() }
  const unitsIn = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).flatMap((text) =>
      typeof text === 'string' ? unitNames(text, (name) => known.org.has(name)) : [],
    )
  for (const [kind, name] of namesIn(playbook, items, unitsIn)) {
    if (!known[kind].has(name) && !fresh[kind].has(name)) fresh[kind].set(name, uuidv7())
  }
  const position = Math.max(0, ...orgs.map((org) => org.position)) + 1
  return {
    idOf: (kind, name) => known[kind].get(name) ?? fresh[kind].get(name) ?? null,
    unitsIn,
    newOrgs: [...fresh.org.keys()],
    newPersons: [...fresh.person.keys()],
    orgRows: [...fresh.org].map(([name, orgId], at) => unlistedOrg(tx.districtId, orgId, name, position + at)),
    personRows: [...fresh.person].map(([name, personId]) => personRow(tx.districtId, { personId, orgId: null, name })),
  }
}

const unlistedOrg = (districtId: string, orgId: string, name: string, position: number): OrgRow =>
  orgRow(districtId, { orgId, kind: 'unlisted', name, shortName: null, areaCode: null, assessed: false }, position)

function* namesIn(
  playbook: Playbook,
  items: readonly LedgerItem[],
  unitsIn: NameResolver['unitsIn'],
): Generator<readonly ['org' | 'person', string]> {
  const keys = Object.entries(playbook.fields).flatMap(([key, { kind }]) =>
    kind === 'org' || kind === 'orgs' || kind === 'person' ? [[key, kind] as const] : [],
  )
  for (const { fields } of items) {
    for (const [key, kind] of keys) {
      const name = fields[key]
      if (kind === 'orgs') for (const unit of unitsIn(name)) yield ['org', unit]
      else if (typeof name === 'string' && name !== '') yield [kind, name]
    }
  }
}
