import { getPatrol, type PatrolCell, type PatrolReply, type PatrolVisit } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { itemSource } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'

interface VisitRow extends Omit<PatrolVisit, 'missed' | 'followedUp'> {
  readonly followUp: string | null
}

/** Visits planned for the year, or made in it without a plan. */
async function visitsOf(tx: Tx, { key }: Playbook, year: number): Promise<VisitRow[]> {
  const { rows } = await tx.client.query<VisitRow>(
    `select item_id as "itemId", revision, title, stage, area_code as "areaCode", fields->>'visitor' as "visitorId",
       fields->'plannedOn'->>'date' as "plannedOn", fields->'visitedOn'->>'date' as "visitedOn",
       fields->>'findings' as findings, fields->>'promises' as promises,
       fields->'followUpOn'->>'date' as "followUpOn", fields->>'followUp' as "followUp"
     from ${itemSource(tx)} i
     where district_id = $1 and playbook_key = $2
       and left(coalesce(fields->'plannedOn'->>'date', fields->'visitedOn'->>'date'), 4) = $3
     order by coalesce(fields->'visitedOn'->>'date', fields->'plannedOn'->>'date') desc, item_id`,
    [tx.districtId, key, String(year)],
  )
  return rows
}

type Counts = { planned: number; made: number; missed: number }

/** What a visit counts as: one that was made unplanned is no part of the plan. */
const countsOf = ({ plannedOn, visitedOn, missed }: PatrolVisit): Counts => ({
  planned: plannedOn ? 1 : 0,
  made: visitedOn ? 1 : 0,
  missed: missed ? 1 : 0,
})

function tally<Key>(visits: readonly PatrolVisit[], keyOf: (visit: PatrolVisit) => Key): (Counts & { key: Key })[] {
  const groups = new Map<string, Counts & { key: Key }>()
  for (const visit of visits) {
    const key = keyOf(visit)
    const before = groups.get(JSON.stringify(key)) ?? { key, planned: 0, made: 0, missed: 0 }
    const { planned, made, missed } = countsOf(visit)
    const sum = { planned: before.planned + planned, made: before.made + made, missed: before.missed + missed }
    groups.set(JSON.stringify(key), { key, ...sum })
  }
  return [...groups.values()]
}

const monthOf = ({ plannedOn, visitedOn }: PatrolVisit): number => Number((plannedOn ?? visitedOn ?? '').slice(5, 7))

function reply(year: number, visits: PatrolVisit[]): Omit<PatrolReply, 'asOf' | 'note'> {
  const [whole] = tally(visits, () => 'all')
  const cells = tally(visits, (visit) => ({ month: monthOf(visit), areaCode: visit.areaCode }))
  const visitors = tally(visits, ({ visitorId }) => visitorId)
  const { planned = 0, made = 0, missed = 0 } = whole ?? {}
  return {
    ...{ year, planned, made, missed },
    cells: cells.map(({ key, ...counts }): PatrolCell => ({ ...key, ...counts })),
    visitors: visitors
      .map(({ key: personId, ...counts }) => ({ personId, ...counts }))
      .sort((a, b) => b.missed - a.missed || b.planned - a.planned),
    visits,
  }
}

export const getPatrolFeature = feature(getPatrol, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  if (!playbook.value.capabilities.includes('visits')) return refused({ ...refusal('NOT_FOUND'), path: 'playbook' })
  const final = new Set(playbook.value.stages.filter((stage) => stage.final).map(({ key }) => key))
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    const year = query.year ?? Number(today.slice(0, 4))
    const rows = await visitsOf(tx, playbook.value, year)
    const visits = rows.map(({ followUp, ...row }): PatrolVisit => {
      const open = row.visitedOn === null && !final.has(row.stage)
      const missed = open && row.plannedOn !== null && row.plannedOn < today
      return { ...row, missed, followedUp: followUp !== null }
    })
    // What was called off is no part of the plan either.
    const counted = visits.filter(({ stage, visitedOn }) => visitedOn !== null || !final.has(stage))
    return done({ ...said, ...reply(year, counted) })
  })
})
