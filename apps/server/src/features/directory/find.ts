import { done, type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../../http/refuse.ts'
import type { ChargeRow, PostRow } from '../../store/access-rows.ts'
import type { OrgRow, PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** A row that was asked for by its id, at the revision that the writer has seen where he named one. */
function found<R extends { readonly revision: number }>(row: R | undefined, revision?: number): Outcome<R> {
  if (!row) return refused(refusal('NOT_FOUND'))
  return revision === undefined || row.revision === revision ? done(row) : refused(refusal('REVISION_STALE'))
}

export async function findUnit(tx: Tx, orgId: string, revision?: number): Promise<Outcome<OrgRow>> {
  const query = tx.db.selectFrom('org').selectAll().where('districtId', '=', tx.districtId).where('orgId', '=', orgId)
  return found(await query.executeTakeFirst(), revision)
}

export async function findPerson(tx: Tx, personId: string, revision?: number): Promise<Outcome<PersonRow>> {
  const query = tx.db.selectFrom('person').selectAll().where('districtId', '=', tx.districtId)
  return found(await query.where('personId', '=', personId).executeTakeFirst(), revision)
}

export async function findPost(tx: Tx, postId: string, revision?: number): Promise<Outcome<PostRow>> {
  const query = tx.db
    .selectFrom('post')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('postId', '=', postId)
  return found(await query.executeTakeFirst(), revision)
}

export async function findCharge(tx: Tx, chargeId: string, revision?: number): Promise<Outcome<ChargeRow>> {
  const query = tx.db.selectFrom('charge').selectAll().where('districtId', '=', tx.districtId)
  return found(await query.where('chargeId', '=', chargeId).executeTakeFirst(), revision)
}
