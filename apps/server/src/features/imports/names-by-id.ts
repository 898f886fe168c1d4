import type { Tx } from '../../store/store.ts'
import type { DirectoryNames } from './names.ts'

/** Names of the directory by id, with those that an import would add. */
export async function namesById(
  tx: Tx,
  fresh?: Pick<DirectoryNames, 'orgRows' | 'personRows'>,
): Promise<(kind: 'org' | 'person', id: string) => string | null> {
  const orgs = await tx.db.selectFrom('org').select(['orgId', 'name']).where('districtId', '=', tx.districtId).execute()
  const persons = await tx.db
    .selectFrom('person')
    .select(['personId', 'name'])
    .where('districtId', '=', tx.districtId)
    .execute()
  const names = new Map([
    ...[...orgs, ...(fresh?.orgRows ?? [])].map(({ orgId, name }) => [orgId, name] as const),
    ...[...persons, ...(fresh?.personRows ?? [])].map(({ personId, name }) => [personId, name] as const),
  ])
  return (_, id) => names.get(id) ?? null
}
