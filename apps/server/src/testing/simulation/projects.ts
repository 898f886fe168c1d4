import { createItem, savePlan } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { fromDay, toDay } from '@guatu/schedule'
import type { District } from './district.ts'
import { valuesFor } from './fill.ts'
import { look } from './look.ts'
import type { Person } from './world.ts'

/** Figures that a list is reported by are not part of what is written by hand here, but for the plan of the year. */
const isWritten = (playbook: Playbook, key: string) =>
  playbook.fields[key]?.metric === undefined || playbook.roles.annualPlan === key

/** A project as its unit enters it: whole enough to be planned, invested in and led. */
function projectFields(district: District, playbook: Playbook, clerk: Person, number: number): Record<string, unknown> {
  const { random, world } = district
  const { roles } = playbook
  const day = (from: number, to: number) => fromDay(toDay(district.day) + random.between(from, to))
  const start = day(-200, 60)
  const finish = fromDay(toDay(start) + random.between(200, 700))
  const fields: Record<string, unknown> = {}
  const set = (key: string | undefined, value: unknown) => {
    if (key !== undefined) fields[key] = value
  }
  const some = Object.keys(playbook.fields).filter((key) => isWritten(playbook, key) && random.chance(0.4))
  Object.assign(fields, valuesFor(playbook, some, {}, district.filling()))
  set(roles.title, `项目${number}`)
  set(roles.leadOrg, clerk.orgId)
  set(roles.owner, clerk.personId)
  set(roles.leader, random.pick(world.of('leader')).personId)
  set(roles.area, random.pick(world.towns).areaCode)
  set(roles.start, { date: start, precision: 'day' })
  set(roles.finish, { date: finish, precision: 'month' })
  set(roles.amount, { amount: `${random.between(5_000, 90_000)}0000.00`, currency: 'CNY' })
  set(roles.annualPlan, { amount: `${random.between(1_000, 9_000)}0000.00`, currency: 'CNY' })
  return fields
}

/** What the district has when the watch begins: projects in every stage that leads on. */
export async function enterProjects(district: District): Promise<void> {
  const { random, world, client, size } = district
  for (const playbook of district.lists('schedule')) {
    const open = playbook.stages.filter((stage) => !stage.final && !stage.aside)
    for (let number = 1; number <= size.projects; number += 1) {
      const clerk = random.pick(world.of('town', 'department'))
      const body = {
        playbook: playbook.key,
        stage: random.pick(open).key,
        fields: projectFields(district, playbook, clerk, number),
      }
      const made = await client.ask(clerk, createItem, { body })
      if (made.kind === 'done')
        district.know({ itemId: made.value.itemId, playbook, makers: [clerk] }, body.fields, body.stage)
    }
  }
}

/** A node is moved by hand, or another start fixed; the engine moves the rest. */
export async function movePlan(district: District): Promise<void> {
  const { random, client } = district
  const item = district.anyOf('schedule')
  if (!item) return
  const person = random.pick([...item.makers, ...district.world.of('districtOffice')])
  const page = await look(district, person, item)
  if (!page) return
  const open = page.plan.nodes.filter(({ done, plannedStart }) => !done && plannedStart !== null)
  if (open.length === 0) return
  const node = random.pick(open)
  const later = fromDay(toDay(node.plannedStart!) + random.between(-5, 20))
  const change = random.chance(0.5)
    ? { nodeKey: node.nodeKey, notBefore: later }
    : { nodeKey: node.nodeKey, durationWorkdays: Math.max(1, node.durationWorkdays + random.between(-3, 10)) }
  const body = { revision: page.item.revision, changes: [change], reason: '施工组织调整' }
  await client.ask(person, savePlan, { params: { itemId: item.itemId }, body })
}
