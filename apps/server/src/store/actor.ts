import type { Action } from '@guatu/access'

/** Who acts, as the record tells it and as the database judges it. */
export interface Actor {
  /** Null: nobody signed in; the system itself, or the operator of the machine. The rules of access bind persons only. */
  readonly personId: string | null
  /** The name as it is known then. */
  readonly name: string
  /** The post acted from: unit and role in words. */
  readonly post: string | null
  /** From where: the way in and the address, such as `web 10.0.0.5`. */
  readonly origin: string | null
  /** Of a token for programs: the actions that it is narrowed to. Absent: all that the posts grant. */
  readonly scope?: readonly Action[]
}

/** What the program does by itself: the turn of the day, the first opening. */
export const systemActor: Actor = { personId: null, name: 'system', post: null, origin: null }

/** Whoever runs commands on the machine itself. */
export const operatorActor: Actor = { personId: null, name: 'local', post: null, origin: 'command line' }
