import { searchText } from '@guatu/kernel'
import { sql } from 'kysely'
import type { OrgRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** What a search finds a unit by: its names, those that it bore before included. */
export const unitSearchText = ({ name, shortName, formerNames }: Pick<OrgRow, 'name' | 'shortName' | 'formerNames'>) =>
  searchText(
    [name, shortName, ...formerNames.flatMap((former) => [former.name, former.shortName])].filter(Boolean).join('，'),
  ).slice(0, 600)

/** Replaces a unit's row; its revision is one higher than the one that was read. */
export async function replaceUnit(tx: Tx, unit: OrgRow): Promise<void> {
  const { districtId, orgId, formerNames, ...values } = unit
  const set = { ...values, formerNames: sql<OrgRow['formerNames']>`${JSON.stringify(formerNames)}::jsonb` }
  const query = tx.db.updateTable('org').set(set).where('districtId', '=', districtId).where('orgId', '=', orgId)
  const result = await query.where('revision', '=', unit.revision - 1).executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`unit ${orgId} moved under the lock`)
}

export async function allUnits(tx: Tx): Promise<OrgRow[]> {
  const query = tx.db.selectFrom('org').selectAll().where('districtId', '=', tx.districtId)
  return await query.orderBy('position').orderBy('orgId').execute()
}
