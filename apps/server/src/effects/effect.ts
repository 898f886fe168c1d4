import type { Outcome } from '@guatu/kernel'
import type { Advance } from '@guatu/playbook'
import type { Deps } from '../http/deps.ts'
import type { EventDraft } from '../store/chain.ts'
import type { HeldItem } from '../store/items/change.ts'
import type { Clock } from '../store/items/list-context.ts'
import type { Tx } from '../store/store.ts'
import type { ItemWrite } from '../store/write.ts'

/** A move that is decided, before it is written. */
export interface Moving {
  readonly deps: Deps
  readonly tx: Tx
  readonly clock: Clock
  /** The item that moves, under lock. */
  readonly held: HeldItem
  readonly advance: Advance
}

/** What a move does beside its own item, written by the same `append`. */
export interface Effected {
  readonly events: readonly EventDraft[]
  readonly items: readonly ItemWrite[]
  /** Fields of the moving item that follow from the effect. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Tables beside the items, written after `append` in the same transaction. */
  readonly write?: (tx: Tx) => Promise<void>
}

export type Effect = (moving: Moving) => Promise<Outcome<Effected>>
