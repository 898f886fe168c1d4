import type { Role } from '@guatu/access'
import { createItem, type NewLink, type RefusedReply } from '@guatu/contract'
import { type Capability, isEmpty, type Playbook } from '@guatu/playbook'
import type { District, KnownItem } from './district.ts'
import { valuesFor } from './fill.ts'
import type { Person } from './world.ts'

/** Who puts items on a list, by what the list can do; elsewhere the district's office. */
const makers: Readonly<Partial<Record<Capability, readonly Role[]>>> = {
  problemBoard: ['town', 'town', 'firm', 'leader', 'department'],
  orders: ['supervisor'],
  visits: ['leader'],
}

function makerOf({ random, world }: District, { capabilities }: Playbook): Person {
  const roles = capabilities.flatMap((capability) => makers[capability] ?? [])
  const known = world.of(...roles)
  return random.pick(known.length > 0 ? known : world.of('districtOffice'))
}

/** A firm tells of its own trouble and knows neither the district's projects nor its people. */
const knowsTheDistrict = ({ role }: Person): boolean => role !== 'firm'

/** What whoever makes an item fills in: the short form where there is one, else what the way on will ask, and some more. */
function keysToFill({ random }: District, playbook: Playbook, person: Person): string[] {
  const { fields, gates, moves, raiseForm } = playbook
  const asked = new Set(moves.flatMap(({ asks = [] }) => asks))
  const gated = new Set(
    gates.flatMap(({ needs }) => needs.flatMap((need) => (need.kind === 'field' ? [need.field] : []))),
  )
  const isNeeded = (key: string) => fields[key]!.required || (gated.has(key) && !asked.has(key))
  const isFree = (key: string) => knowsTheDistrict(person) || !['org', 'orgs', 'person'].includes(fields[key]!.kind)
  const isOwn = (key: string) => !fields[key]!.byMoves && !fields[key]!.writtenBy
  const offered = raiseForm ?? Object.keys(fields).filter((key) => isOwn(key) && !asked.has(key))
  return offered.filter((key) => isNeeded(key) || (isFree(key) && random.chance(0.6)))
}

/** Items that somebody may link to: a unit's clerk knows his own and what his list lets everybody see. */
function targetsFor({ items }: District, person: Person, to: Capability | 'any'): readonly KnownItem[] {
  const seesAll = !['town', 'department', 'firm'].includes(person.role)
  return items.filter(
    ({ playbook, makers: own }) =>
      (to === 'any' || playbook.capabilities.includes(to)) &&
      (seesAll || own.some(({ orgId }) => orgId === person.orgId)),
  )
}

/** Links that a new item comes with: a node that it holds, what it is about, and what it has to cite to go on. */
function linksFor(district: District, person: Person, playbook: Playbook): NewLink[] {
  const { random, seen } = district
  const { linkKinds = {}, gates } = playbook
  const cited = gates.flatMap(({ needs }) =>
    needs.flatMap((need) => (need.kind === 'link' && need.among ? [need] : [])),
  )
  return Object.entries(linkKinds).flatMap(([kind, { to, node, holds }]): NewLink[] => {
    const fieldsOf = ({ itemId }: KnownItem) => seen.get(itemId)?.fields ?? {}
    const needs = cited.filter(({ link }) => link === kind)
    const isOpen = ({ itemId }: KnownItem) => !holds || (seen.get(itemId)?.openNodes.length ?? 0) > 0
    const targets = targetsFor(district, person, to).filter(isOpen)
    if (needs.length > 0) {
      const among = needs.map((need) =>
        targets.filter((item) => {
          const fields = fieldsOf(item)
          return (
            need.among!.values.some((value) => fields[need.among!.field] === value) &&
            !(need.filled && isEmpty(fields[need.filled]))
          )
        }),
      )
      return among.flatMap((found) => (found.length > 0 ? [{ kind, itemId: random.pick(found).itemId }] : []))
    }
    if (targets.length === 0 || !random.chance(holds ? 0.8 : 0.4)) return []
    const { itemId } = random.pick(targets)
    const nodes = node ? (seen.get(itemId)?.openNodes ?? []) : []
    return [{ kind, itemId, ...(nodes.length > 0 ? { nodeKey: random.pick(nodes) } : {}) }]
  })
}

interface Draft {
  readonly playbook: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly links: readonly NewLink[]
}

/** Told what he may not write, or cannot link to, he leaves it out; all of it was named, so that now it is taken. */
async function raiseAnew({ client }: District, person: Person, draft: Draft, { code, refusals }: RefusedReply) {
  const named = new Set(refusals.map(({ path }) => path?.split('/')[0]))
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([key]) => !named.has(key)))
  const links = named.has('links') ? [] : [...draft.links]
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
  const foreign = Object.keys(fields).filter((key) => fields[key]!.writtenBy && random.chance(0.03))
  const keys = [...keysToFill(district, playbook, person), ...foreign]
  const values = valuesFor(playbook, keys, {}, district.filling())
  const own: Record<string, unknown> = { [roles.title ?? '']: `${playbook.itemTitle.zh}${district.items.length}` }
  for (const [key, { relation, kind }] of Object.entries(fields)) {
    if (relation === 'raiser' || relation === 'issuer') own[key] = kind === 'person' ? person.personId : person.orgId
  }
  const links = linksFor(district, person, playbook)
  const draft: Draft = { playbook: playbook.key, fields: { ...values, ...own }, links }
  let made = await client.ask(person, createItem, { body: { ...draft, links } })
  if (made.kind === 'refused') made = await raiseAnew(district, person, draft, made.refusal)
  if (made.kind !== 'done') return
  district.know({ itemId: made.value.itemId, playbook, makers: [person] }, draft.fields)
  for (const { nodeKey } of links) if (nodeKey !== undefined) district.tally('nodes held or named')
}
