import { answerContest, askExemption, contestSign, decideExemption, listSigns } from '@guatu/contract'
import { exemptionGroundKeys } from '@guatu/kernel'
import { fromDay, toDay } from '@guatu/schedule'
import type { District, KnownItem } from './district.ts'
import { look } from './look.ts'

/** Whoever leads an item that is lit has a good reason, and asks that it be seen. */
export async function askForExemption(district: District): Promise<void> {
  const { client, random, items, seen, asked } = district
  const isLit = ({ itemId }: KnownItem) => (seen.get(itemId)?.lit.length ?? 0) > 0
  const isUnits = ({ makers }: KnownItem) => makers.some(({ role }) => role === 'town' || role === 'department')
  const lit = items.filter((item) => isUnits(item) && item.playbook.capabilities.includes('schedule') && isLit(item))
  if (lit.length === 0) return
  const item = random.pick(lit)
  const person = item.makers[0]!
  await look(district, person, item)
  const reasons = seen.get(item.itemId)?.lit ?? []
  if (reasons.length === 0) return
  const { rule, nodeKey } = random.pick(reasons)
  const until = fromDay(toDay(district.day) + random.between(5, 60))
  const body = {
    rule,
    ...(nodeKey === undefined ? {} : { nodeKey }),
    ground: random.pick(exemptionGroundKeys),
    text: '已报上级批准',
    until,
  }
  const made = await client.ask(person, askExemption, { params: { itemId: item.itemId }, body })
  if (made.kind !== 'done') return
  asked.push(made.value.exemption.exemptionId)
  district.tally('exemptions asked for')
}

/** The office decides on what was asked for longest ago. */
export async function decideOnExemption({ client, random, world, asked, tally }: District): Promise<void> {
  const exemptionId = asked.shift()
  if (exemptionId === undefined) return
  const granted = random.chance(0.7)
  const body = granted ? { granted } : { granted, note: '理由不充分' }
  const office = random.pick(world.of('districtOffice'))
  const done = await client.ask(office, decideExemption, { params: { exemptionId }, body })
  if (done.kind === 'done') tally(granted ? 'exemptions granted' : 'exemptions refused')
}

/** A unit that reads a sign on its record says what there is to say against it, and the office answers. */
export async function objectToSign({ client, random, world, tally }: District): Promise<void> {
  const person = random.pick(world.of('town', 'department'))
  const found = await client.ask(person, listSigns, { query: { unit: person.orgId, limit: 20 } })
  if (found.kind !== 'done') return
  const open = found.value.records.filter(({ contestable }) => contestable)
  if (open.length === 0) return
  const { itemId, sign, record } = random.pick(open)
  const body = { itemId, sign, record, text: '该事项已按程序办理，有会议纪要' }
  const made = await client.ask(person, contestSign, { body })
  if (made.kind !== 'done') return
  tally('signs contested')
  const answer = {
    params: { contestId: made.value.contestId },
    body: { text: '经核实情况属实', upheld: random.chance(0.5) },
  }
  const done = await client.ask(random.pick(world.of('districtOffice')), answerContest, answer)
  if (done.kind === 'done') tally('contests answered')
}
