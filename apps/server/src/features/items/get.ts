import { getItem, type ItemReply } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { gateStatuses } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { factReplies, factsOfItem } from '../../store/items/fact-reply.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { findItem, nodesByItem, planNodes } from '../../store/items/read.ts'
import { itemReply, planReply } from '../../store/items/row-reply.ts'
import type { Tx } from '../../store/store.ts'

async function relatedOf(tx: Tx, itemId: string): Promise<ItemReply['related']> {
  const { rows } = await tx.client.query<ItemReply['related'][number]>(
    `select l.kind, i.item_id as "itemId", i.title, 'to' as direction
       from item_link l join item i on i.district_id = $1 and i.item_id = l.to_item_id
       where l.district_id = $1 and l.from_item_id = $2
     union all
     select l.kind, i.item_id, i.title, 'from'
       from item_link l join item i on i.district_id = $1 and i.item_id = l.from_item_id
       where l.district_id = $1 and l.to_item_id = $2`,
    [tx.districtId, itemId],
  )
  return rows
}

export const getItemFeature = feature(getItem, async (deps, { params }) => {
  return await deps.store.read(async (tx) => {
    const row = await findItem(tx, params.itemId)
    if (!row) return refused(refusal('NOT_FOUND'))
    const edition = await editionOf(tx, playbookOf(deps, row.playbookKey), row.playbookVersion, row.planRevision)
    const nodes = planNodes(edition, (await nodesByItem(tx, [row.itemId])).get(row.itemId) ?? [])
    const facts = factReplies(await factsOfItem(tx, row.itemId))
    const gates = gateStatuses({ playbook: edition.playbook, item: row, nodes, facts })
    return done({
      item: itemReply(row),
      source: row.source,
      createdAt: row.createdAt,
      plan: planReply(nodes, linksOf(edition, row), row),
      facts,
      gates: gates.map(({ to, back, allowed, missing }) => ({
        to,
        back,
        allowed,
        missing: missing.map(({ path, text }) => ({ path, text })),
      })),
      related: await relatedOf(tx, row.itemId),
    })
  })
})
