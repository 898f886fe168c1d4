import type { Capability, Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { append } from '../../apps/server/src/store/append.ts'
import { composeItem } from '../../apps/server/src/store/items/compose.ts'
import { type ListContext, listContext } from '../../apps/server/src/store/items/list-context.ts'
import { inPortions } from '../../apps/server/src/store/portions.ts'
import type { Store } from '../../apps/server/src/store/store.ts'
import { uuidv7 } from '../../apps/server/src/store/uuid.ts'
import { today } from '../store/generate.ts'

export const listWith = (capability: Capability): Playbook =>
  playbooks.find(({ capabilities }) => capabilities.includes(capability))!

const portion = 500
const hours = (count: number) => new Date(Date.parse(`${today}T02:00:00.000Z`) - count * 3_600_000).toISOString()

interface Target {
  readonly itemId: string
  readonly nodeKey: string
}

/** Open nodes of projects, which every third matter holds. */
const targetsOf = (store: Store): Promise<Target[]> =>
  store.read(async ({ client }) => {
    const { rows } = await client.query<Target>(
      `select distinct on (item_id) item_id as "itemId", node_key as "nodeKey" from node
         where done_basis is null order by item_id, position`,
    )
    return rows
  })

/** A matter in one of the stages under way, as if it had come there some hours ago. */
function matterOf(context: ListContext, index: number, orgIds: readonly string[]) {
  const { playbook } = context
  const stages = playbook.stages.filter(({ final }) => !final)
  const fields: Record<string, unknown> = {
    title: `${playbook.itemTitle.zh}${index}号`,
    [playbook.roles.leadOrg!]: orgIds[index % orgIds.length],
  }
  if (playbook.roles.finish) fields[playbook.roles.finish] = { date: today, precision: 'day' }
  const stage = stages[index % stages.length]!.key
  return composeItem(
    { ...context, now: hours(index % 400) },
    { fields, stage, source: { kind: 'demonstration' }, actor: 'bench' },
  )
}

/** Writes `count` matters of a list by the store's own way in, every third of them linked to a node of a project. */
export async function generateMatters(store: Store, playbook: Playbook, count: number, kind: string): Promise<void> {
  const targets = await targetsOf(store)
  await store.write(async (tx) => {
    const context = await listContext(tx, playbook, { today, now: hours(0) })
    const orgIds = [...new Set(context.orgIds.values())]
    const indexes = Array.from({ length: count }, (_, index) => index)
    const make = (index: number) => matterOf(context, index, orgIds)
    await inPortions(indexes, portion, make, async (items) => {
      const links = items.flatMap(({ after }, index) => {
        const target = targets[index % targets.length]
        if (index % 3 !== 0 || !target) return []
        const ends = { fromItemId: after.itemId, toItemId: target.itemId, nodeKey: target.nodeKey }
        return [{ districtId: tx.districtId, linkId: uuidv7(), ...ends, kind, addedAt: hours(0), addedBy: 'bench' }]
      })
      await append(tx, { at: hours(0), events: items.map(({ event }) => event), items, links: links as never })
    })
  })
}
