import type { ClockStateWord } from '@guatu/kernel'
import type { ChargedRelation, Clock } from '../loop.ts'
import { type Minute, minuteOf } from './work-time.ts'

/** The units that stand to an item in the relations that time is charged by; who is a person, or nobody, is left out. */
export type ChargedUnits = Readonly<Partial<Record<ChargedRelation, string>>>

/** A stretch of an item's way: one stage in the hands of the same units. Instants are ISO in UTC. */
export interface Stay {
  readonly stage: string
  readonly units: ChargedUnits
  readonly enteredAt: string
  /** Null: the item is here. */
  readonly leftAt: string | null
  /** It began with the item or by a move; else the item only passed into other hands. */
  readonly entered: boolean
}

/** A stretch of time that one clock was stopped for; it ends at the latest when the item leaves the clock's stages. */
export interface Pause {
  readonly clock: string
  readonly ground: string
  readonly fromAt: string
  readonly toAt: string | null
  /** The item's own date that the clock went by when it was stopped; another date since then takes the pause in. */
  readonly untilDay: string | null
}

/** An item's way as it can be told from its events alone, in order. */
export interface LoopHistory {
  readonly stays: readonly Stay[]
  readonly pauses: readonly Pause[]
}

export const noHistory: LoopHistory = { stays: [], pauses: [] }

/** What was known at an instant: later stays are not, and what ends later has not ended. */
export function historyAt({ stays, pauses }: LoopHistory, at: string): LoopHistory {
  const open = (end: string | null) => (end !== null && end <= at ? end : null)
  return {
    stays: stays.flatMap((stay) => (stay.enteredAt <= at ? [{ ...stay, leftAt: open(stay.leftAt) }] : [])),
    pauses: pauses.flatMap((pause) => (pause.fromAt <= at ? [{ ...pause, toAt: open(pause.toAt) }] : [])),
  }
}

/** A stretch in which a clock ran, on one unit's time; half-open. */
export interface Stretch {
  readonly from: Minute
  readonly to: Minute
  readonly unit: string | null
}

interface EndedPause {
  readonly from: Minute
  readonly to: Minute
  readonly untilDay: string | null
}

export interface Run {
  readonly state: ClockStateWord
  /** Minute of the event that began it. */
  readonly began: Minute
  /** Until when it is judged: now while it runs, else when it was paused or stopped. */
  readonly until: Minute
  readonly stretches: readonly Stretch[]
  /** Ended pauses, in their order. */
  readonly pauses: readonly EndedPause[]
  /** Whose time it is, or was last. */
  readonly unit: string | null
}

const idle: Run = { state: 'idle', began: 0, until: 0, stretches: [], pauses: [], unit: null }

/**
 * The stays that count: all in the clock's stages, or, where it restarts, those since it was last entered: by coming into
 * its stages, or by a move that handed the time on to another unit.
 */
function staysOf(clock: Clock, stays: readonly Stay[]): readonly Stay[] {
  const isIn = (stay: Stay | undefined) => stay !== undefined && clock.runsIn.includes(stay.stage)
  const unitOf = (stay: Stay | undefined) => stay?.units[clock.chargedTo]
  const isAnew = (stay: Stay, before: Stay | undefined) =>
    isIn(stay) && stay.entered && (!isIn(before) || (before?.stage === stay.stage && unitOf(before) !== unitOf(stay)))
  const first = clock.restarts ? stays.findLastIndex((stay, index) => isAnew(stay, stays[index - 1])) : 0
  return stays.slice(Math.max(0, first)).filter(isIn)
}

/** A stretch without what was paused of it. */
function withoutPauses(stretch: Stretch, pauses: readonly { from: Minute; to: Minute }[]): Stretch[] {
  let parts = [stretch]
  for (const { from, to } of pauses) {
    parts = parts.flatMap((part) => {
      if (to <= part.from || from >= part.to) return [part]
      return [
        { ...part, to: Math.min(part.to, from) },
        { ...part, from: Math.max(part.from, to) },
      ].filter((piece) => piece.to > piece.from)
    })
  }
  return parts
}

/** How a clock ran until an instant. */
export function runOf(clock: Clock, { stays, pauses }: LoopHistory, now: Minute): Run {
  const counted = staysOf(clock, stays)
  const [first, last] = [counted[0], counted.at(-1)]
  if (!first || !last) return idle
  const end = (stay: Stay) => Math.max(minuteOf(stay.enteredAt), stay.leftAt === null ? now : minuteOf(stay.leftAt))
  const own = pauses.filter((pause) => pause.clock === clock.key)
  const spans = own.map(({ fromAt, toAt }) => ({ from: minuteOf(fromAt), to: toAt === null ? now : minuteOf(toAt) }))
  const stretches = counted.flatMap((stay) => {
    const unit = stay.units[clock.chargedTo] ?? null
    return withoutPauses({ from: minuteOf(stay.enteredAt), to: end(stay), unit }, spans)
  })
  const open = last.leftAt === null ? own.findLast((pause) => pause.toAt === null) : undefined
  return {
    state: last.leftAt !== null ? 'stopped' : open ? 'paused' : 'running',
    began: minuteOf(first.enteredAt),
    until: open ? Math.max(minuteOf(open.fromAt), minuteOf(first.enteredAt)) : end(last),
    stretches,
    pauses: own.flatMap(({ fromAt, toAt, untilDay }) =>
      toAt === null ? [] : [{ from: minuteOf(fromAt), to: minuteOf(toAt), untilDay }],
    ),
    unit: last.units[clock.chargedTo] ?? null,
  }
}
