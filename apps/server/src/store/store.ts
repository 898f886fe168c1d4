import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
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
}

export interface Store {
  readonly districtId: string
  /** Runs a reading on one snapshot. */
  read<T>(use: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs a writing whole or not at all; whatever is thrown rolls it back. */
  write<T>(use: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const role = 'guatu_app'

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
async function open(client: pg.PoolClient, districtId: string, mode: string): Promise<void> {
  if (!/^\d{6}$/.test(districtId)) throw new Error(`not a district: ${districtId}`)
  await client.query(`begin ${mode}; set local role ${role}; set local guatu.district = '${districtId}'`)
}

interface Opened {
  readonly pool: pg.Pool
  readonly districtId: string
  readonly kept: Map<string, unknown>
}

async function inTransaction<T>({ pool, ...opened }: Opened, mode: string, use: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await open(client, opened.districtId, mode)
    const value = await use({ ...opened, db: bind(client), client })
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(broken)
    throw error
  }
}

/** A statement with the change of role around it; one that fails ends the transaction, and the role with it. */
export const asOwnerText = (statement: string) => `set local role none; ${statement}; set local role ${role}`

/** Runs `use` as the tables' owner within the transaction: for what only the owner may take back. */
export async function asOwner<T>(tx: Tx, use: () => Promise<T>): Promise<T> {
  await tx.client.query('set local role none')
  const value = await use()
  await tx.client.query(`set local role ${role}`)
  return value
}

/** The store of one district on a migrated database. */
export function openStore(url: string, districtId: string, connections = 8): Store {
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
  const opened: Opened = { pool, districtId, kept: new Map() }
  return {
    districtId,
    read: (use) => inTransaction(opened, 'isolation level repeatable read read only', use),
    write: (use) => inTransaction(opened, 'isolation level read committed', use),
    close: () => pool.end(),
  }
}
