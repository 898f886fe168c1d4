import { type ItemChangesReply, listChanges } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { approvedOf, baselinesOf, changesOf } from '../../store/changes/read.ts'
import { findItem } from '../../store/items/read.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import type { Tx } from '../../store/store.ts'

const may = async (tx: Tx, itemId: string, action: 'item.plan' | 'change.approve') =>
  tx.asOf === undefined && (await itemRefusals(tx, [itemId], [action])).size === 0

export const listChangesFeature = feature(listChanges, async (deps, { params: { itemId }, query }) => {
  const application = deps.shelf.playbooks.find(({ capabilities }) => capabilities.includes('changes'))
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const row = await findItem(tx, itemId)
    if (!row) return refused(refusal('NOT_FOUND'))
    const isPlanned = playbookOf(deps, row.playbookKey).capabilities.includes('schedule')
    const plans = isPlanned && (await may(tx, itemId, 'item.plan'))
    const baselines: ItemChangesReply['baselines'] = await baselinesOf(tx, itemId)
    return done({
      ...said,
      baselines,
      changes: await changesOf(tx, itemId),
      approved: await approvedOf(tx, itemId),
      mayFreeze: plans && (baselines.length === 0 || (await may(tx, itemId, 'change.approve'))),
      mayApply: plans && application !== undefined,
      applicationPlaybook: application?.key ?? null,
    })
  })
})
