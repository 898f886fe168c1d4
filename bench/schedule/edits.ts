import { chinaCalendar, LiveSchedule } from '@guatu/schedule'
import { cpuMs } from './clock.ts'
import { generatePlan, generatorFrom } from './generate.ts'
import { limited, percentile, type Row } from './table.ts'

const SIZE = 100_000
const EDITS = 1_000

/** One random change of a duration, a lag or a link at a time in a plan of 100,000 activities. */
export function benchEdits(): Row[] {
  const { duration, from, to, lag } = generatePlan(SIZE, 3, 7, chinaCalendar(), false)
  const opened = LiveSchedule.open({
    calendar: 'cn',
    start: '2026-01-05',
    activities: Array.from(duration, (days, i) => ({ id: `n${i}`, duration: days })),
    links: Array.from(from, (node, e) => ({ from: `n${node}`, to: `n${to[e]}`, lag: lag[e]! })),
  })
  if (opened.kind === 'refused') throw new Error('the generated plan is refused')
  const { live } = opened
  const below = generatorFrom(11)
  const forward: number[] = []
  const all: number[] = []
  for (let count = 0; count < EDITS; count++) {
    const id = `n${below(SIZE)}`
    const roll = below(3)
    const begin = cpuMs()
    if (roll === 0) live.edit({ kind: 'activity', id, change: { duration: 1 + below(20) } })
    if (roll === 1) live.edit({ kind: 'lag', link: below(from.length), lag: below(6) })
    if (roll === 2) live.edit({ kind: 'add-link', link: { from: id, to: `n${SIZE - 1 - below(1000)}` } })
    forward.push(cpuMs() - begin)
    // Asking for one float brings all of them up to date.
    live.preview(id)
    all.push(cpuMs() - begin)
  }
  const name = `one edit in ${SIZE.toLocaleString('en')} activities`
  return [
    limited(`${name}: forward, p95`, percentile(forward, 0.95), 1),
    limited(`${name}: with all floats, p95`, percentile(all, 0.95), 10),
  ]
}
