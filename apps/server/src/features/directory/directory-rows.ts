import type { ChargeRow, PostRow } from '../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { allUnits } from './write-unit.ts'

/** Everything that the reader may see of the directory, what is over included. */
export interface DirectoryRows {
  readonly units: readonly OrgRow[]
  readonly persons: readonly PersonRow[]
  readonly posts: readonly PostRow[]
  readonly charges: readonly ChargeRow[]
}

export async function directoryRows(tx: Tx): Promise<DirectoryRows> {
  const own = ['districtId', '=', tx.districtId] as const
  const units = await allUnits(tx)
  const persons = await tx.db
    .selectFrom('person')
    .selectAll()
    .where(...own)
    .orderBy('searchText')
    .orderBy('personId')
    .execute()
  const posts = await tx.db
    .selectFrom('post')
    .selectAll()
    .where(...own)
    .orderBy('fromDay')
    .orderBy('postId')
    .execute()
  const charges = await tx.db
    .selectFrom('charge')
    .selectAll()
    .where(...own)
    .orderBy('fromDay')
    .orderBy('chargeId')
    .execute()
  return { units, persons, posts, charges }
}
