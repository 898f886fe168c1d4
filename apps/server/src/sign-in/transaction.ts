import { AsyncLocalStorage } from 'node:async_hooks'
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Actor, systemActor } from '../store/actor.ts'
import { appendEvents, type EventDraft } from '../store/chain.ts'
import type { Store, Tx } from '../store/store.ts'

/** The transaction that what the library does belongs to. */
const current = new AsyncLocalStorage<pg.ClientBase>()

/** The library compares instants as dates, where the store reads ISO text. */
const dates: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

function borrow(): PostgresPoolClient {
  const client = current.getStore()
  if (!client) throw new Error('signing in outside of a transaction')
  const query = (text: string, values: readonly unknown[]) => client.query({ text, values: [...values], types: dates })
  return { query: query as unknown as PostgresPoolClient['query'], release: () => undefined }
}

/** Kysely over whatever transaction is at work: what the library writes commits or falls with the events that tell of it. */
export function currentDatabase(): Kysely<Record<string, Record<string, unknown>>> {
  return new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => borrow(), end: async () => undefined } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

const signInRole = 'guatu_sign_in'

/** Runs `use` within the transaction as the role that alone sees accounts, and goes back to the one that was. */
async function asSignIn<T>(tx: Tx, use: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.client.query(`set local role ${signInRole}`)
  try {
    return await current.run(tx.client, () => use({ ...tx, role: signInRole }))
  } finally {
    // A statement that failed has ended the transaction: there is no role left to give back.
    await tx.client.query(`set local role ${tx.role}`).catch(() => undefined)
  }
}

/** One writing of accounts, whole or not at all. */
export const changeAccounts = <T>(store: Store, use: (tx: Tx) => Promise<T>): Promise<T> =>
  store.as(systemActor).write((tx) => asSignIn(tx, use))

/** One reading of accounts. */
export const readAccounts = <T>(store: Store, use: (tx: Tx) => Promise<T>): Promise<T> =>
  store.as(systemActor).read((tx) => asSignIn(tx, use))

/** One reading of accounts that every request repeats: what was found a moment ago, while nothing has been written since. */
export async function recently<T>(store: Store, key: string, use: (tx: Tx) => Promise<T | undefined>) {
  const reading = store.recent.reading()
  const before = reading.find<T>(key)
  if (before !== undefined) return before
  const found = await readAccounts(store, use)
  if (found !== undefined) reading.keep(key, found)
  return found
}

export async function rowsOf<Row extends object>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await tx.client.query<Row>(text, [...values])).rows
}

/** Tells in the district's chain what somebody did to accounts and sessions, in the same transaction. */
export async function tell(tx: Tx, at: string, who: Actor, event: Omit<EventDraft, 'itemId'>): Promise<void> {
  await appendEvents({ ...tx, actor: who }, at, [{ ...event, itemId: null }])
}
