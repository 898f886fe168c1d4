import type { CountKind, LimitUnit, RungLevel, Title } from '@guatu/kernel'

export { type CountKind, countKinds, type LimitUnit, type RungLevel, rungLevels } from '@guatu/kernel'

import type { FieldRelation } from './field.ts'
import type { Capability, Expression } from './terms.ts'

/**
 * How somebody stands to an item, in the words of the rules of access. `all`: whoever may make the move at every item of
 * the district, as its office may; `charge`: the leader in whose charge it is.
 */
export type ItemRelation = FieldRelation | 'all' | 'area' | 'nodeDuty' | 'charge'

/** What a move does beyond its item, in the same transaction; the server has code for each. */
export const moveEffects = ['submitChange', 'approveChange'] as const

export type MoveEffect = (typeof moveEffects)[number]

/**
 * A legal change of stage. Going back asks for a reason. A move that asks for fields may lead to the stage that it comes
 * from: handing over to another unit, or another date, changes no stage and is a step all the same.
 */
export interface Move {
  readonly from: string
  readonly to: string
  /** Names the move where more than one leads from the one stage to the other; absent: `to` names it. */
  readonly key?: string
  readonly back?: boolean
  /** Words of the button; absent: those of the stage that it leads to. */
  readonly title?: Title
  /** One of these must be the actor's relation to the item; absent: whoever may move items at all. */
  readonly by?: readonly ItemRelation[]
  /** Fields that are filled in by the very move, in one form, one transaction and one event. */
  readonly asks?: readonly string[]
  /** Those of the asked fields that must be there for this move, whatever the gates say. */
  readonly needs?: readonly string[]
  /** A reason must be given; going back asks for one in any case. */
  readonly reason?: boolean
  readonly counts?: CountKind
  readonly effect?: MoveEffect
}

/**
 * How long a step may take. Work hours count from the instant on, within the district's working hours. Workdays and days
 * count from the day after (民法典 art. 201); a last day that is a holiday moves on to the next workday (art. 203).
 */
export interface Limit {
  /** Sees the item as gates do; absent: always. */
  readonly when?: Expression
  readonly amount: number
  readonly unit: LimitUnit
  /** Rule that the limit stands on. */
  readonly basis?: string
}

export const chargeableRelations = ['lead', 'raiser', 'issuer', 'supervising'] as const

/** The party whose time a clock runs on. */
export type ChargedRelation = (typeof chargeableRelations)[number]

/** Time that somebody has for a part of an item's way. */
export interface Clock {
  readonly key: string
  readonly title: Title
  /** Stages in which it runs. */
  readonly runsIn: readonly string[]
  /** The first that holds; none that holds: the time is told and has no limit. Or a date of the item: to the end of that day. */
  readonly limit: readonly Limit[] | { readonly field: string }
  /** Grounds that stop it, by key (法定不计时): what is paused is charged to nobody. */
  readonly pauses: Readonly<Record<string, Title>>
  /** Spent time is split by the units that stood in this relation while it ran. */
  readonly chargedTo: ChargedRelation
  /** Share of the limit left, in percent, from which on it warns; absent: it never does. */
  readonly warnPercent?: number
  /** Coming back into its stages starts it anew; absent: it goes on from what is spent. */
  readonly restarts?: boolean
}

/** A rung of the ladder that an item climbs by itself: reached when the clock is overdue by so many workdays. */
export interface Rung {
  readonly level: RungLevel
  readonly title: Title
  readonly after: { readonly clock: string; readonly overdueWorkdays: number }
}

/** A kind of link to other items; `reverse` is how it reads from their side. */
export interface LinkKind {
  readonly title: Title
  readonly reverse: Title
  /** Of which lists the other item may be. */
  readonly to: Capability | 'any'
  /** The link may name a node of the other item. */
  readonly node?: boolean
  /** More than one may stand; absent: one. */
  readonly many?: boolean
  /** While the item is open it holds the linked node: nothing goes on there before the item's own date. */
  readonly holds?: boolean
}

/** Items of a list are numbered without gaps, in a series a year for each choice of a field, when they reach a stage. */
export interface Numbering {
  /** Text that the number is written to. */
  readonly field: string
  /** Date that is set with it, where it is empty. */
  readonly dateField?: string
  readonly stage: string
  /** Choice that the series goes by. */
  readonly by: string
  /** What stands before the year, for each choice. */
  readonly marks: Readonly<Record<string, string>>
}

/** What a list needs to be a closed loop; a list without any of it is a plain one. */
export interface ClosedLoop {
  readonly clocks?: readonly Clock[]
  /** From the lowest rung up. */
  readonly ladder?: readonly Rung[]
  readonly linkKinds?: Readonly<Record<string, LinkKind>>
  readonly numbering?: Numbering
  /** How whoever makes a new item must stand to it; absent: as the rules of access have it. */
  readonly raisedBy?: readonly ItemRelation[]
}
