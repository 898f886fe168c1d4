import type { Dictionaries, Playbook } from '@guatu/playbook'
import { type Actor, systemActor } from '../store/actor.ts'
import type { Store } from '../store/store.ts'

/** The lists that this server keeps, with their dictionaries. */
export interface Shelf {
  readonly playbooks: readonly Playbook[]
  readonly dictionaries: Dictionaries
}

/** What features stand on. */
export interface Deps {
  readonly store: Store
  readonly shelf: Shelf
  /** The ISO day that everything is judged by. */
  readonly today: () => string
  /** The instant that events carry, ISO in UTC. */
  readonly now: () => string
  /** Where the operator keeps the faces of official documents; absent: only the system's are looked for. */
  readonly fontFolder?: string | undefined
  /** Who acts; the store acts for the same. */
  readonly actor: Actor
}

/** The same, acting for the program itself: for what follows from an act and is nobody's. */
export const asSystem = (deps: Deps): Deps => ({ ...deps, store: deps.store.as(systemActor), actor: systemActor })
