import { type ExemptionState, exemptionStates, listExemptions, listItemExemptions } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { findItem, nodesByItem, planNodes } from '../../store/items/read.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { selectItems } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { ExemptionRow } from '../../store/sign-rows.ts'
import type { Tx } from '../../store/store.ts'
import { asKnown, exemptionQuery, exemptionReply, stateOf } from './rows.ts'

/** Replies of exemptions of one item. */
async function repliesOf(deps: Deps, tx: Tx, today: string, item: ItemRow, rows: readonly ExemptionRow[]) {
  const playbook = playbookOf(deps, item.playbookKey)
  const lit = (await asLit(tx, playbook, [item]))[0] ?? item
  const edition = await editionOf(tx, playbook, item.playbookVersion, item.planRevision)
  const nodes = planNodes(edition, (await nodesByItem(tx, [item.itemId])).get(item.itemId) ?? [])
  const around = { playbook: edition.playbook, today, lampReasons: lit.lampReasons, nodes }
  return rows.map((row) => exemptionReply(row, around))
}

export const listItemExemptionsFeature = feature(listItemExemptions, async (deps, { params, query }) => {
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    const item = await findItem(tx, params.itemId)
    if (!item) return refused(refusal('NOT_FOUND'))
    const rows = await exemptionQuery(tx).where('itemId', '=', item.itemId).orderBy('exemptionId', 'desc').execute()
    return done({ ...said, exemptions: await repliesOf(deps, tx, today, item, asKnown(rows, tx)) })
  })
})

export const listExemptionsFeature = feature(listExemptions, async (deps, { query }) => {
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    const rows = asKnown(await exemptionQuery(tx).orderBy('untilDay').orderBy('exemptionId').execute(), tx)
    const ofState = (state: ExemptionState) => rows.filter((row) => stateOf(row, today) === state)
    const wanted = query.state ? ofState(query.state) : rows
    const itemIds = [...new Set(wanted.map(({ itemId }) => itemId))]
    const items = itemIds.length === 0 ? [] : await itemsOf(tx, itemIds)
    const barred = tx.asOf ? null : await itemRefusals(tx, itemIds, ['exemption.grant'])
    const replies = new Map<string, Awaited<ReturnType<typeof repliesOf>>[number]>()
    for (const item of items) {
      const own = wanted.filter(({ itemId }) => itemId === item.itemId)
      for (const reply of await repliesOf(deps, tx, today, item, own)) replies.set(reply.exemptionId, reply)
    }
    const byId = new Map(items.map((item) => [item.itemId, item]))
    const exemptions = wanted.flatMap(({ exemptionId, itemId, askedById }) => {
      const [exemption, item] = [replies.get(exemptionId), byId.get(itemId)]
      if (!exemption || !item) return []
      const isOwn = deps.actor.personId !== null && askedById === deps.actor.personId
      const decidable = exemption.state === 'asked' && barred !== null && !barred.has(itemId) && !isOwn
      const { title: itemTitle, playbookKey, leadOrgId } = item
      return [{ exemption, itemTitle, playbookKey, leadOrgId, decidable }]
    })
    const counts = Object.fromEntries(exemptionStates.map((state) => [state, ofState(state).length]))
    return done({ ...said, exemptions, counts: counts as Record<ExemptionState, number> })
  })
})

async function itemsOf(tx: Tx, itemIds: readonly string[]): Promise<ItemRow[]> {
  const query = selectItems(tx).selectAll('item').where('item.districtId', '=', tx.districtId)
  return await query.where('item.itemId', 'in', itemIds).execute()
}
