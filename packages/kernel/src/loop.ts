/** What of an item is counted over its life: each move says which of these it is one more of. */
export const countKinds = ['handOver', 'reopening', 'extension', 'rejection', 'return'] as const

export type CountKind = (typeof countKinds)[number]

/** What the limits of clocks are given in. */
export const limitUnits = ['workHours', 'workdays', 'days'] as const

export type LimitUnit = (typeof limitUnits)[number]

/** Rungs that an item climbs by itself when nobody settles it, from the lowest up. */
export const rungLevels = ['town', 'department', 'leader', 'joint'] as const

export type RungLevel = (typeof rungLevels)[number]

export const clockStateWords = ['idle', 'running', 'paused', 'stopped'] as const

/** A clock has not run yet, runs, stands still for a recorded ground, or has left its stages. */
export type ClockStateWord = (typeof clockStateWords)[number]
