import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { withClient, withDatabase } from '../postgres/connection.ts'

interface FreshDatabase {
  /** Address of the database, set once the test file's first test runs. */
  readonly url: string
}

/**
 * Gives the calling test file a migrated database of its own on the server of its vitest project, and drops it
 * afterwards. Call at the top level of a `*.db.test.ts`.
 */
export function freshDatabase(): FreshDatabase {
  const server = inject('testDatabase')
  const name = `test_${randomBytes(8).toString('hex')}`
  beforeAll(() =>
    withClient(server.url, (client) => client.query(`create database ${name} template ${server.template}`)),
  )
  afterAll(() => withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`)))
  return { url: withDatabase(server.url, name) }
}
