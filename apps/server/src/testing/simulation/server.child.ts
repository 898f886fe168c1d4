import { dictionaries, playbooks } from '@guatu/playbooks'
import { buildApp } from '../../app.ts'
import { asSystem, type Deps } from '../../http/deps.ts'
import { relightByClocks } from '../../jobs/relight.ts'
import { turnDay } from '../../jobs/turn-day.ts'
import { turnEvents } from '../../notices/turn.ts'
import { operatorActor } from '../../store/actor.ts'
import { openStore } from '../../store/store.ts'
import { identifyByHeader } from '../../store/testing/identify-by-header.ts'
import { nowHeader, passPath, SimulatedClock } from './clock.ts'

/** The product's server with a clock that requests carry along, to be killed. Told by its environment where to work. */
const { SIMULATION_URL = '', SIMULATION_NOW = '' } = process.env
const clock = new SimulatedClock(SIMULATION_NOW)
const today = () => clock.today()
const store = openStore(SIMULATION_URL, '330402', { connections: 6, today })
const deps: Deps = { store, shelf: { playbooks, dictionaries }, today, now: () => clock.now(), actor: operatorActor }
const itself = asSystem(deps)

const app = await buildApp({
  deps,
  identify: async (request) => {
    const now = request.headers[nowHeader]
    if (typeof now === 'string') clock.moveTo(now)
    return await identifyByHeader(request)
  },
  webFolder: '/nonexistent',
  say: (line) => console.error(line),
})
app.post(passPath, async (request) => {
  clock.moveTo(String(request.headers[nowHeader]))
  const turned = await turnDay(itself)
  const byClocks = await relightByClocks(itself)
  const { notices } = await turnEvents(itself)
  return { turned: turned?.items ?? 0, byClocks, notices }
})
// It does not outlive the test, however that ends.
process.stdin.resume().once('end', () => process.exit(0))
console.log(`ready ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
