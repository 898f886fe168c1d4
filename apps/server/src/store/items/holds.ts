import type { LampLevel } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { itemSource, knownBy } from '../past/source.ts'
import type { Tx } from '../store.ts'

/** An open item that holds a node of another: both as the reader may see them. */
export interface HoldRow {
  readonly linkId: string
  readonly kind: string
  readonly itemId: string
  readonly nodeKey: string | null
  readonly blockerId: string
  readonly playbookKey: string
  readonly title: string
  readonly stage: string
  readonly lamp: LampLevel
  readonly leadOrgId: string | null
  readonly deadline: string | null
  /** When the clock that runs on it is due; null while it is stopped, and of the past. */
  readonly clockDueAt: string | null
}

/** The kinds of links that hold, as `<list> <kind>`: kinds of two lists may bear one name. */
const holdingKinds = (playbooks: readonly Playbook[]): string[] =>
  playbooks.flatMap(({ key, linkKinds = {} }) =>
    Object.entries(linkKinds).flatMap(([kind, { holds }]) => (holds ? [`${key} ${kind}`] : [])),
  )

const query = (tx: Tx, which: string) => {
  const items = itemSource(tx)
  const stands = tx.asOf
    ? `${knownBy(tx, 'l.added_at')} and not (l.removed_at is not null and ${knownBy(tx, 'l.removed_at')})`
    : 'l.removed_at is null'
  const due = tx.asOf
    ? 'null::timestamptz'
    : `(select max(c.due_at) from clock c where c.district_id = $1 and c.item_id = b.item_id and c.state = 'running')`
  return `select l.link_id as "linkId", l.kind, l.to_item_id as "itemId", l.node_key as "nodeKey",
      b.item_id as "blockerId", b.playbook_key as "playbookKey", b.title, b.stage, b.lamp, b.lead_org_id as "leadOrgId",
      b.deadline, ${due} as "clockDueAt"
    from item_link l
    join ${items} b on b.district_id = $1 and b.item_id = l.from_item_id and not b.settled
    join ${items} i on i.district_id = $1 and i.item_id = l.to_item_id
    where l.district_id = $1 and ${which} and ${stands} and b.playbook_key || ' ' || l.kind = any($3::text[])
    order by b.lamp_rank, b.deadline, b.item_id, l.node_key`
}

async function holdRows(tx: Tx, playbooks: readonly Playbook[], which: string, itemIds: readonly string[]) {
  const kinds = holdingKinds(playbooks)
  if (kinds.length === 0 || itemIds.length === 0) return []
  const { rows } = await tx.client.query<HoldRow>(query(tx, which), [tx.districtId, itemIds, kinds])
  return rows
}

/** What holds nodes of these items, the gravest lamp first. */
export const holdsOn = (tx: Tx, playbooks: readonly Playbook[], itemIds: readonly string[]): Promise<HoldRow[]> =>
  holdRows(tx, playbooks, 'l.to_item_id = any($2::uuid[])', itemIds)

/** What these items hold. */
export const holdsBy = (tx: Tx, playbooks: readonly Playbook[], itemIds: readonly string[]): Promise<HoldRow[]> =>
  holdRows(tx, playbooks, 'l.from_item_id = any($2::uuid[])', itemIds)
