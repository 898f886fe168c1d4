import { AsyncLocalStorage } from 'node:async_hooks'
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Tx } from '../store/store.ts'

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

/** Runs `use` within the transaction as the role that alone sees accounts, and goes back to the one that was. */
export async function asSignIn<T>(tx: Tx, use: () => Promise<T>): Promise<T> {
  await tx.client.query('set local role guatu_sign_in')
  try {
    return await current.run(tx.client, use)
  } finally {
    // A statement that failed has ended the transaction: there is no role left to give back.
    await tx.client.query(`set local role ${tx.role}`).catch(() => undefined)
  }
}
