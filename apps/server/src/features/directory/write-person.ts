import { searchText } from '@guatu/kernel'
import type { PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** A person's row with another name or unit, one revision on. */
export const changedPerson = (person: PersonRow, wanted: Partial<Pick<PersonRow, 'name' | 'orgId'>>): PersonRow => ({
  ...person,
  ...wanted,
  searchText: searchText(wanted.name ?? person.name).slice(0, 600),
  revision: person.revision + 1,
})

export async function replacePerson(tx: Tx, { districtId, personId, ...set }: PersonRow): Promise<void> {
  const query = tx.db.updateTable('person').set(set).where('districtId', '=', districtId)
  const result = await query
    .where('personId', '=', personId)
    .where('revision', '=', set.revision - 1)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`person ${personId} moved under the lock`)
}
