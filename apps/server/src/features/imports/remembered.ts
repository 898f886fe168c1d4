import { createHash } from 'node:crypto'
import type { ColumnMapping, LedgerReport } from '@guatu/ledger'
import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** What files of one shape have in common: the headers in their order. */
export const shapeOf = (report: Pick<LedgerReport, 'columns'>): string =>
  createHash('sha256')
    .update(report.columns.map(({ column, header }) => `${column} ${header.replace(/\d+/g, '#')}`).join('\n'))
    .digest('hex')

async function rememberedMapping(tx: Tx, playbookKey: string, shape: string): Promise<ColumnMapping | null> {
  const row = await tx.db
    .selectFrom('importMapping')
    .select('mapping')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('shape', '=', shape)
    .executeTakeFirst()
  return row?.mapping ?? null
}

export interface Recalled {
  readonly mapping: ColumnMapping
  /** Whether the file has to be read anew by it. */
  readonly differs: boolean
}

/** The mapping that was settled for files of a report's shape. */
export async function recallMapping(
  tx: Tx,
  playbookKey: string,
  report: Pick<LedgerReport, 'columns'>,
): Promise<Recalled | null> {
  const mapping = await rememberedMapping(tx, playbookKey, shapeOf(report))
  if (!mapping) return null
  const differs = report.columns.some(({ column, field }) => column in mapping && mapping[column] !== field)
  return { mapping, differs }
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
