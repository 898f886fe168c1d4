import type { LampReason } from '@guatu/kernel'
import type { ClockState } from '../clock/clock-state.ts'
import type { ClockFigures } from '../figures.ts'
import type { Playbook } from '../playbook.ts'
import { compiledLamps, litReasons } from './compile.ts'

/** What the rules know of a clock. */
function clockFigures(state: ClockState): ClockFigures {
  const { spentMinutes, limitMinutes, overdue, overdueWorkdays } = state
  const left = state.leftMinutes ?? 0
  return {
    running: state.state === 'running',
    paused: state.state === 'paused',
    limited: limitMinutes !== null,
    overdue,
    warns: state.warns,
    spentHours: Math.floor(spentMinutes / 60),
    leftHours: Math.max(0, Math.floor(left / 60)),
    leftPercent: limitMinutes && left > 0 ? (left / limitMinutes) * 100 : 0,
    overdueHours: Math.floor(Math.max(0, -left) / 60),
    overdueWorkdays,
  }
}

/** Why the clocks of an item light its lamp. Only those that run or are paused are judged. */
export function clockReasons(
  playbook: Playbook,
  clocks: readonly ClockState[],
  thresholds: Readonly<Record<string, number>>,
): LampReason[] {
  const { clock: rules } = compiledLamps(playbook)
  if (rules.length === 0) return []
  return clocks.flatMap((state) => {
    if (state.state !== 'running' && state.state !== 'paused') return []
    const own = rules.filter(({ rule }) => rule.clocks?.includes(state.key) ?? true)
    const title = playbook.clocks?.find(({ key }) => key === state.key)?.title
    return litReasons(own, { ...clockFigures(state) }, thresholds).map((reason) => ({
      ...reason,
      clock: state.key,
      text: { zh: `${title?.zh}：${reason.text.zh}`, en: `${title?.en}: ${reason.text.en}` },
    }))
  })
}
