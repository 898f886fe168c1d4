import type { AccessRule } from '@guatu/access'
import type { Playbook } from '@guatu/playbook'
import { tiesOf } from '@guatu/playbook'
import { rulesOf } from '../store/access/access-of.ts'
import type { ItemRow } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'
import type { Directory } from './people.ts'
import type { ItemView, ToldEvent } from './telling.ts'

/** The directory as it is stored: posts and charges keep their days, so that any day can be asked for. */
export async function directoryOf(tx: Tx): Promise<Directory> {
  const { client, districtId } = tx
  const values = [districtId]
  const { rows: posts } = await client.query<Directory['posts'][number]>(
    `select post_id as "postId", person_id as "personId", role, org_id as "orgId", from_day as "fromDay",
       to_day as "toDay", deputy_for_id as "deputyForId" from post where district_id = $1 order by post_id`,
    values,
  )
  const { rows: units } = await client.query<Directory['units'][number]>(
    `select org_id as "orgId", parent_id as "parentId", area_code as "areaCode" from org where district_id = $1
       order by position, org_id`,
    values,
  )
  const { rows: charges } = await client.query<Directory['charges'][number]>(
    `select charge_id as "chargeId", person_id as "personId", kind, target, from_day as "fromDay", to_day as "toDay" from charge
       where district_id = $1 order by charge_id`,
    values,
  )
  const rules: AccessRule[] = await rulesOf(tx)
  return { posts, units, charges, rules }
}

export type StoredVersion = Pick<
  ItemRow,
  'itemId' | 'playbookKey' | 'title' | 'stage' | 'phase' | 'opened' | 'fields' | 'knownFrom'
>

/** What the rules look at in a stored item. */
function viewOf(row: StoredVersion, playbook: Playbook): ItemView {
  const { itemId, phase, title, stage } = row
  const ties = tiesOf(row, [], playbook)
  return { itemId, playbook, title, stage, standing: { itemId, phase, ties } }
}

const versionColumns = `item_id as "itemId", playbook_key as "playbookKey", title, stage, phase, opened, fields,
  known_from as "knownFrom"`

/** Items as each of the events left them: the version that was known right then, whatever has happened since. */
export async function itemsAfter(
  tx: Tx,
  events: readonly ToldEvent[],
  playbooks: readonly Playbook[],
): Promise<(event: ToldEvent) => ItemView | null> {
  const itemIds = [...new Set(events.flatMap(({ itemId }) => itemId ?? []))]
  if (itemIds.length === 0) return () => null
  const [since] = events.map(({ at }) => at).sort()
  const { rows } = await tx.client.query<StoredVersion>(
    `select ${versionColumns} from item where district_id = $1 and item_id = any($2::uuid[])
     union all select ${versionColumns} from item_past
       where district_id = $1 and item_id = any($2::uuid[]) and known_to > $3::timestamptz`,
    [tx.districtId, itemIds, since],
  )
  const versions = new Map<string, StoredVersion[]>()
  for (const row of rows) versions.set(row.itemId, [...(versions.get(row.itemId) ?? []), row])
  // The latest first: of those that were known by then, the first is what the event left.
  for (const list of versions.values()) list.sort((a, b) => (a.knownFrom < b.knownFrom ? 1 : -1))
  return ({ itemId, at }) => {
    const list = versions.get(itemId ?? '')
    const row = list?.find(({ knownFrom }) => knownFrom <= at) ?? list?.[0]
    const playbook = playbooks.find(({ key }) => key === row?.playbookKey)
    return row && playbook ? viewOf(row, playbook) : null
  }
}
