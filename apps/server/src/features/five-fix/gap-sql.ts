import type { FiveFix } from '@guatu/kernel'
import { fiveFixes } from '@guatu/kernel'
import { snakeCase } from '../../store/columns.ts'
import { itemSource, nodeSource } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'

/** Which part of a list is looked at, and which of its nodes; null leaves a condition out. */
export interface GapScope {
  readonly playbookKey: string
  readonly area: string | null
  readonly stage: string | null
  readonly unit: string | null
  readonly gap: FiveFix | null
}

/** Nodes of editions, as `version/plan revision/node key`, whose words the template says in their place. */
export interface TemplateWords {
  /** Neither standard nor evidence. */
  readonly unsaid: readonly string[]
  /** Evidence is required, which is a standard too. */
  readonly evidenced: readonly string[]
}

/** Blank as JavaScript's trim has it, with the wide space that Chinese keyboards type. */
const blank = (text: string) => `btrim(${text}, E' \\t\\n\\r\\u00a0\\u3000') = ''`
const edition = `(i.playbook_version || '/' || i.plan_revision || '/' || n.node_key)`

/** What `fiveFixGaps` of @guatu/playbook says, over rows that leave out words which their edition says anyway. */
const lacks: Readonly<Record<FiveFix, string>> = {
  owner: 'n.owner_id is null',
  matter: `n.title is not null and ${blank('n.title')}`,
  standard: `case when n.standard is null then cardinality($4::text[]) > 0 and ${edition} = any($4::text[])
    else ${blank('n.standard')} and not ${edition} = any($5::text[]) end`,
  dates: 'n.planned_start is null or n.planned_finish is null',
  leadOrg: 'n.lead_org_id is null',
  leader: 'n.leader_id is null',
}

const unit = 'coalesce(n.lead_org_id, i.lead_org_id)'

/** Open nodes of items that have not ended. $1 district, $2 list, $3 area, $4 and $5 the template's words, $6 stage. */
const openNodes = (tx: Tx) => `${nodeSource(tx)} n join ${itemSource(tx)} i
    on i.district_id = n.district_id and i.item_id = n.item_id
  where n.district_id = $1 and n.done_basis is null and i.district_id = $1 and i.playbook_key = $2
    and i.phase <> 'ended' and ($3::text is null or i.area_code = $3) and ($6::text is null or i.stage = $6)`

const parameters = (tx: Tx, { playbookKey, area, stage }: GapScope, { unsaid, evidenced }: TemplateWords) => [
  tx.districtId,
  playbookKey,
  area,
  unsaid,
  evidenced,
  stage,
]

export interface UnitRow extends Readonly<Record<FiveFix, number>> {
  readonly orgId: string | null
  readonly openNodes: number
  readonly incompleteNodes: number
}

/** All counts of the screen by one look at the nodes: a row for each unit. */
export async function countGaps(tx: Tx, scope: GapScope, words: TemplateWords): Promise<readonly UnitRow[]> {
  const counts = fiveFixes.map((fix) => `count(*) filter (where lacks_${snakeCase(fix)})::int as "${fix}"`).join(', ')
  const any = fiveFixes.map((fix) => `lacks_${snakeCase(fix)}`).join(' or ')
  const flags = fiveFixes.map((fix) => `(${lacks[fix]}) as lacks_${snakeCase(fix)}`).join(', ')
  const { rows } = await tx.client.query<UnitRow>(
    `select unit as "orgId", count(*)::int as "openNodes", count(*) filter (where ${any})::int as "incompleteNodes",
       ${counts}
     from (select ${unit} as unit, ${flags} from ${openNodes(tx)}) found group by unit`,
    parameters(tx, scope, words),
  )
  return rows
}

export interface GapRow {
  readonly itemId: string
  readonly nodeKey: string
  readonly gaps: readonly FiveFix[]
  readonly unitId: string | null
}

/** A page of the nodes that lack something, unit by unit in the directory's order, then by item and course of the plan. */
export async function gapPage(
  tx: Tx,
  scope: GapScope,
  words: TemplateWords,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly GapRow[]> {
  const gaps = fiveFixes.map((fix) => `case when ${lacks[fix]} then '${fix}' end`).join(', ')
  const wanted = scope.gap === null ? fiveFixes.map((fix) => `(${lacks[fix]})`).join(' or ') : lacks[scope.gap]
  const { rows } = await tx.client.query<GapRow>(
    `select found.item_id as "itemId", found.node_key as "nodeKey", found.gaps, found.unit as "unitId"
     from (select n.item_id, n.node_key, n.position, i.title_key, ${unit} as unit,
         array_remove(array[${gaps}], null) as gaps
       from ${openNodes(tx)} and (${wanted})
         and ($7::text is null or coalesce(${unit}::text, 'none') = $7)) found
       left join org on org.district_id = $1 and org.org_id = found.unit
     order by org.position nulls last, found.unit, found.title_key, found.item_id, found.position
     offset $8 limit $9`,
    [...parameters(tx, scope, words), scope.unit, offset, limit],
  )
  return rows
}
