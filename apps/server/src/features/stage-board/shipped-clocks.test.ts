import { type ClockState, clockStates, type LoopHistory, noHistory, usualHours, workTime } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { chinaCalendar } from '@guatu/schedule'
import { describe, expect, test } from 'vitest'

const problem = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!

describe('the clocks of the shipped list of problems', () => {
  const time = workTime(chinaCalendar(), usualHours)
  /** Since Friday the 20th, ten in the morning; the weekend is not worked. */
  const since = '2026-11-20T02:00:00.000Z'
  const history = (stage: string): LoopHistory => ({
    ...noHistory,
    stays: [{ stage, units: { lead: 'o1' }, enteredAt: since, leftAt: null, entered: true }],
  })
  const running = (stage: string, fields: object, now = since): ClockState => {
    const states = clockStates({
      playbook: problem,
      history: history(stage),
      fields: fields as Record<string, unknown>,
      time,
      now,
    })
    return states.find(({ state }) => state === 'running')!
  }

  test.each([
    ['raised', { urgency: 'urgent' }, 'assignment', '2026-11-20T07:30:00.000Z'],
    ['assigned', { urgency: 'urgent' }, 'acceptance', '2026-11-20T07:30:00.000Z'],
    ['assigned', { urgency: 'normal' }, 'acceptance', '2026-11-23T09:00:00.000Z'],
    ['accepted', { complexity: 'simple' }, 'answer', '2026-11-23T02:00:00.000Z'],
    ['accepted', { complexity: 'complex' }, 'answer', '2026-12-04T09:00:00.000Z'],
    ['handling', { promisedOn: { date: '2026-12-01', precision: 'day' } }, 'solving', '2026-12-01T15:59:00.000Z'],
    ['confirming', {}, 'confirmation', '2026-11-27T09:00:00.000Z'],
    ['appealed', {}, 'decision', '2026-12-21T09:00:00.000Z'],
  ])('in stage %s with %j the clock %s is due at %s', (stage, fields, key, dueAt) => {
    expect(running(stage, fields)).toMatchObject({ key, dueAt })
  })
})
