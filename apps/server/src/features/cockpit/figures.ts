import type { Cockpit, LampCounts } from '@guatu/contract'
import { amountOfCents, centsOf, type LampLevel } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

const noLamps = (): LampCounts => ({ red: 0, orange: 0, yellow: 0, blue: 0, green: 0, none: 0 })

interface Counted {
  readonly lamp: LampLevel
  readonly items: number
}

export function lampCounts(rows: Iterable<Counted>): LampCounts {
  const counts = noLamps()
  for (const { lamp, items } of rows) counts[lamp] += items
  return counts
}

/** The roll-up of a list's year by area, stage and lamp: a few hundred rows, however many items. */
export async function rolledUp(tx: Tx, playbookKey: string, year: number) {
  const sum = <T>(column: string) => sql<T>`sum(${sql.ref(column)})`
  const count = (column: string) => sql<number>`sum(${sql.ref(column)})::int8`
  return await tx.db
    .selectFrom('rollup')
    .where('districtId', '=', tx.districtId)
    .where('playbookKey', '=', playbookKey)
    .where('year', '=', year)
    .groupBy(['areaCode', 'stage', 'lamp'])
    .select(['areaCode', 'stage', 'lamp', count('items').as('items'), count('largeItems').as('largeItems')])
    .select([count('withBlockers').as('withBlockers'), count('noLeadOrg').as('noLeadOrg')])
    .select([count('noDeadline').as('noDeadline'), count('noPlan').as('noPlan'), count('noOwner').as('noOwner')])
    .select([sum<string>('amountCny').as('amountCny'), sum<string>('planCny').as('planCny')])
    .select([sum<string>('doneCny').as('doneCny'), sum<string>('verifiedCny').as('verifiedCny')])
    .select([sum<string>('unplannedDoneCny').as('unplannedDoneCny'), count('unplannedItems').as('unplannedItems')])
    .execute()
}
export type RolledRow = Awaited<ReturnType<typeof rolledUp>>[number]

const centsIn = (
  rows: readonly RolledRow[],
  column: 'amountCny' | 'planCny' | 'doneCny' | 'verifiedCny' | 'unplannedDoneCny',
) => rows.reduce((sum, row) => sum + centsOf(row[column]), 0n)
const countIn = (
  rows: readonly RolledRow[],
  column:
    | 'items'
    | 'largeItems'
    | 'withBlockers'
    | 'noLeadOrg'
    | 'noDeadline'
    | 'noPlan'
    | 'noOwner'
    | 'unplannedItems',
) => rows.reduce((sum, row) => sum + row[column], 0)

/** A share in percent with two decimals, cut, never rounded up to a target that is not reached. */
const percent = (part: bigint, whole: bigint) => (whole > 0n ? Number((part * 10_000n) / whole) / 100 : null)

export function investmentOf(rows: readonly RolledRow[], elapsedPercent: number): Cockpit['investment'] {
  const [plan, reported] = [centsIn(rows, 'planCny'), centsIn(rows, 'doneCny')]
  const unplanned = centsIn(rows, 'unplannedDoneCny')
  const planned = reported - unplanned
  const donePercent = percent(planned, plan)
  return {
    planCny: amountOfCents(plan),
    doneCny: amountOfCents(reported),
    plannedDoneCny: amountOfCents(planned),
    unplannedDoneCny: amountOfCents(unplanned),
    unplannedItems: countIn(rows, 'unplannedItems'),
    verifiedCny: amountOfCents(centsIn(rows, 'verifiedCny')),
    donePercent,
    elapsedPercent,
    aheadPoints: donePercent === null ? null : Math.round((donePercent - elapsedPercent) * 100) / 100,
  }
}

export function countsOf(rows: readonly RolledRow[]) {
  return {
    items: countIn(rows, 'items'),
    totalInvestmentCny: amountOfCents(centsIn(rows, 'amountCny')),
    itemsFrom100m: countIn(rows, 'largeItems'),
    withBlockers: countIn(rows, 'withBlockers'),
    gaps: {
      noLeadOrg: countIn(rows, 'noLeadOrg'),
      noDeadline: countIn(rows, 'noDeadline'),
      noAnnualPlan: countIn(rows, 'noPlan'),
      noOwner: countIn(rows, 'noOwner'),
    },
    lamps: lampCounts(rows),
  }
}

export function stagesOf(rows: readonly RolledRow[], stages: readonly { readonly key: string }[]): Cockpit['stages'] {
  return stages.map(({ key: stage }) => {
    const here = rows.filter((row) => row.stage === stage)
    const items = countIn(here, 'items')
    return { stage, items, totalInvestmentCny: amountOfCents(centsIn(here, 'amountCny')), lamps: lampCounts(here) }
  })
}

export function areasOf(rows: readonly RolledRow[]): Cockpit['areas'] {
  return [...new Set(rows.map((row) => row.areaCode))].sort().map((areaCode) => {
    const here = rows.filter((row) => row.areaCode === areaCode)
    return {
      areaCode: areaCode || null,
      items: countIn(here, 'items'),
      planCny: amountOfCents(centsIn(here, 'planCny')),
      doneCny: amountOfCents(centsIn(here, 'doneCny')),
      lamps: lampCounts(here),
    }
  })
}
