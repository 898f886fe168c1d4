import { getItem, type ItemReply } from '@guatu/contract'
import type { District, KnownItem, Seen } from './district.ts'
import type { Person } from './world.ts'

type Row = Pick<ItemReply['item'], 'stage' | 'fields' | 'lampReasons'>

/** What people remember of an item. */
export const seenOf = ({ stage, fields, lampReasons }: Row): Omit<Seen, 'openNodes'> => ({
  stage,
  fields,
  lit: lampReasons.filter(({ exempted }) => !exempted).map(({ rule, nodeKey }) => ({ rule, nodeKey })),
})

/** An item's page, through somebody's eyes; undefined where he may not see it. */
export async function look(district: District, person: Person, { itemId }: KnownItem): Promise<ItemReply | undefined> {
  const found = await district.client.ask(person, getItem, { params: { itemId } })
  if (found.kind !== 'done') return undefined
  const { item, plan } = found.value
  const openNodes = plan.nodes.filter(({ done, plannedStart }) => !done && plannedStart !== null)
  district.seen.set(itemId, { ...seenOf(item), openNodes: openNodes.map(({ nodeKey }) => nodeKey) })
  return found.value
}
