import type { ItemAction } from '@guatu/access'
import { getItem, type ItemReply } from '@guatu/contract'
import { done, refused, type Title } from '@guatu/kernel'
import { gateStatuses } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { accessOf, allowedFor } from '../../store/access/access-of.ts'
import { standingsOf } from '../../store/access/permit.ts'
import { factReplies, factsOfItem } from '../../store/items/fact-reply.ts'
import { gateEvidence } from '../../store/items/gate-evidence.ts'
import { gateLinks } from '../../store/items/gate-links.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { findItem, nodesByItem, planNodes } from '../../store/items/read.ts'
import { itemReply, planReply } from '../../store/items/row-reply.ts'
import { heldSecrets } from '../../store/items/secrets.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { itemSource } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'

async function relatedOf(tx: Tx, itemId: string): Promise<ItemReply['related']> {
  const items = itemSource(tx)
  const { rows } = await tx.client.query<ItemReply['related'][number]>(
    `select l.kind, i.item_id as "itemId", i.title, 'to' as direction
       from item_link l join ${items} i on i.district_id = $1 and i.item_id = l.to_item_id
       where l.district_id = $1 and l.from_item_id = $2
     union all
     select l.kind, i.item_id, i.title, 'from'
       from item_link l join ${items} i on i.district_id = $1 and i.item_id = l.from_item_id
       where l.district_id = $1 and l.to_item_id = $2`,
    [tx.districtId, itemId],
  )
  return rows
}

/** What somebody may do, he does now: a past moment is only read. */
async function allowedTo(tx: Tx, itemId: string): Promise<ItemAction[]> {
  if (tx.asOf) return []
  const standing = (await standingsOf(tx, [itemId])).get(itemId)
  return standing ? allowedFor(await accessOf(tx), standing) : []
}

const notYet: Title = { zh: '那一时刻清单上没有这条记录', en: 'This record was not on the list at that moment' }

export const getItemFeature = feature(getItem, async (deps, { params, query }) => {
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const found = await findItem(tx, params.itemId)
    if (!found) return refused(refusal('NOT_FOUND', said.asOf ? notYet : undefined))
    const playbook = playbookOf(deps, found.playbookKey)
    const row = (await asLit(tx, playbook, [found]))[0] ?? found
    const edition = await editionOf(tx, playbook, row.playbookVersion, row.planRevision)
    const nodes = planNodes(edition, (await nodesByItem(tx, [row.itemId])).get(row.itemId) ?? [])
    const facts = factReplies(await factsOfItem(tx, row.itemId))
    const evidence = await gateEvidence(tx, row.itemId)
    const links = await gateLinks(tx, edition.playbook, row.itemId)
    // Gates look at the whole document: what is missing is told, what is there is not.
    const secrets = (await heldSecrets(tx, Object.keys(row.masks).length > 0 ? [row.itemId] : [])).get(row.itemId)
    const whole = { ...row, fields: { ...row.fields, ...secrets } }
    const gates = gateStatuses({ playbook: edition.playbook, item: whole, nodes, facts, evidence, links })
    return done({
      ...said,
      item: itemReply(row),
      allowed: await allowedTo(tx, row.itemId),
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
