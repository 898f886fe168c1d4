import { type RungLevel, rungLevels } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import type { ClockState } from './clock-state.ts'

/**
 * The highest rung of the ladder that an item has climbed to: a rung is reached while its clock is overdue by so many
 * workdays, and an item never climbs down. Null: none.
 */
export function rungReached(
  { ladder = [] }: Playbook,
  clocks: readonly ClockState[],
  before: RungLevel | null,
): RungLevel | null {
  const height = (level: RungLevel | null) => (level === null ? -1 : rungLevels.indexOf(level))
  let reached = before
  for (const { level, after } of ladder) {
    const clock = clocks.find(({ key }) => key === after.clock)
    const isReached = clock?.state === 'running' && clock.overdue && clock.overdueWorkdays >= after.overdueWorkdays
    if (isReached && height(level) > height(reached)) reached = level
  }
  return reached
}
