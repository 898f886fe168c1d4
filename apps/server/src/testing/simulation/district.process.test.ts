import { dictionaries, playbooks } from '@guatu/playbooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../demo/random.ts'
import type { Deps } from '../../http/deps.ts'
import { toldCheck } from '../../notices/testing/told.ts'
import { systemActor } from '../../store/actor.ts'
import { openStore, type Store } from '../../store/store.ts'
import { expectWhole } from '../../store/testing/whole.ts'
import { lostReports, lostWrites, strayedItems, wrongClocks, wrongLamps } from './checks.ts'
import { Client } from './client.ts'
import { instantAt, SimulatedClock } from './clock.ts'
import { liveThrough } from './days.ts'
import { District } from './district.ts'
import { Machine } from './machine.ts'
import { enterProjects } from './projects.ts'
import { numberFor, sizeOf } from './size.ts'
import { Stopwatch } from './stopwatch.ts'
import { makeWorld } from './world.ts'

const isLong = process.env.GUATU_LONG === '1'
const size = sizeOf(isLong)
/** When a kill falls decides what follows: of what is rare, a month may come without some. A year comes with all. */
const mayMiss = isLong ? 0 : 3
const timeout = isLong ? 6 * 3_600_000 : 600_000

let machine: Machine
let store: Store
let deps: Deps
let district: District

beforeAll(async () => {
  const watch = new Stopwatch()
  machine = await watch.time('database starts', () => Machine.start())
  const clock = new SimulatedClock(instantAt(size.from, 0))
  const today = () => clock.today()
  store = openStore(machine.databaseUrl, '330402', { connections: 2, today })
  deps = {
    store: store.as(systemActor),
    shelf: { playbooks, dictionaries },
    now: () => {
      clock.moveTo(district?.client.now ?? clock.now())
      return clock.now()
    },
    today,
    actor: systemActor,
  }
  const random = seededRandom(size.seed)
  const world = await watch.time('people come', () => makeWorld(deps, size, random))
  const client = new Client(() => machine.url)
  district = new District(size, world, random, client, watch)
  await watch.time('program starts', () => machine.startProgram(instantAt(size.from, 1)))
  await watch.time('projects are entered', () => enterProjects(district))
}, timeout)
afterAll(async () => {
  await store?.close()
  await machine?.stop()
}, timeout)

/** By how many of each, most first: what the run has been through. */
const counted = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`).join(', ')

const nothingWrong = {
  lostWrites: [],
  lostReports: [],
  offTheirWay: [],
  clocks: [],
  lamps: [],
  notices: { missing: [], doubled: [], unfounded: [] },
}

/** Everything that was promised, told and shown, against the record. */
async function check(): Promise<typeof nothingWrong> {
  const { client, reportIds, tally } = district
  const clocks = await wrongClocks(deps)
  const lamps = await wrongLamps(deps)
  tally('clocks checked', clocks.clocks)
  tally('lit items', lamps.lit)
  await store.as(systemActor).read(expectWhole)
  return {
    lostWrites: await lostWrites(deps, client.promised),
    lostReports: await lostReports(deps, reportIds),
    offTheirWay: await strayedItems(deps),
    clocks: clocks.wrong,
    lamps: lamps.wrong,
    notices: await toldCheck(deps),
  } as typeof nothingWrong
}

/** What the run has been through, and what it took. */
function tell(): void {
  const { client, tallies, ways, watch } = district
  for (const what of [counted(tallies), counted(ways), counted(client.seen), watch.told(), client.watch.told()]) {
    console.log(what)
  }
}

test('a district lives through its days, killed on some of them: all that was promised is there, and all of it agrees', {
  timeout,
}, async () => {
  const { client, watch } = district
  await watch.time('days are lived through', () => liveThrough(district, machine))
  deps.now()
  const checked = await watch.time('all is checked', check)
  tell()
  expect(client.faults).toEqual([])
  expect(checked).toEqual(nothingWrong)
  const happened = (what: string) => district.tallies.get(what) ?? 0
  expect(happened('program killed') + happened('database killed')).toBe(size.kills)
  const atLeastOnce = ['clocks checked', 'lit items', 'told what changed', 'reports verified', 'nodes held or named']
  const alsoOnce = ['clock paused', 'clock resumed', 'exemptions granted', 'did approveChange', 'signs contested']
  const never = (these: readonly string[]) => these.filter((what) => happened(what) === 0)
  expect(never(atLeastOnce)).toEqual([])
  expect(never(alsoOnce).length, never(alsoOnce).join(', ')).toBeLessThanOrEqual(mayMiss)
  expect(client.promised.length).toBeGreaterThan(size.projects)
})

test('every list fills up', () => {
  const short = playbooks.filter((list) => district.countOf(list) <= 0.8 * numberFor(size, list))
  expect(short.map((list) => `${list.key}: ${district.countOf(list)} of ${numberFor(size, list)}`)).toEqual([])
})

// An item that is asked for an answer in ten days has not come to its end in fewer.
test.skipIf(size.days < 28)('problems go all the ways that their list knows', () => {
  const { tallies } = district
  for (const { key, stages, moves } of district.lists('problemBoard')) {
    const reached = stages.slice(1).map((stage) => `reached ${key} ${stage.key}`)
    const counts = new Set(moves.flatMap(({ counts: kind }) => (kind ? [`counted ${key} ${kind}`] : [])))
    const never = [...reached, ...counts].filter((what) => !tallies.has(what))
    expect(never.length, never.join(', ')).toBeLessThanOrEqual(mayMiss)
  }
})

test('what is refused is little against what is done', () => {
  const answers = [...district.client.seen]
  const sum = (some: readonly (readonly [string, number])[]) => some.reduce((all, [, count]) => all + count, 0)
  const writes = answers.filter(([key]) => !/^(get|list|reports)/.test(key))
  const done = writes.filter(([key]) => key.endsWith(' done'))
  const refused = writes.filter(([key]) => !/ (done|broken)$/.test(key))
  expect(sum(done)).toBeGreaterThan(3 * sum(refused))
})
