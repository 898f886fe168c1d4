import type { EvidenceReply, Report } from '@guatu/contract'
import type { Deps } from '../../http/deps.ts'
import { playbookOf } from '../../http/shelf.ts'
import { mayEach } from '../../store/access/may-each.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { nodesByItem, planNodes } from '../../store/items/read.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import type { EvidenceRow, ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { previousReports } from './stored.ts'

type ItemPart = Pick<
  ItemRow,
  'itemId' | 'title' | 'playbookKey' | 'leadOrgId' | 'phase' | 'playbookVersion' | 'planRevision'
>

/** A report with its item, in the state that it is in, or was in at the moment that is read. */
export interface FoundReport {
  readonly report: ReportRow
  readonly item: ItemPart
  readonly replaced: boolean
}

async function nodeTitles(deps: Deps, tx: Tx, found: readonly FoundReport[]): Promise<Map<string, string>> {
  const items = new Map(found.map(({ item }) => [item.itemId, item]))
  const stored = await nodesByItem(tx, [...items.keys()])
  const titles = new Map<string, string>()
  for (const [itemId, { playbookKey, playbookVersion, planRevision }] of items) {
    const edition = await editionOf(tx, playbookOf(deps, playbookKey), playbookVersion, planRevision)
    for (const { nodeKey, title } of planNodes(edition, stored.get(itemId) ?? [])) {
      titles.set(`${itemId} ${nodeKey}`, title)
    }
  }
  return titles
}

interface FactPart {
  readonly factId: string
  readonly verified: boolean
  readonly superseded: boolean
}

/** What became of the figures; as of a moment, by then. */
async function factParts(tx: Tx, factIds: readonly string[]): Promise<Map<string, FactPart>> {
  if (factIds.length === 0) return new Map()
  const at = tx.asOf?.at ?? null
  const { rows } = await tx.client.query<FactPart>(
    `select f.fact_id as "factId",
       v.fact_id is not null as verified,
       exists (select from fact o where o.district_id = $1 and o.item_id = f.item_id and o.metric = f.metric
         and o.period = f.period and o.fact_id > f.fact_id
         and ($3::timestamptz is null or o.reported_at <= $3)) as superseded
     from fact f left join fact_verification v on v.district_id = $1 and v.fact_id = f.fact_id
       and ($3::timestamptz is null or v.verified_at <= $3)
     where f.district_id = $1 and f.fact_id = any($2::uuid[])`,
    [tx.districtId, factIds, at],
  )
  return new Map(rows.map((row) => [row.factId, row]))
}

async function photosOf(tx: Tx, ids: readonly string[]): Promise<Map<string, EvidenceReply>> {
  if (ids.length === 0) return new Map()
  const query = tx.db.selectFrom('evidence').selectAll().where('districtId', '=', tx.districtId)
  const rows = await query.where('evidenceId', 'in', ids).execute()
  return new Map(rows.map((row) => [row.evidenceId, photo(row)]))
}

function photo(row: EvidenceRow): EvidenceReply {
  const { evidenceId, itemId, nodeKey, factId, sha256, fileName, kind, bytes, takenAt, place, note } = row
  const { addedBy, addedAt, withdrawnAt, withdrawnBy, withdrawnReason } = row
  const withdrawn =
    withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawnReason ?? '' }
  const said = { takenAt, place, note, addedBy, addedAt, withdrawn }
  return { evidenceId, itemId, nodeKey, factId, sha256, fileName, kind, bytes, ...said }
}

/** Reports as they travel: with names, files, what became of their figures, and what the month before said. */
export async function reportReplies(deps: Deps, tx: Tx, found: readonly FoundReport[]): Promise<Report[]> {
  const titles = await nodeTitles(deps, tx, found)
  const before = await previousReports(
    tx,
    found.map(({ report }) => report),
  )
  const facts = await factParts(
    tx,
    found.flatMap(({ report }) => report.figures.map(({ factId }) => factId)),
  )
  const photos = await photosOf(
    tx,
    found.flatMap(({ report }) => report.evidenceIds),
  )
  const verifiable = await mayEach(
    tx,
    found.map(({ item }) => item),
    'fact.verify',
  )
  const { personId } = deps.actor
  return found.map(({ report, item, replaced }): Report => {
    const own = personId !== null && report.reportedById === personId
    const isOpen = report.state === 'sent' || report.state === 'received'
    const previous = before(report)
    return {
      ...said(report),
      ...{ itemTitle: item.title, playbookKey: item.playbookKey, leadOrgId: item.leadOrgId, replaced, own },
      nodeTitle: report.nodeKey === null ? null : (titles.get(`${item.itemId} ${report.nodeKey}`) ?? report.nodeKey),
      figures: report.figures.map((figure) => {
        const { verified = false, superseded = false } = facts.get(figure.factId) ?? {}
        return { ...figure, verified, superseded }
      }),
      photos: report.evidenceIds.flatMap((id) => photos.get(id) ?? []),
      previous: previous && previousPart(previous),
      mayDecide: isOpen && !own && !replaced && verifiable.has(item.itemId),
    }
  })
}

const previousPart = ({ percent, text, figures }: ReportRow) => {
  return { percent, text, figures: figures.map(({ metric, value }) => ({ metric, value })) }
}

function said(report: ReportRow) {
  const { reportId, itemId, nodeKey, month, percent, done, startedOn, finishedOn, text, explanation } = report
  const { sameAsPrevious, replacesId, madeAt, receivedAt, reportedBy, reportedOrgId } = report
  const { state, decidedBy, decidedAt, reason, lon, lat, accuracyM } = report
  return {
    ...{ reportId, itemId, nodeKey, month, percent, done, startedOn, finishedOn, text, explanation },
    ...{ sameAsPrevious, replacesId, madeAt, receivedAt, reportedBy, reportedOrgId },
    ...{ state, decidedBy, decidedAt, reason },
    place: lon === null || lat === null ? null : { lon, lat, accuracyM },
  }
}
