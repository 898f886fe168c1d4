import { createHash } from 'node:crypto'
import type { ColumnMapping, LedgerReport } from '@guatu/ledger'
import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** What files of one shape have in common: the headers in their order. */
export const shapeOf = (report: Pick<LedgerReport, 'columns'>): string =>
  createHash('sha256')
    .update(report.columns.map(({ column, header }) => `${column} ${header.replace(/\d+/g, '#')}`).join('\n'))
    .digest('hex')

export async function rememberedMapping(tx: Tx, playbookKey: string, shape: string): Promise<ColumnMapping | null> {
  const row = await tx.db
    .selectFrom('importMapping')
    .select('mapping')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('shape', '=', shape)
    .executeTakeFirst()
  return row?.mapping ?? null
}

export async function rememberMapping(
  tx: Tx,
  playbookKey: string,
  shape: string,
  mapping: ColumnMapping,
): Promise<void> {
  const value = sql<ColumnMapping>`${JSON.stringify(mapping)}::jsonb`
  await tx.db
    .insertInto('importMapping')
    .values({ districtId: tx.districtId, playbookKey, shape, mapping: value })
    .onConflict((conflict) => conflict.columns(['districtId', 'playbookKey', 'shape']).doUpdateSet({ mapping: value }))
    .execute()
}
