import type { ComparedItem, ComparedNode } from '@guatu/playbook'
import { itemSource, nodeSource } from '../../store/past/source.ts'
import type { Selection } from '../../store/selection/parse.ts'
import { selectedItems } from '../../store/selection/select.ts'
import type { Tx } from '../../store/store.ts'
import type { Side } from './side-spec.ts'

/** An item of a side with what its nodes are called by. */
export interface SideItem extends ComparedItem {
  readonly title: string
  readonly createdAt: string
  readonly playbookVersion: number
  readonly planRevision: number
  readonly nodes: readonly SideNode[]
}

export interface SideNode extends ComparedNode {
  /** Null: as the item's edition of the plan says. */
  readonly title: string | null
}

type Packed = readonly [
  string,
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
  boolean,
  string | null,
]

interface Row extends Omit<SideItem, 'nodes'> {
  readonly nodes: readonly Packed[] | null
}

const itemColumns = (
  deadline: string,
) => `i.item_id as "itemId", i.title, ${deadline}, i.lead_org_id as "orgId", i.created_at as "createdAt",
  i.playbook_version as "playbookVersion", i.plan_revision as "planRevision", n.nodes`

interface NodeSql {
  readonly baselineFinish: string
  readonly done: string
  readonly orgId: string
}

/** One array a node, of rows under the alias `x`: as rows, eight thousand of them would take longer to read than to compare. */
const packed = ({ baselineFinish, done, orgId }: NodeSql) =>
  `json_agg(json_build_array(x.node_key, x.title, x.planned_start, x.planned_finish, ${baselineFinish}, x.actual_finish,
    ${done}, ${orgId}) order by x.position) as nodes`

const unpacked = ([nodeKey, title, plannedStart, plannedFinish, baselineFinish, actualFinish, done, orgId]: Packed) => {
  return { nodeKey, title, plannedStart, plannedFinish, baselineFinish, actualFinish, done, orgId }
}

/** Items of a list at a moment. $2 list, $3 ids or null for all. */
const atMoment = (tx: Tx) => `select ${itemColumns('i.deadline')}
  from ${itemSource(tx)} i left join (
    select x.item_id, ${packed({ baselineFinish: 'x.baseline_finish', done: 'x.done_basis is not null', orgId: 'x.lead_org_id' })}
      from ${nodeSource(tx)} x where x.district_id = $1 and ($3::uuid[] is null or x.item_id = any($3::uuid[]))
      group by x.item_id) n on n.item_id = i.item_id
  where i.district_id = $1 and i.playbook_key = $2 and ($3::uuid[] is null or i.item_id = any($3::uuid[]))
  order by i.title_key, i.item_id`

/** Which baseline of each item is meant; $4 the act, where one is. */
const chosen = {
  first: 'b.number = 1',
  latest: `b.number = (select max(m.number) from baseline m
    where m.district_id = $1 and m.item_id = b.item_id)`,
  act: 'b.baseline_id = $4::uuid',
} as const

/** Items of a list with the plan of a frozen baseline. Units are those of now: a baseline promises dates. */
const atBaseline = (which: keyof typeof chosen) => `select ${itemColumns('b.finish as deadline')}
  from baseline b join item i on i.district_id = $1 and i.item_id = b.item_id
  left join lateral (
    select ${packed({ baselineFinish: 'x.planned_finish', done: 'x.done', orgId: 'l.lead_org_id' })}
      from baseline_node x left join node l
        on l.district_id = $1 and l.item_id = x.item_id and l.node_key = x.node_key
      where x.district_id = $1 and x.item_id = b.item_id and x.number = b.number) n on true
  where b.district_id = $1 and i.playbook_key = $2 and ($3::uuid[] is null or b.item_id = any($3::uuid[]))
    and ${chosen[which]}
  order by i.title_key, i.item_id`

/** The items of one side, or those of them with these ids. */
export async function sideItems(
  tx: Tx,
  side: Side,
  playbookKey: string,
  itemIds: readonly string[] | null,
): Promise<SideItem[]> {
  const values = [tx.districtId, playbookKey, itemIds]
  const asked =
    side.kind === 'moment'
      ? tx.client.query<Row>(atMoment(side.tx), values)
      : side.kind === 'act'
        ? tx.client.query<Row>(atBaseline('act'), [...values, side.baselineId])
        : tx.client.query<Row>(atBaseline(side.which), values)
  const { rows } = await asked
  return rows.map((row) => ({ ...row, nodes: (row.nodes ?? []).map(unpacked) }))
}

/** Ids of a selection on either side, so that what left it or came into it is seen; null: the whole list. */
export async function selectedIds(
  tx: Tx,
  sides: readonly Side[],
  selection: Selection,
): Promise<readonly string[] | null> {
  if (selection.words.length === 0 && selection.conditions.length === 0) return null
  const ids = new Set<string>()
  for (const side of sides) {
    const reading = side.kind === 'moment' ? side.tx : tx
    const rows = await selectedItems(reading, selection).select('item.itemId').execute()
    for (const { itemId } of rows) ids.add(itemId)
  }
  return [...ids]
}
