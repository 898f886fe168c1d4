import fc from 'fast-check'
import { type LoopHistory, noHistory, type Playbook, stepped } from '../src/index.ts'

/** One thing that happens to a matter, some minutes after the one before. */
export interface Happening {
  readonly after: number
  readonly what: 'taken' | 'work' | 'answer' | 'hand' | 'pause' | 'resume'
  readonly unit: string
}

export const happenings = (longest: number): fc.Arbitrary<readonly Happening[]> =>
  fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: longest }),
      what: fc.constantFrom<Happening['what']>('taken', 'work', 'work', 'answer', 'hand', 'pause', 'resume'),
      unit: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 8 },
  )

/** Shortly before the Spring Festival of 2026: the 14th of February is a Saturday that is worked. */
export const beginning = Date.parse('2026-02-10T01:05:00Z')

const instant = (minute: number) => new Date(beginning + minute * 60_000).toISOString()

/** The way of a matter of that list, and the minute of the last happening, counted from the beginning. */
export function historyOf(playbook: Playbook, list: readonly Happening[]): { history: LoopHistory; minutes: number } {
  let [minutes, stage, unit] = [0, 'taken', 'a']
  const step = (history: LoopHistory, moved: boolean) =>
    stepped(playbook, history, { stage, fields: { lead: unit, raiser: 'r' }, at: instant(minutes), moved })
  let history = step(noHistory, false)
  for (const { after, what, unit: next } of list) {
    minutes += after
    if (what === 'pause' || what === 'resume') {
      history = { ...history, pauses: paused(history, stage, what, instant(minutes)) }
      continue
    }
    if (what === 'hand') unit = next
    else stage = what
    history = step(history, what !== 'hand')
  }
  return { history, minutes }
}

function paused({ pauses }: LoopHistory, stage: string, what: 'pause' | 'resume', at: string): LoopHistory['pauses'] {
  const open = pauses.some((pause) => pause.toAt === null)
  if (what === 'resume') return pauses.map((pause) => (pause.toAt === null ? { ...pause, toAt: at } : pause))
  const runs = stage === 'taken' || stage === 'work'
  return open || !runs
    ? pauses
    : [...pauses, { clock: 'settle', ground: 'hearing', fromAt: at, toAt: null, untilDay: null }]
}
