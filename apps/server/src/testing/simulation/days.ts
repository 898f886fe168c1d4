import type { Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import { askForChange, freezePlans } from './changes.ts'
import { nowHeader, passPath } from './clock.ts'
import type { District, KnownItem } from './district.ts'
import { goOn, startClock, stopClock } from './loops.ts'
import type { Machine } from './machine.ts'
import { askForExemption, decideOnExemption, objectToSign } from './objections.ts'
import { movePlan } from './projects.ts'
import { raise } from './raise.ts'
import { decideReports, reportSome } from './reports.ts'
import { numberFor } from './size.ts'
import { writeTogether } from './together.ts'
import { doWrong } from './wrong.ts'

type Act = () => Promise<void>

const isProject = ({ playbook }: KnownItem) => playbook.capabilities.includes('schedule')

/** How often somebody looks at an item on its way. */
const actsEach = 7

/** Lists that fill up over the days. */
const growing = playbooks.filter(({ capabilities }) => !capabilities.includes('schedule'))

/** Items come in the first part of the time, so that the last of them can still go their way. */
const raisingPart = 0.75

/** How many more items a list should have by a day; what a kill has swallowed is among them again. */
function dueFor(district: District, list: Playbook, part: number): number {
  const wanted = Math.ceil(numberFor(district.size, list) * Math.min(1, part / raisingPart))
  return Math.max(0, wanted - district.countOf(list))
}

/** Items on their way, and few of those that have come to an end. */
function openItems({ items, seen, random }: District): KnownItem[] {
  return items.filter((item) => {
    const stage = item.playbook.stages.find(({ key }) => key === seen.get(item.itemId)?.stage)
    return !isProject(item) && (!stage?.final || random.chance(0.05))
  })
}

/** What the working day brings by which `part` of the time is over, in no order. */
function actsOf(district: District, part: number, workdays: number): Act[] {
  const { random, size, world, items } = district
  const acts: Act[] = []
  const times = (count: number, act: Act) => acts.push(...Array.from({ length: count }, () => act))
  for (const list of growing) {
    const isOfPlans = list.capabilities.includes('changes')
    times(dueFor(district, list, part), () => (isOfPlans ? askForChange(district) : raise(district, list)))
  }
  const raised = growing.reduce((sum, list) => sum + numberFor(size, list), 0)
  const most = Math.ceil((actsEach * raised) / workdays)
  for (const item of random.shuffled(openItems(district)).slice(0, most)) acts.push(() => goOn(district, item))
  const some = Math.ceil(raised / workdays / 5)
  times(some, () => stopClock(district))
  if (random.chance(0.6)) times(some, () => startClock(district))
  times(some, () => askForExemption(district))
  times(some, () => decideOnExemption(district))
  if (random.chance(0.3)) acts.push(() => objectToSign(district))
  for (const item of random.shuffled(items.filter(isProject)).slice(0, Math.ceil(size.projects / 40))) {
    acts.push(() => goOn(district, item))
  }
  const reporters = random.shuffled(world.of('town', 'department')).slice(0, Math.ceil(size.projects / 25))
  for (const person of reporters) acts.push(() => reportSome(district, person, 2))
  if (random.chance(0.6)) acts.push(() => decideReports(district, random.pick(world.of('verifier', 'districtOffice'))))
  times(Math.ceil(size.projects / 80), () => movePlan(district))
  times(1, () => writeTogether(district))
  times(1, () => doWrong(district))
  return random.shuffled(acts)
}

/** Lets the server do what follows from the time that has gone by. */
const pass = (district: District, machine: Machine) =>
  district.watch.time('time passes', () => passOnce(district, machine))

async function passOnce(district: District, machine: Machine): Promise<void> {
  const headers = { [nowHeader]: district.client.now }
  const reply = await fetch(machine.url + passPath, { method: 'POST', headers })
  if (!reply.ok) throw new Error(`time does not pass: ${await reply.text()}`)
}

/** Half a dozen acts at once, and in the middle of them somebody pulls the plug. */
async function killAmid(district: District, machine: Machine, acts: readonly Act[], kill: number): Promise<void> {
  const { client, random } = district
  client.expectsBreaks = true
  const under = Promise.all(acts.map((act) => act()))
  const passing = pass(district, machine).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, random.between(5, 80)))
  await (kill % 2 === 0 ? machine.killProgram(client.now) : machine.killDatabase())
  await Promise.all([under, passing])
  // Connections that died with the server are told of once.
  for (let tries = 0; ; tries += 1) {
    try {
      await pass(district, machine)
      break
    } catch (error) {
      if (tries === 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  client.expectsBreaks = false
  district.tally(kill % 2 === 0 ? 'program killed' : 'database killed')
}

/** Days on which the plug is pulled: some, spread over the whole time. */
function killDays({ random, size }: District, workdays: readonly string[]): ReadonlySet<string> {
  return new Set(random.shuffled(workdays).slice(0, size.kills))
}

/** Lives through the days one by one: nights and holidays pass, working days are worked. */
export async function liveThrough(district: District, machine: Machine): Promise<void> {
  const { size, random } = district
  const calendar = chinaCalendar()
  const days = Array.from({ length: size.days }, (_, place) => fromDay(toDay(size.from) + place))
  const workdays = days.filter((day) => calendar.isWorkday(day))
  const killed = killDays(district, workdays)
  let kills = 0
  await freezePlans(district)
  for (const day of days) {
    district.day = day
    district.at(5)
    await pass(district, machine)
    if (!workdays.includes(day)) continue
    district.at(8 * 60 + 30)
    const part = (workdays.indexOf(day) + 1) / workdays.length
    const acts = actsOf(district, part, workdays.length)
    const minutesEach = Math.max(1, Math.floor((9 * 60) / Math.max(1, acts.length)))
    const killAt = killed.has(day) ? random.between(0, Math.max(0, acts.length - 8)) : -1
    for (let place = 0; place < acts.length; place += 1) {
      district.wait(minutesEach)
      if (place === killAt) {
        const amid = acts.slice(place, place + 6)
        await district.watch.time('killed and back', () => killAmid(district, machine, amid, kills))
        kills += 1
        place += 5
      } else await acts[place]!()
      if (place % 20 === 19) await pass(district, machine)
    }
    district.at(18 * 60)
    await pass(district, machine)
  }
}
