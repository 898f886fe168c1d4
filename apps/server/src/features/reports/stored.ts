import { monthBefore } from '@guatu/playbook'
import type { ReportRow } from '../../store/report-rows.ts'
import type { Tx } from '../../store/store.ts'

export const findReport = (tx: Tx, reportId: string): Promise<ReportRow | undefined> =>
  tx.db
    .selectFrom('report')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('reportId', '=', reportId)
    .executeTakeFirst()

/** The report that was sent in the place of this one. */
export const replacementOf = (tx: Tx, reportId: string): Promise<{ reportId: string } | undefined> =>
  tx.db
    .selectFrom('report')
    .select('reportId')
    .where('districtId', '=', tx.districtId)
    .where('replacesId', '=', reportId)
    .executeTakeFirst()

/** What a report is of. */
type Place = Pick<ReportRow, 'itemId' | 'nodeKey' | 'month'>

const placeOf = ({ itemId, nodeKey, month }: Place) => `${itemId} ${nodeKey ?? ''} ${month}`

/**
 * For each of these places the report of the month before, of the same item and node: the last one sent that was not
 * returned, by the moment that the transaction reads as of.
 */
export async function previousReports(tx: Tx, places: readonly Place[]): Promise<(place: Place) => ReportRow | null> {
  if (places.length === 0) return () => null
  const months = [...new Set(places.map(({ month }) => monthBefore(month)))]
  const rows = await tx.db
    .selectFrom('report')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', [...new Set(places.map(({ itemId }) => itemId))])
    .where('month', 'in', months)
    .where('state', '!=', 'returned')
    .$if(tx.asOf !== undefined, (query) => query.where('receivedAt', '<=', tx.asOf!.at))
    .orderBy('receivedAt')
    .execute()
  const byPlace = new Map(rows.map((row) => [placeOf(row), row]))
  return (place) => byPlace.get(placeOf({ ...place, month: monthBefore(place.month) })) ?? null
}
