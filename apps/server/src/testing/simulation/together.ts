import { getItem, type ItemReply, type RefusedReply, savePlan, updateItem } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import type { Answer } from './client.ts'
import type { District, KnownItem } from './district.ts'
import { valueFor } from './fill.ts'
import { look } from './look.ts'
import type { Person } from './world.ts'

const editable = (playbook: Playbook): string[] =>
  Object.entries(playbook.fields).flatMap(([key, field]) =>
    (field.kind === 'longText' || field.kind === 'text') && !field.secret && !field.pattern && !field.metric
      ? [key]
      : [],
  )

/** One way of two to change the same item: what it is called in the record, and how it is sent. */
interface Change {
  readonly title: string
  readonly send: (revision: number) => Promise<Answer<typeof updateItem> | Answer<typeof savePlan>>
}

function fieldChanges(district: District, item: KnownItem, people: readonly [Person, Person]): Change[] {
  const { playbook, itemId } = item
  const keys = district.random.shuffled(editable(playbook)).slice(0, 2)
  return keys.map((key, place) => ({
    title: playbook.fields[key]!.title.zh,
    send: (revision) => {
      const fields = { [key]: valueFor(playbook.fields[key]!, district.filling()) }
      const body = { revision, fields, reason: '两处同时填报' }
      return district.client.ask(people[place]!, updateItem, { params: { itemId }, body })
    },
  }))
}

/** The same node, by both of them. */
function nodeChanges(district: District, { plan }: ItemReply, itemId: string, people: readonly [Person, Person]) {
  const open = plan.nodes.filter(({ done, actualStart }) => !done && actualStart === null)
  if (open.length === 0) return []
  const node = district.random.pick(open)
  return people.map((person, place): Change => {
    const changes = [{ nodeKey: node.nodeKey, durationWorkdays: node.durationWorkdays + place + 1 }]
    const send = (revision: number) =>
      district.client.ask(person, savePlan, { params: { itemId }, body: { revision, changes, reason: '工期重排' } })
    return { title: node.title, send }
  })
}

const saysWhatChanged = ({ refusals }: RefusedReply, title: string) =>
  refusals.some(({ message }) => message.zh.includes(title))

/** Both at once, each from what he saw: one is kept, the other is told what changed and writes again. */
async function race(district: District, itemId: string, revision: number, changes: readonly Change[]) {
  const { client } = district
  const answers = await Promise.all(changes.map(({ send }) => send(revision)))
  const isStale = (answer: (typeof answers)[number]) =>
    answer.kind === 'refused' && answer.refusal.code === 'REVISION_STALE'
  const done = answers.filter(({ kind }) => kind === 'done').length
  if (done === 2) client.faults.push(`${itemId} at ${revision} was written twice`)
  const lost = answers.findIndex(isStale)
  const stale = answers[lost]
  if (done !== 1 || stale?.kind !== 'refused') return
  if (!saysWhatChanged(stale.refusal, changes[1 - lost]!.title)) {
    client.faults.push(
      `who came second at ${itemId} is not told what changed: ${JSON.stringify(stale.refusal.refusals)}`,
    )
  }
  district.tally('told what changed')
  const seen = await client.ask(district.world.of('districtOffice')[0]!, getItem, { params: { itemId } })
  if (seen.kind === 'done') await changes[lost]!.send(seen.value.item.revision)
}

/** Two people write the same item, or the same node of it, at the same moment. */
export async function writeTogether(district: District): Promise<void> {
  const { random, world } = district
  const item = district.anyOf('schedule')
  if (!item) return
  const people = [random.pick(item.makers), random.pick(world.of('districtOffice'))] as const
  const page = await look(district, people[0], item)
  if (!page) return
  const changes = random.chance(0.5)
    ? fieldChanges(district, item, people)
    : nodeChanges(district, page, item.itemId, people)
  if (changes.length === 2) await race(district, item.itemId, page.item.revision, changes)
}
