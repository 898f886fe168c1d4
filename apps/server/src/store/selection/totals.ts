import { amountOfCents, centsOf, type LampLevel, lampLevels } from '@guatu/kernel'
import { sql } from 'kysely'
import { sumsItems } from '../access/access-of.ts'
import { countedOnce } from '../counted-once.ts'
import type { Tx } from '../store.ts'
import { nilId } from '../uuid.ts'
import type { Condition, Selection } from './parse.ts'
import { selectedItems } from './select.ts'

export interface Totals {
  readonly total: number
  readonly sums: { readonly amountCny: string; readonly planCny: string; readonly doneCny: string }
  readonly lamps: Record<LampLevel, number>
}

interface LampSum {
  readonly lamp: LampLevel
  readonly items: number
  readonly amountCny: string
  readonly planCny: string
  readonly doneCny: string
}

const isRolled = ({ key, operator }: Condition) => key.rolled !== undefined && operator === 'in'

/** The roll-up answers when nothing is asked but what it is kept by. */
async function fromRollup(tx: Tx, { playbook, conditions }: Selection): Promise<LampSum[]> {
  let query = tx.db
    .selectFrom('rollup')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbook.key)
    .groupBy('lamp')
    .select(['lamp', sql<number>`sum(items)::int8`.as('items')])
    .select([
      sql<string>`sum(amount_cny)`.as('amountCny'),
      sql<string>`sum(plan_cny)`.as('planCny'),
      sql<string>`sum(done_cny)`.as('doneCny'),
    ])
  for (const { key, values } of conditions) {
    const column = key.rolled as 'stage' | 'lamp' | 'areaCode' | 'leadOrgId'
    // The nil id stands for 'none' in the roll-up and is nobody's id.
    query = query.where(column, 'in', values.filter((value) => value !== nilId && value !== '') as never[])
  }
  return await query.execute()
}

async function fromScan(tx: Tx, selection: Selection): Promise<LampSum[]> {
  return await selectedItems(tx, selection)
    .groupBy('item.lamp')
    .select(['item.lamp', sql<number>`count(*)`.as('items')])
    .select([
      sql<string>`coalesce(sum(item.amount_cny), 0)`.as('amountCny'),
      sql<string>`coalesce(sum(item.plan_cny), 0)`.as('planCny'),
      sql<string>`coalesce(sum(item.done_cny), 0)`.as('doneCny'),
    ])
    .execute()
}

const added = (rows: readonly LampSum[], column: 'amountCny' | 'planCny' | 'doneCny') =>
  amountOfCents(rows.reduce((sum, row) => sum + centsOf(row[column]), 0n))

async function count(tx: Tx, selection: Selection): Promise<Totals> {
  const rolled = !(await sumsItems(tx)) && selection.words.length === 0 && selection.conditions.every(isRolled)
  const rows = await (rolled ? fromRollup(tx, selection) : fromScan(tx, selection))
  const items = (lamp: LampLevel) => rows.find((row) => row.lamp === lamp)?.items ?? 0
  return {
    total: rows.reduce((sum, row) => sum + row.items, 0),
    sums: { amountCny: added(rows, 'amountCny'), planCny: added(rows, 'planCny'), doneCny: added(rows, 'doneCny') },
    lamps: Object.fromEntries(lampLevels.map((lamp) => [lamp, items(lamp)])) as Record<LampLevel, number>,
  }
}

/** Totals of a whole selection. */
export async function selectionTotals(tx: Tx, selection: Selection): Promise<Totals> {
  const conditions = selection.conditions.map(({ key, operator, values }) => [key.key, operator, values])
  const asked = ['totals', selection.playbook.key, selection.words, conditions]
  return await countedOnce(tx, asked, () => count(tx, selection))
}
