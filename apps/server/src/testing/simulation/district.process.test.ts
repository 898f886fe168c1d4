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
import { sizeOf } from './size.ts'
import { makeWorld } from './world.ts'

const isLong = process.env.GUATU_LONG === '1'
const size = sizeOf(isLong)
const timeout = isLong ? 6 * 3_600_000 : 600_000

let machine: Machine
let store: Store
let deps: Deps
let district: District

beforeAll(async () => {
  machine = await Machine.start()
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
  const world = await makeWorld(deps, size, random)
  const client = new Client(() => machine.url)
  district = new District(size, world, random, client)
  await machine.startProgram(instantAt(size.from, 1))
  await enterProjects(district)
}, timeout)
afterAll(async () => {
  await store?.close()
  await machine?.stop()
}, timeout)

/** By how many of each, most first: what the run has been through. */
const counted = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`).join(', ')

test('a district lives through its days, killed on some of them: all that was promised is there, and all of it agrees', {
  timeout,
}, async () => {
  await liveThrough(district, machine)
  deps.now()
  const { client } = district
  console.log(counted(district.tallies))
  console.log(counted(client.seen))
  expect(client.faults).toEqual([])
  expect(await lostWrites(deps, client.promised), 'promised and lost').toEqual([])
  expect(await lostReports(deps, district.reportIds), 'reported and lost').toEqual([])
  expect(await strayedItems(deps), 'off its way').toEqual([])
  const clocks = await wrongClocks(deps)
  expect(clocks.wrong, 'clocks').toEqual([])
  const lamps = await wrongLamps(deps)
  expect(lamps.wrong, 'lamps').toEqual([])
  expect(await toldCheck(deps), 'notices').toEqual({ missing: [], doubled: [], unfounded: [] })
  await store.as(systemActor).read(expectWhole)
  expect(clocks.clocks).toBeGreaterThan(0)
  expect(lamps.lit).toBeGreaterThan(0)
  const happened = (what: string) => district.tallies.get(what) ?? 0
  expect(happened('program killed') + happened('database killed')).toBe(size.kills)
  expect(happened('told what changed')).toBeGreaterThan(0)
  expect(happened('reports verified')).toBeGreaterThan(0)
  expect(client.promised.length).toBeGreaterThan(size.projects)
})
