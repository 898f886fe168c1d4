import type { HeldItem } from '../../store/items/change.ts'
import type { Tx } from '../../store/store.ts'

interface ReportedMonth {
  readonly month: string
  readonly sameAsPrevious: boolean
}

function withMonths(held: HeldItem, change: (months: readonly ReportedMonth[]) => readonly ReportedMonth[]): HeldItem {
  const { around } = held.state
  if (!around) return held
  const history = { ...around.history, reports: change(around.history.reports ?? []) }
  return { ...held, state: { ...held.state, around: { ...around, history } } }
}

/** The item as its lamps see it with one more report: a month is a copy only where all that was said in it is. */
export const withReport = (held: HeldItem, { month, sameAsPrevious }: ReportedMonth): HeldItem =>
  withMonths(held, (months) => {
    const known = months.find((one) => one.month === month)
    const merged = { month, sameAsPrevious: sameAsPrevious && (known?.sameAsPrevious ?? true) }
    return [...months.filter((one) => one !== known), merged]
  })

/** The item as its lamps see it without a report that is returned: its month is open again unless another one stands. */
export async function withoutReport(
  tx: Tx,
  held: HeldItem,
  { reportId, month }: { readonly reportId: string; readonly month: string },
): Promise<HeldItem> {
  const { rows } = await tx.client.query<{ same: boolean | null }>(
    `select bool_and(same_as_previous) as same from report where district_id = $1 and item_id = $2 and month = $3
       and state <> 'returned' and report_id <> $4`,
    [tx.districtId, held.row.itemId, month, reportId],
  )
  const same = rows[0]?.same ?? null
  return withMonths(held, (months) => {
    const others = months.filter((one) => one.month !== month)
    return same === null ? others : [...others, { month, sameAsPrevious: same }]
  })
}
