import type { listReports, QueryOf, ReportState } from '@guatu/contract'
import { reportStates } from '@guatu/contract'
import { columns, snakeCase } from '../../store/columns.ts'
import { itemSource } from '../../store/past/source.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import type { FoundReport } from './reply.ts'

export type ReportQuery = QueryOf<typeof listReports>

interface Where {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Columns that the state decides: as of a moment they are those of the state that the report was in then. */
const ofState = {
  state: 'state',
  decidedBy: 'by_name',
  decidedById: 'by_id',
  decidedAt: 'at',
  reason: 'reason',
} as const

function reportColumns({ asOf }: Tx): string {
  return columns.report
    .map((column) => {
      const then = asOf && column in ofState ? ofState[column as keyof typeof ofState] : null
      const first = then && column !== 'state' ? `case when s.ordinal > 0 then s.${then} end` : then && `s.${then}`
      return `${first ?? `r.${snakeCase(column)}`} as "${column}"`
    })
    .join(', ')
}

const stateThen = ({ asOf }: Tx) =>
  asOf
    ? `cross join lateral (select * from report_state t where t.district_id = $1 and t.report_id = r.report_id
        and t.at <= timestamptz '${asOf.at}' order by t.ordinal desc limit 1) s`
    : ''

const replacedBy = ({ asOf }: Tx) =>
  `exists (select from report n where n.district_id = $1 and n.replaces_id = r.report_id${
    asOf ? ` and n.received_at <= timestamptz '${asOf.at}'` : ''
  })`

const from = (tx: Tx) =>
  `from report r join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = r.item_id ${stateThen(tx)}`

const statesOf = (query: ReportQuery): ReportState[] =>
  (query.state ?? '').split(',').flatMap((name) => reportStates.find((state) => state === name) ?? [])

/** What narrows a list of reports; `but` leaves a part out, for counts that offer its other values. */
function whereOf(tx: Tx, query: ReportQuery, but?: 'state' | 'unit'): Where {
  const values: unknown[] = [tx.districtId]
  const parts = ['r.district_id = $1']
  const add = (text: (place: string) => string, value: unknown) => {
    values.push(value)
    parts.push(text(`$${values.length}`))
  }
  const state = tx.asOf ? 's.state' : 'r.state'
  if (query.playbook) add((place) => `i.playbook_key = ${place}`, query.playbook)
  if (query.month) add((place) => `r.month = ${place}`, query.month)
  if (query.item) add((place) => `r.item_id = ${place}::uuid`, query.item)
  if (query.unit && but !== 'unit')
    add((place) => `(i.lead_org_id = ${place}::uuid or r.reported_org_id = ${place}::uuid)`, query.unit)
  if (query.state && but !== 'state') add((place) => `${state} = any(${place}::text[])`, statesOf(query))
  if (query.same) parts.push('r.same_as_previous')
  // What was sent again stands in the place of what was returned.
  if (!query.item) parts.push(`not ${replacedBy(tx)}`)
  if (query.mine === 'decide' && tx.actor.personId !== null) {
    add((place) => `r.reported_by_id is distinct from ${place}::uuid`, tx.actor.personId)
    parts.push(`guatu_item_may('fact.verify', r.item_id)`)
  }
  return { text: parts.join(' and '), values }
}

const itemPart = ['title', 'playbookKey', 'leadOrgId', 'phase', 'playbookVersion', 'planRevision'] as const

type Row = ReportRow & { replaced: boolean } & {
  [K in (typeof itemPart)[number] as `item${Capitalize<K>}`]: ItemRow[K]
}

const itemColumns = itemPart
  .map((column) => `i.${snakeCase(column)} as "item${column[0]!.toUpperCase()}${column.slice(1)}"`)
  .join(', ')

function foundOf(row: Row): FoundReport {
  const { replaced, itemTitle: title, itemPlaybookKey: playbookKey, itemLeadOrgId: leadOrgId, ...rest } = row
  const { itemPhase: phase, itemPlaybookVersion: playbookVersion, itemPlanRevision: planRevision, ...report } = rest
  const item = { itemId: row.itemId, title, playbookKey, leadOrgId, phase, playbookVersion, planRevision }
  return { report, item, replaced }
}

/** A page of reports, the latest first. */
export async function selectReports(tx: Tx, query: ReportQuery): Promise<FoundReport[]> {
  const { text, values } = whereOf(tx, query)
  const { rows } = await tx.client.query<Row>(
    `select ${reportColumns(tx)}, ${itemColumns}, ${replacedBy(tx)} as replaced ${from(tx)} where ${text}
     order by r.received_at desc, r.report_id desc limit ${Number(query.limit ?? 100)} offset ${Number(query.offset ?? 0)}`,
    [...values],
  )
  return rows.map(foundOf)
}

/** One report, by its id. */
export async function selectReport(tx: Tx, reportId: string): Promise<FoundReport | undefined> {
  const { rows } = await tx.client.query<Row>(
    `select ${reportColumns(tx)}, ${itemColumns}, ${replacedBy(tx)} as replaced ${from(tx)}
     where r.district_id = $1 and r.report_id = $2::uuid`,
    [tx.districtId, reportId],
  )
  return rows[0] && foundOf(rows[0])
}

export async function countStates(tx: Tx, query: ReportQuery): Promise<Record<ReportState, number>> {
  const { text, values } = whereOf(tx, query, 'state')
  const state = tx.asOf ? 's.state' : 'r.state'
  const { rows } = await tx.client.query<{ state: ReportState; reports: number }>(
    `select ${state} as state, count(*)::int as reports ${from(tx)} where ${text} group by 1`,
    [...values],
  )
  const counts = Object.fromEntries(rows.map((row) => [row.state, row.reports]))
  return { sent: 0, received: 0, returned: 0, verified: 0, ...counts }
}

export async function countUnits(tx: Tx, query: ReportQuery): Promise<{ orgId: string | null; reports: number }[]> {
  const { text, values } = whereOf(tx, query, 'unit')
  const { rows } = await tx.client.query<{ orgId: string | null; reports: number }>(
    `select i.lead_org_id as "orgId", count(*)::int as reports ${from(tx)} where ${text} group by 1 order by 2 desc, 1`,
    [...values],
  )
  return rows
}

export async function countReports(tx: Tx, query: ReportQuery): Promise<number> {
  const { text, values } = whereOf(tx, query)
  const { rows } = await tx.client.query<{ reports: number }>(
    `select count(*)::int as reports ${from(tx)} where ${text}`,
    [...values],
  )
  return rows[0]?.reports ?? 0
}
