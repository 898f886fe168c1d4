import { systemActor } from '../../store/actor.ts'
import { openStore } from '../../store/store.ts'
import { worksDictionaries, worksList } from '../../store/testing/works-list.ts'
import { startJobs } from '../jobs.ts'
import { type NoticeSettings, useNoticeSettings } from '../settings.ts'

/** A program that does nothing but tell people, to be killed. Told by its environment what to work on. */
const { TEST_URL = '', TEST_TODAY = '', TEST_SETTINGS = '{}', TEST_HELD_MS = '1500' } = process.env
const store = openStore(TEST_URL, '330402', { connections: 4, today: () => TEST_TODAY })
useNoticeSettings(store, JSON.parse(TEST_SETTINGS) as NoticeSettings)
const deps = {
  store: store.as(systemActor),
  shelf: { playbooks: [worksList], dictionaries: worksDictionaries },
  now: () => new Date().toISOString(),
  today: () => TEST_TODAY,
  actor: systemActor,
}
const say = (line: string) => console.error(line)
const jobs = await startJobs(deps, { url: TEST_URL, say, heldMs: Number(TEST_HELD_MS), lookMs: 100 })
console.log('at work')
process.on('SIGTERM', () => {
  void jobs
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0))
})
