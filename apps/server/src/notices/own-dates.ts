import type { Playbook } from '@guatu/playbook'
import type { Tx } from '../store/store.ts'

/** A node, a clock or an item of a person's own with its date. */
export interface OwnDate {
  readonly itemId: string
  readonly title: string
  /** A node's key, or `clock.` and that of a clock; null: the item's own deadline. */
  readonly nodeKey: string | null
  readonly node: string | null
  readonly day: string
  /** Grows with every act on the item. */
  readonly revision: number
  readonly updatedAt: string
}

interface Row extends OwnDate {
  readonly playbookKey: string
}

const mostDates = 1_000

/**
 * What a person answers for himself and is not done, by its date. The transaction acts for that person: the policies
 * leave out what he may not read. `until`: an ISO day; null: however far ahead.
 */
export async function ownDates(
  { client, districtId }: Tx,
  personId: string,
  until: string | null,
  playbooks: readonly Playbook[],
): Promise<OwnDate[]> {
  const { rows } = await client.query<Row>(
    `select i.item_id as "itemId", i.title, i.playbook_key as "playbookKey", i.revision, i.updated_at as "updatedAt",
         n.node_key as "nodeKey", n.title as node, n.planned_finish as day
       from node n join item i on i.district_id = n.district_id and i.item_id = n.item_id
       where n.district_id = $1 and n.owner_id = $2 and n.done_basis is null and n.planned_finish is not null
         and ($3::date is null or n.planned_finish <= $3::date)
     union all
     select i.item_id, i.title, i.playbook_key, i.revision, i.updated_at, null, null, i.deadline from item i
       where i.district_id = $1 and i.owner_id = $2 and not i.settled and i.deadline is not null
         and ($3::date is null or i.deadline <= $3::date)
     union all
     select i.item_id, i.title, i.playbook_key, i.revision, i.updated_at, 'clock.' || c.key, null,
         (c.due_at at time zone 'Asia/Shanghai')::date from clock c
       join item i on i.district_id = c.district_id and i.item_id = c.item_id
       where c.district_id = $1 and i.owner_id = $2 and c.state = 'running' and c.due_at is not null
         and ($3::date is null or c.due_at < ($3::date + 1) at time zone 'Asia/Shanghai')
     order by day, title limit ${mostDates}`,
    [districtId, personId, until],
  )
  return rows.map(({ playbookKey, ...row }) => {
    if (row.nodeKey === null || row.node !== null) return row
    const { nodeKey } = row
    const playbook = playbooks.find(({ key }) => key === playbookKey)
    const step = playbook?.nodes.find(({ key }) => key === nodeKey)
    const clock = playbook?.clocks?.find(({ key }) => `clock.${key}` === nodeKey)
    return { ...row, node: (step ?? clock)?.title.zh ?? nodeKey }
  })
}
