import { applyForChange, freezeBaselines, getChange, seeChange } from '@guatu/contract'
import { fromDay, toDay } from '@guatu/schedule'
import type { District, KnownItem } from './district.ts'
import { valuesFor } from './fill.ts'
import { look } from './look.ts'
import type { Person } from './world.ts'

/** The district's office freezes what is planned: from then on a plan is put off by application only. */
export async function freezePlans(district: District): Promise<void> {
  const { client, random, world } = district
  for (const { key } of district.lists('schedule')) {
    const planned = district.items.filter(({ playbook }) => playbook.key === key).map(({ itemId }) => itemId)
    const itemIds = random.shuffled(planned).slice(0, Math.ceil(planned.length / 2))
    const body = { playbook: key, itemIds, name: '年度基线', reason: '年度计划下达' }
    const frozen = await client.ask(world.of('districtOffice')[0]!, freezeBaselines, { body })
    if (frozen.kind === 'done') district.tally('plans frozen', frozen.value.frozen)
  }
}

/** Whoever leads a project asks for another plan. */
export async function askForChange(district: District): Promise<void> {
  const { client, random } = district
  const [list] = district.lists('changes')
  const item = district.anyOf('schedule')
  if (!list || !item) return
  const person = item.makers[0]!
  const page = await look(district, person, item)
  if (!page) return
  const open = page.plan.nodes.filter(({ done, plannedStart }) => !done && plannedStart !== null)
  if (open.length === 0) return
  const node = random.pick(open)
  const notBefore = fromDay(toDay(node.plannedStart!) + random.between(5, 40))
  const asked = Object.keys(list.fields).filter((key) =>
    ['text', 'longText', 'choice'].includes(list.fields[key]!.kind),
  )
  const fields = valuesFor(list, asked, {}, district.filling())
  const body = { revision: page.item.revision, changes: [{ nodeKey: node.nodeKey, notBefore }], fields }
  const made = await client.ask(person, applyForChange, { params: { itemId: item.itemId }, body: body as never })
  if (made.kind !== 'done') return
  district.tally('changes asked for')
  district.know({ itemId: made.value.itemId, playbook: list, makers: [person] }, fields)
}

/** Whoever decides looks at what an application does before he does. */
export async function lookAtChange({ client }: District, person: Person, { itemId }: KnownItem): Promise<void> {
  const params = { itemId }
  const found = await client.ask(person, getChange, { params })
  if (found.kind !== 'done' || !found.value.mayApprove) return
  await client.ask(person, seeChange, { params, body: { revision: found.value.target.revision } })
}
