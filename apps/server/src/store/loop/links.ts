import type { ItemLinkReply, NewLink } from '@guatu/contract'
import type { Outcome, Refusal, Title } from '@guatu/kernel'
import { done, refused } from '@guatu/kernel'
import type { LinkKind, Playbook } from '@guatu/playbook'
import type { ItemLinkRow } from '../loop-rows.ts'
import { itemSource, knownBy } from '../past/source.ts'
import type { Tx } from '../store.ts'
import { uuidv7 } from '../uuid.ts'

type PlaybookOf = (key: string) => Playbook
type LinkRow = Omit<ItemLinkReply, 'words'>

/** Links that stand, or stood at the transaction's moment, to and from items that the reader may read. */
export async function linksOfItem(
  tx: Tx,
  item: { readonly itemId: string; readonly playbookKey: string },
  playbookOf: PlaybookOf,
): Promise<ItemLinkReply[]> {
  const [items, { districtId, asOf }] = [itemSource(tx), tx]
  const columns = `l.link_id as "linkId", l.kind, i.item_id as "itemId", i.playbook_key as "playbookKey", i.title, i.stage,
    i.lamp, l.node_key as "nodeKey", l.added_at as "addedAt", l.added_by as "addedBy"`
  const stood = `l.district_id = $1 and ${knownBy(tx, 'l.added_at')}
    and (l.removed_at is null or l.removed_at > $3::timestamptz)`
  const { rows } = await tx.client.query<LinkRow>(
    `select ${columns}, 'to' as direction
       from item_link l join ${items} i on i.district_id = $1 and i.item_id = l.to_item_id
       where l.from_item_id = $2 and ${stood}
     union all
     select ${columns}, 'from'
       from item_link l join ${items} i on i.district_id = $1 and i.item_id = l.from_item_id
       where l.to_item_id = $2 and ${stood}
     order by "addedAt", "linkId"`,
    [districtId, item.itemId, asOf?.at ?? null],
  )
  return rows.map((row) => {
    const from = row.direction === 'to' ? item.playbookKey : row.playbookKey
    return { ...row, words: wordsOf(playbookOf(from).linkKinds?.[row.kind], row) }
  })
}

/** A kind that the list has given up is told by its key. */
function wordsOf(kind: LinkKind | undefined, { kind: key, direction }: LinkRow): Title {
  return (direction === 'to' ? kind?.title : kind?.reverse) ?? { zh: key, en: key }
}

const invalid = (path: string, zh: string, en: string, accepted?: readonly string[]): Refusal => {
  return { code: 'ITEM_LINK_INVALID', path, message: { zh, en }, ...(accepted ? { accepted } : {}) }
}

interface Target {
  readonly itemId: string
  readonly playbookKey: string
  readonly nodeKeys: readonly string[]
}

/** The other items as far as the actor reads them. */
async function targetsOf({ client, districtId }: Tx, links: readonly NewLink[]): Promise<Map<string, Target>> {
  const { rows } = await client.query<Target>(
    `select i.item_id as "itemId", i.playbook_key as "playbookKey",
       array(select n.node_key from node n where n.district_id = $1 and n.item_id = i.item_id) as "nodeKeys"
     from item i where i.district_id = $1 and i.item_id = any($2::uuid[])`,
    [districtId, links.map(({ itemId }) => itemId)],
  )
  return new Map(rows.map((row) => [row.itemId, row]))
}

function kindRefusals(kind: LinkKind, link: NewLink, target: Target, path: string, playbookOf: PlaybookOf): Refusal[] {
  const refusals: Refusal[] = []
  if (kind.to !== 'any' && !playbookOf(target.playbookKey).capabilities.includes(kind.to)) {
    const zh = `“${kind.title.zh}”不能关联这个清单里的事项`
    refusals.push(invalid(path, zh, `'${kind.title.en}' does not lead to items of that list`))
  }
  if (link.nodeKey === undefined) return refusals
  if (!kind.node) refusals.push(invalid(path, `“${kind.title.zh}”不关联到节点`, `'${kind.title.en}' names no node`))
  else if (!target.nodeKeys.includes(link.nodeKey)) {
    refusals.push(invalid(path, '没有这个节点', 'There is no such node', target.nodeKeys))
  }
  return refusals
}

/** Links that stand from an item already. */
async function standing(tx: Tx, fromItemId: string): Promise<ItemLinkRow[]> {
  const query = tx.db.selectFrom('itemLink').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('fromItemId', '=', fromItemId).where('removedAt', 'is', null).execute()
}

const isSame = (a: Pick<ItemLinkRow, 'kind' | 'toItemId' | 'nodeKey'>, b: typeof a) =>
  a.kind === b.kind && a.toItemId === b.toItemId && a.nodeKey === b.nodeKey

/** New links of an item as they are stored, or everything that is wrong with them at once, each at `links/<place>`. */
export async function newLinks(
  tx: Tx,
  from: { readonly itemId: string; readonly playbook: Playbook; readonly at: string },
  links: readonly NewLink[],
  playbookOf: PlaybookOf,
): Promise<Outcome<readonly ItemLinkRow[]>> {
  const { linkKinds = {} } = from.playbook
  const targets = links.length > 0 ? await targetsOf(tx, links) : new Map<string, Target>()
  const known: Pick<ItemLinkRow, 'kind' | 'toItemId' | 'nodeKey'>[] =
    links.length > 0 ? await standing(tx, from.itemId) : []
  const refusals: Refusal[] = []
  const rows = links.map((link, index): ItemLinkRow => {
    const path = `links/${index}`
    const [kind, target] = [linkKinds[link.kind], targets.get(link.itemId)]
    const row = { kind: link.kind, toItemId: link.itemId, nodeKey: link.nodeKey ?? null }
    if (!kind) refusals.push(invalid(path, '没有这种关联', 'There is no such kind of link', Object.keys(linkKinds)))
    if (!target || link.itemId === from.itemId) refusals.push(invalid(path, '没有这个事项', 'There is no such item'))
    else if (kind) refusals.push(...kindRefusals(kind, link, target, path, playbookOf))
    const isTwice = known.some((other) => isSame(other, row))
    const isFull = kind && !kind.many && known.some((other) => other.kind === link.kind)
    if (isTwice) refusals.push(invalid(path, '已经这样关联', 'They are linked so already'))
    else if (isFull)
      refusals.push(invalid(path, `“${kind.title.zh}”只能有一个`, `Only one '${kind.title.en}' may stand`))
    known.push(row)
    const ended = { removedAt: null, removedBy: null }
    const added = { addedAt: from.at, addedBy: tx.actor.name }
    return { districtId: tx.districtId, linkId: uuidv7(), fromItemId: from.itemId, ...row, ...added, ...ended }
  })
  return refusals.length > 0 ? refused(...refusals) : done(rows)
}

/** What the record tells of a link that was made, or ended. */
export const linkEvent = (verb: 'link.added' | 'link.removed', link: ItemLinkRow, title: string) => ({
  verb,
  itemId: link.fromItemId,
  data: { linkId: link.linkId, kind: link.kind, to: link.toItemId, title, nodeKey: link.nodeKey },
})

/** Titles of items that the actor reads. */
export async function titlesOf({ client, districtId }: Tx, itemIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ itemId: string; title: string }>(
    'select item_id as "itemId", title from item where district_id = $1 and item_id = any($2::uuid[])',
    [districtId, itemIds],
  )
  return new Map(rows.map(({ itemId, title }) => [itemId, title]))
}
