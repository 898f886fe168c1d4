import type { PledgedProject, PledgeSense } from '@guatu/playbook'
import { itemSource, knownBy, linkStands } from '../past/source.ts'
import type { Tx } from '../store.ts'
import { definitionOf } from './definitions.ts'

interface ProjectRow {
  readonly pledgeId: string
  readonly itemId: string
  readonly playbookKey: string
  readonly playbookVersion: number
  readonly stage: string
  readonly landAreaMu: string | null
}

interface VerifiedRow {
  readonly itemId: string
  readonly metric: string
  readonly period: string
  readonly value: string
}

/** The projects that pledges were given for, by pledge. */
async function pledgedProjects(tx: Tx, { link }: PledgeSense, pledgeIds: readonly string[]): Promise<ProjectRow[]> {
  const { rows } = await tx.client.query<ProjectRow>(
    `select l.from_item_id as "pledgeId", i.item_id as "itemId", i.playbook_key as "playbookKey",
       i.playbook_version as "playbookVersion", i.stage, i.land_area_mu as "landAreaMu"
     from item_link l join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = l.to_item_id
     where l.district_id = $1 and l.kind = $2 and l.from_item_id = any($3::uuid[])
       and ${linkStands(tx, 'l')}
     order by i.item_id`,
    [tx.districtId, link, pledgeIds],
  )
  return rows
}

const current = `select item_id as "itemId", metric, period, verified_value::text as value from fact_current
  where district_id = $1 and item_id = any($2::uuid[]) and verified_value is not null`

/** As of a moment: the latest fact that had been verified by then and not taken back. */
const known = (tx: Tx) => `select distinct on (f.item_id, f.metric, f.period)
    f.item_id as "itemId", f.metric, f.period, f.value::text as value
  from fact f join fact_verification v on v.district_id = $1 and v.fact_id = f.fact_id and ${knownBy(tx, 'v.verified_at')}
  where f.district_id = $1 and f.item_id = any($2::uuid[]) and not exists (select from event e
    where e.district_id = $1 and e.item_id = f.item_id and e.verb = 'fact.withdrawn'
      and e.data->>'factId' = f.fact_id::text and ${knownBy(tx, 'e.at')})
  order by f.item_id, f.metric, f.period, f.fact_id desc`

/** The verified figure of each metric and period. */
async function verifiedFigures(tx: Tx, itemIds: readonly string[]): Promise<VerifiedRow[]> {
  const { rows } = await tx.client.query<VerifiedRow>(tx.asOf ? known(tx) : current, [tx.districtId, itemIds])
  return rows
}

/** The project of each pledge with what is verified of it. */
export async function projectsOfPledges(
  tx: Tx,
  sense: PledgeSense,
  pledgeIds: readonly string[],
): Promise<Map<string, PledgedProject & { readonly itemId: string }>> {
  const projects = await pledgedProjects(tx, sense, pledgeIds)
  if (projects.length === 0) return new Map()
  const figures = await verifiedFigures(tx, [...new Set(projects.map(({ itemId }) => itemId))])
  const found = new Map<string, PledgedProject & { readonly itemId: string }>()
  for (const { pledgeId, itemId, playbookKey, playbookVersion, stage, landAreaMu } of projects) {
    const playbook = await definitionOf(tx, playbookKey, playbookVersion)
    const own = figures.filter((figure) => figure.itemId === itemId)
    found.set(pledgeId, { itemId, playbook, stage, landAreaMu, figures: own })
  }
  return found
}
