import { advanceItem, createItem, getItem, updateItem } from '@guatu/contract'
import type { District } from './district.ts'

/** What people do wrong: every one of these is refused, with words, and writes nothing. */
export async function doWrong(district: District): Promise<void> {
  const { random, client, world, items } = district
  if (items.length === 0) return
  const item = random.pick(items)
  const params = { itemId: item.itemId }
  const title = item.playbook.roles.title ?? ''
  const office = random.pick(world.of('districtOffice'))
  const outsider = random.pick(world.of('assessor', 'verifier'))
  const refused = async (what: string, answer: Promise<{ readonly kind: string }>) => {
    const { kind } = await answer
    if (kind === 'done') client.faults.push(`${what} of ${item.itemId} was not refused`)
    else district.tally('refused what was wrong')
  }
  switch (random.between(0, 4)) {
    case 0:
      return await refused(
        'an edit by whoever only reads',
        client.ask(outsider, updateItem, { params, body: { revision: 1, fields: { [title]: '改名' } } }),
      )
    case 1:
      return await refused(
        'an edit of what has long changed',
        client.ask(office, updateItem, { params, body: { revision: 0, fields: { [title]: '改名' } } }),
      )
    case 2:
      return await refused(
        'a move that the list does not know',
        client.ask(office, advanceItem, {
          params,
          body: { revision: await revisionOf(district, item.itemId), to: 'nowhere' },
        }),
      )
    case 3: {
      const body = { playbook: item.playbook.key, fields: { [title]: '', neverHeardOf: 1 } }
      return await refused('an item without a title', client.ask(office, createItem, { body }))
    }
    default: {
      const unknown = { ...params, itemId: '018f0000-0000-7000-8000-00000000dead' }
      return await refused('an item that is not there', client.ask(office, getItem, { params: unknown }))
    }
  }
}

async function revisionOf({ client, world }: District, itemId: string): Promise<number> {
  const seen = await client.ask(world.of('districtOffice')[0]!, getItem, { params: { itemId } })
  return seen.kind === 'done' ? seen.value.item.revision : 1
}
