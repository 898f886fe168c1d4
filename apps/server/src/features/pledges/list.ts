import { listItemPledges, type PledgeReply } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { promiseState } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { projectsOfPledges } from '../../store/items/promises.ts'
import { findItem } from '../../store/items/read.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { linkStands, selectItems } from '../../store/past/source.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** Items that are linked to a project by their lists' link of pledges. */
async function pledgesOf(tx: Tx, itemId: string, kinds: readonly string[]): Promise<ItemRow[]> {
  if (kinds.length === 0) return []
  const { rows } = await tx.client.query<{ id: string }>(
    `select distinct l.from_item_id as id from item_link l
       where l.district_id = $1 and l.to_item_id = $2 and l.kind = any($3::text[]) and ${linkStands(tx, 'l')}`,
    [tx.districtId, itemId, kinds],
  )
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const query = selectItems(tx).selectAll('item').where('item.districtId', '=', tx.districtId)
  return await query.where('item.itemId', 'in', ids).orderBy('item.deadline').orderBy('item.itemId').execute()
}

export const listItemPledgesFeature = feature(listItemPledges, async (deps, { params, query }) => {
  const lists = deps.shelf.playbooks.flatMap(({ key, pledge }) => (pledge ? [{ key, link: pledge.link }] : []))
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const project = await findItem(tx, params.itemId)
    if (!project) return refused(refusal('NOT_FOUND'))
    const kinds = lists.map(({ link }) => link)
    const found = (await pledgesOf(tx, project.itemId, kinds)).filter(({ playbookKey }) =>
      lists.some(({ key }) => key === playbookKey),
    )
    const pledges: PledgeReply[] = []
    for (const stored of found) {
      const current = playbookOf(deps, stored.playbookKey)
      const row = (await asLit(tx, current, [stored]))[0] ?? stored
      const { playbook } = await editionOf(tx, current, row.playbookVersion, row.planRevision)
      const projects = playbook.pledge ? await projectsOfPledges(tx, playbook.pledge, [row.itemId]) : new Map()
      if (playbook.pledge)
        pledges.push(replyOf(row, promiseState(playbook.pledge, row.fields, projects.get(row.itemId) ?? null)))
    }
    return done({ ...said, pledges })
  })
})

function replyOf(row: ItemRow, state: ReturnType<typeof promiseState>): PledgeReply {
  const { itemId, title, playbookKey, stage, lamp } = row
  return {
    itemId,
    title,
    playbookKey,
    stage,
    lamp,
    lampReasons: row.lampReasons as PledgeReply['lampReasons'],
    ...state,
  }
}
