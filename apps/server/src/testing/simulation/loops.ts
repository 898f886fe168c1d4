import type { Role } from '@guatu/access'
import {
  advanceItem,
  createItem,
  getItem,
  type ItemReply,
  pauseClock,
  type RefusedReply,
  resumeClock,
} from '@guatu/contract'
import type { Capability, Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { lookAtChange } from './changes.ts'
import type { District, KnownItem } from './district.ts'
import { valuesFor } from './fill.ts'
import type { Person } from './world.ts'

/** Who puts items on a list, by what the list can do; elsewhere the district's office. */
const makers: Readonly<Partial<Record<Capability, readonly Role[]>>> = {
  problemBoard: ['town', 'town', 'firm', 'leader', 'department'],
  orders: ['supervisor'],
  visits: ['leader'],
}

/** Lists that are closed loops; applications for a change come of a plan, not of a form. */
export const loopLists = playbooks.filter(
  ({ capabilities }) => !capabilities.includes('schedule') && !capabilities.includes('changes'),
)

function makerOf({ random, world }: District, { capabilities }: Playbook): Person {
  const roles = capabilities.flatMap((capability) => makers[capability] ?? [])
  const known = world.of(...roles)
  return random.pick(known.length > 0 ? known : world.of('districtOffice'))
}

/** A firm tells of its own trouble and knows neither the district's projects nor its people. */
const knowsTheDistrict = ({ role }: Person): boolean => role !== 'firm'

/** Links that a new item comes with, to items of the lists that each kind may lead to. */
function newLinks(district: District, { linkKinds = {} }: Playbook) {
  const { random, items } = district
  return Object.entries(linkKinds).flatMap(([kind, { to }]) => {
    const targets = items.filter(({ playbook }) => to === 'any' || playbook.capabilities.includes(to))
    return targets.length > 0 && random.chance(0.6) ? [{ kind, itemId: random.pick(targets).itemId }] : []
  })
}

interface Draft {
  readonly playbook: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly links: ReturnType<typeof newLinks>
}

/** Told what he may not write, or cannot link to, he leaves it out; all of it was named, so that now it is taken. */
async function raiseAnew({ client }: District, person: Person, draft: Draft, { code, refusals }: RefusedReply) {
  const named = new Set(refusals.map(({ path }) => path?.split('/')[0]))
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([key]) => !named.has(key)))
  const links = named.has('links') ? [] : draft.links
  const made = await client.ask(person, createItem, { body: { ...draft, fields, links } })
  if (made.kind === 'refused' && made.refusal.code === code && code === 'FORBIDDEN') {
    client.faults.push(`${draft.playbook}: not all was named at once: ${JSON.stringify(made.refusal.refusals)}`)
  }
  return made
}

/** Somebody raises a problem, issues an order, goes on a visit: whatever the list is for. */
export async function raise(district: District, playbook: Playbook): Promise<void> {
  const { random, client } = district
  const person = makerOf(district, playbook)
  const { roles, fields } = playbook
  const free = (key: string) => knowsTheDistrict(person) || !['org', 'orgs', 'person'].includes(fields[key]?.kind ?? '')
  const keys = Object.keys(fields).filter((key) => fields[key]!.required || (free(key) && random.chance(0.5)))
  const values = valuesFor(playbook, keys, {}, district.filling())
  const own: Record<string, unknown> = { [roles.title ?? '']: `${playbook.itemTitle.zh}${district.items.length}` }
  for (const [key, { relation, kind }] of Object.entries(fields)) {
    if (relation === 'raiser' || relation === 'issuer') own[key] = kind === 'person' ? person.personId : person.orgId
  }
  const links = knowsTheDistrict(person) ? newLinks(district, playbook) : []
  const draft: Draft = { playbook: playbook.key, fields: { ...values, ...own }, links }
  let made = await client.ask(person, createItem, { body: draft })
  if (made.kind === 'refused') made = await raiseAnew(district, person, draft, made.refusal)
  if (made.kind !== 'done') return
  district.tally(`raised ${playbook.key}`)
  district.know({ itemId: made.value.itemId, playbook, makers: [person] })
}

/** Those who may have to do with an item: who made it, whom it names, and who does everything. */
function concerned({ world, random }: District, item: KnownItem, fields: Readonly<Record<string, unknown>>): Person {
  const named = new Set(Object.values(fields).flat())
  const parties = world.persons.filter(({ personId, orgId }) => named.has(personId) || named.has(orgId))
  const people = [...item.makers, ...parties, ...parties, ...world.of('districtOffice', 'supervisor', 'leader')]
  return random.pick(people)
}

type MoveReply = ItemReply['moves'][number]

/** On with it, mostly; now and then back, or handed over. */
function chosenMove({ random }: District, { moves }: ItemReply): MoveReply | undefined {
  const ready = moves.filter(({ missing }) => missing.length === 0)
  const onward = ready.filter(({ back, counts }) => !back && counts === null)
  if (onward.length > 0 && random.chance(0.8)) return random.pick(onward)
  if (ready.length > 0) return random.pick(ready)
  // Wrong, and told so.
  return moves.length > 0 && random.chance(0.2) ? random.pick(moves) : undefined
}

/** Looks at an item through somebody's eyes; undefined where he may not, or finds nothing to do. */
async function lookFor(
  district: District,
  item: KnownItem,
  person: Person,
): Promise<[ItemReply, MoveReply] | undefined> {
  if (item.playbook.capabilities.includes('changes')) await lookAtChange(district, person, item)
  const seen = await district.client.ask(person, getItem, { params: { itemId: item.itemId } })
  if (seen.kind !== 'done') return undefined
  district.seen.set(item.itemId, seen.value.item.fields)
  const move = chosenMove(district, seen.value)
  return move && [seen.value, move]
}

/** Some whom it concerns look at the item; the first who finds something to do does it. */
export async function goOn(district: District, item: KnownItem): Promise<void> {
  const { client, random } = district
  for (let looks = 0; looks < 3; looks += 1) {
    const person = concerned(district, item, district.seen.get(item.itemId) ?? {})
    const found = await lookFor(district, item, person)
    if (!found) continue
    const [{ item: row }, move] = found
    const asked = move.asks.filter(({ missing }) => missing || random.chance(0.6)).map(({ field }) => field)
    const fields = valuesFor(item.playbook, asked, row.fields, district.filling())
    const reason = move.reason || random.chance(0.2) ? { reason: '按现场情况处理' } : {}
    const body = { revision: row.revision, to: move.to, move: move.key, fields, ...reason }
    const done = await client.ask(person, advanceItem, { params: { itemId: item.itemId }, body })
    if (done.kind === 'done') district.tally(`moved ${item.playbook.key}`)
    return
  }
}

/** The unit whose time it is stops its clock for a ground that the list knows, or lets it run on. */
export async function stopOrStart(district: District, item: KnownItem): Promise<void> {
  const { client, random, world } = district
  const person = random.pick([...item.makers, ...world.of('districtOffice', 'department')])
  const seen = await client.ask(person, getItem, { params: { itemId: item.itemId } })
  if (seen.kind !== 'done') return
  const clock = seen.value.clocks.find(({ state }) => state === 'running' || state === 'paused')
  if (!clock) return
  const params = { itemId: item.itemId, clock: clock.key }
  const grounds = Object.keys(item.playbook.clocks?.find(({ key }) => key === clock.key)?.pauses ?? {})
  const done =
    clock.state === 'paused'
      ? await client.ask(person, resumeClock, { params, body: { text: '已具备条件' } })
      : grounds.length > 0
        ? await client.ask(person, pauseClock, { params, body: { ground: random.pick(grounds), text: '专家评审期间' } })
        : null
  if (done?.kind === 'done') district.tally(clock.state === 'paused' ? 'clock resumed' : 'clock paused')
}
