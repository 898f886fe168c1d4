import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { clockToday } from '../today.ts'
import { type Actor, operatorActor } from './actor.ts'
import type { AsOf } from './past/moment.ts'
import { Recent, type RecentReading } from './recent.ts'
import type { Database } from './schema.ts'
import { columnTypes } from './types.ts'

/** One transaction of one district: what a feature reads and writes with. */
export interface Tx {
  readonly districtId: string
  readonly db: Kysely<Database>
  /** The connection itself, for COPY and for acting as the tables' owner. */
  readonly client: pg.ClientBase
  /** What never changes once it is committed, kept for the life of the store. */
  readonly kept: Map<string, unknown>
  /** What was read a moment ago; a writing has none, since it judges by what it sees itself. */
  readonly recent?: RecentReading
  readonly actor: Actor
  /** Set: items, nodes, facts and plans are read as they were known then. */
  readonly asOf?: AsOf
  /** Set: no rule lets the actor read all items of any phase, so that his few are found by their ties. */
  readonly byTies?: true
  /** The database role that statements run as at this moment. */
  readonly role: string
  /** The day that posts and charges are in force on. */
  readonly day: string
}

export interface Store {
  readonly districtId: string
  /** One for all the actors that the store acts for. */
  readonly kept: Map<string, unknown>
  readonly recent: Recent
  /** The same store, acting for somebody else. */
  as(actor: Actor): Store
  /** Runs a reading on one snapshot. */
  read<T>(use: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs a writing whole or not at all; whatever is thrown rolls it back. */
  write<T>(use: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The role that acts for a person, bound by the rules of access, and the one that acts for the program itself. */
export const personRole = 'guatu_app'
const systemRole = 'guatu_system'
const roleOf = ({ personId }: Actor) => (personId === null ? systemRole : personRole)

/** Kysely over one connection that somebody else opened and closes. */
export function bind(client: pg.ClientBase): Kysely<Database> {
  const borrowed: PostgresPoolClient = {
    query: client.query.bind(client) as PostgresPoolClient['query'],
    release: () => undefined,
  }
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/**
 * The role and the district are set by statements of their own, since functions such as set_config() do not reach the
 * workers of a sharded database. The district is checked here, for such statements take no parameters.
 */
async function open(client: pg.PoolClient, { districtId, actor, day }: Tx, mode: string): Promise<void> {
  if (!/^\d{6}$/.test(districtId)) throw new Error(`not a district: ${districtId}`)
  const person = actor.personId ?? ''
  if (!/^[0-9a-f-]*$/.test(person)) throw new Error(`not a person: ${person}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`not a day: ${day}`)
  const settings = Object.entries({ district: districtId, person, day }).map(
    ([name, value]) => `set local guatu.${name} = '${value}'`,
  )
  await client.query(`begin ${mode}; set local role ${roleOf(actor)}; ${settings.join('; ')}`)
}

interface Opened {
  readonly districtId: string
  readonly kept: Map<string, unknown>
  readonly recent: Recent
  readonly actor: Actor
  readonly today: () => string
}

const modes = {
  read: 'isolation level repeatable read read only',
  write: 'isolation level read committed',
} as const

async function inTransaction<T>(
  { pool, today, recent, ...opened }: Opened & { readonly pool: pg.Pool },
  mode: keyof typeof modes,
  use: (tx: Tx) => Promise<T>,
): Promise<T> {
  const seen = mode === 'read' ? { recent: recent.reading() } : {}
  const client = await pool.connect()
  try {
    const tx: Tx = { ...opened, ...seen, db: bind(client), client, role: roleOf(opened.actor), day: today() }
    await open(client, tx, modes[mode])
    const value = await use(tx)
    // A transaction in which a statement has failed is rolled back by its commit, which says so and throws nothing.
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('a transaction that had failed was to be committed')
    client.release()
    return value
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(broken)
    throw error
  } finally {
    if (mode === 'write') recent.forget()
  }
}

/** A statement with the change of role around it; one that fails ends the transaction, and the role with it. */
export const asOwnerText = ({ role }: Tx, statement: string) =>
  `set local role none; ${statement}; set local role ${role}`

async function inRole<T>(tx: Tx, role: string, use: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.client.query(`set local role ${role}`)
  try {
    return await use({ ...tx, role })
  } finally {
    // A statement that failed has ended the transaction: there is no role left to give back.
    await tx.client.query(`set local role ${tx.role}`).catch(() => undefined)
  }
}

/** Runs `use` as the tables' owner within the transaction: for what only the owner may take back. */
export const asOwner = <T>(tx: Tx, use: (owner: Tx) => Promise<T>): Promise<T> => inRole(tx, 'none', use)

/** Runs `use` as the program itself: for what follows from an act by itself, such as sums and the chain of events. */
export const asKeeper = <T>(tx: Tx, use: (keeper: Tx) => Promise<T>): Promise<T> => inRole(tx, systemRole, use)

function storeOf(pool: pg.Pool, opened: Opened): Store {
  return {
    districtId: opened.districtId,
    kept: opened.kept,
    recent: opened.recent,
    as: (actor) => storeOf(pool, { ...opened, actor }),
    read: (use) => inTransaction({ ...opened, pool }, 'read', use),
    write: (use) => inTransaction({ ...opened, pool }, 'write', use),
    close: () => pool.end(),
  }
}

export interface StoreOptions {
  readonly connections?: number
  /** The day that everything is judged by; absent: that of the machine, for commands that bind nobody. */
  readonly today?: () => string
}

/** The store of one district on a migrated database, acting for the operator until told for whom. */
export function openStore(
  url: string,
  districtId: string,
  { connections = 8, today = clockToday(undefined) }: StoreOptions = {},
): Store {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'guatu',
    max: connections,
    types: columnTypes,
  })
  // A connection that breaks while idle is replaced; the query in flight rejects by itself. One that breaks between two
  // queries of a transaction tells only the connection, and without a listener that would end the whole process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return storeOf(pool, { districtId, kept: new Map(), recent: new Recent(), actor: operatorActor, today })
}
