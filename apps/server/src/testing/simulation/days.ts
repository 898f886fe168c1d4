import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import { askForChange, freezePlans } from './changes.ts'
import { nowHeader, passPath } from './clock.ts'
import type { District, KnownItem } from './district.ts'
import { goOn, loopLists, raise, stopOrStart } from './loops.ts'
import type { Machine } from './machine.ts'
import { movePlan } from './projects.ts'
import { decideReports, reportSome } from './reports.ts'
import type { Size } from './size.ts'
import { writeTogether } from './together.ts'
import { doWrong } from './wrong.ts'

type Act = () => Promise<void>

/** A whole number that comes to `total` over `days`, by chance. */
function shareOf({ random }: District, total: number, days: number): number {
  const share = total / Math.max(1, days)
  return Math.floor(share) + (random.chance(share % 1) ? 1 : 0)
}

const isProject = ({ playbook }: KnownItem) => playbook.capabilities.includes('schedule')

/** How often somebody looks at an item on its way. */
const actsEach = 5

const raisedIn = ({ problems, orders, others }: Size): number => problems + orders + others * (loopLists.length - 2)

/** What a working day brings, in no order. */
function actsOf(district: District, workdays: number): Act[] {
  const { random, size, world, items } = district
  const acts: Act[] = []
  const times = (count: number, act: Act) => acts.push(...Array.from({ length: count }, () => act))
  for (const list of loopLists) {
    const total = list.capabilities.includes('problemBoard')
      ? size.problems
      : list.capabilities.includes('orders')
        ? size.orders
        : size.others
    times(shareOf(district, total, workdays * 0.7), () => raise(district, list))
  }
  const open = items.filter((item) => !isProject(item))
  const most = Math.ceil((actsEach * raisedIn(size)) / workdays)
  for (const item of random.shuffled(open).slice(0, most)) acts.push(() => goOn(district, item))
  if (open.length > 0 && random.chance(0.5)) acts.push(() => stopOrStart(district, random.pick(open)))
  for (const item of random.shuffled(items.filter(isProject)).slice(0, Math.ceil(size.projects / 40))) {
    acts.push(() => goOn(district, item))
  }
  const reporters = random.shuffled(world.of('town', 'department')).slice(0, Math.ceil(size.projects / 25))
  for (const person of reporters) acts.push(() => reportSome(district, person, 2))
  if (random.chance(0.6)) acts.push(() => decideReports(district, random.pick(world.of('verifier', 'districtOffice'))))
  times(Math.ceil(size.projects / 80), () => movePlan(district))
  if (random.chance(0.4)) acts.push(() => askForChange(district))
  times(1, () => writeTogether(district))
  times(1, () => doWrong(district))
  return random.shuffled(acts)
}

/** Lets the server do what follows from the time that has gone by. */
async function pass(district: District, machine: Machine): Promise<void> {
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
    const acts = actsOf(district, workdays.length)
    const minutesEach = Math.max(1, Math.floor((9 * 60) / Math.max(1, acts.length)))
    const killAt = killed.has(day) ? random.between(0, Math.max(0, acts.length - 8)) : -1
    for (let place = 0; place < acts.length; place += 1) {
      district.wait(minutesEach)
      if (place === killAt) {
        await killAmid(district, machine, acts.slice(place, place + 6), kills)
        kills += 1
        place += 5
      } else await acts[place]!()
      if (place % 20 === 19) await pass(district, machine)
    }
    district.at(18 * 60)
    await pass(district, machine)
  }
}
