import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { serverFile } from '../location.ts'
import { withClient, withDatabase } from '../postgres/connection.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const server = inject('testDatabase')
const name = `test_${randomBytes(8).toString('hex')}`
const url = withDatabase(server.url, name)

beforeAll(() => withClient(server.url, (client) => client.query(`create database ${name} template template0`)))
afterAll(() => withClient(server.url, (client) => client.query(`drop database ${name} with (force)`)))

const step = (stepName: string, sql: string, sha256 = stepName): Migration => ({ name: stepName, sql, sha256 })
const first = step('0001-a', 'create table a (n int)')
const second = step('0002-b', 'create table b (n int); insert into a values (1)')

const run = (list: Migration[]) => withClient(url, (client) => migrate(client, list))
const count = (table: string) =>
  withClient(url, async (client) => {
    const result = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return result.rows[0]?.n
  })

test('applies each step once, whoever starts at the same moment', async () => {
  const outcomes = await Promise.all([run([first, second]), run([first, second]), run([first, second])])
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['migrated', 'migrated', 'migrated'])
  const applied = outcomes.flatMap((outcome) => (outcome.kind === 'migrated' ? outcome.applied : []))
  expect(applied.sort()).toEqual(['0001-a', '0002-b'])
  expect(await count('a')).toBe(1)
})

test('a step that fails leaves nothing of itself, and can be repeated', async () => {
  const broken = step('0003-c', 'create table c (n int); insert into nowhere values (1)')
  await expect(run([first, second, broken])).rejects.toThrow(/0003-c.*nowhere/)
  await expect(count('c')).rejects.toThrow(/does not exist/)
  const repaired = step('0003-c', 'create table c (n int)')
  expect(await run([first, second, repaired])).toEqual({ kind: 'migrated', applied: ['0003-c'] })
})

test('refuses an altered step and a database that is newer', async () => {
  const outcome = await run([step('0001-a', '', 'other'), second])
  expect(outcome.kind).toBe('refused')
  expect(outcome.kind === 'refused' && outcome.reasons.join('\n')).toMatch(/0001-a.*altered[\s\S]*0003-c.*newer/)
})

test('the template of the database tests has the whole list', async () => {
  const templateNames = await withClient(withDatabase(server.url, server.template), async (client) => {
    const result = await client.query<{ name: string }>('select name from guatu_migration order by name')
    return result.rows.map((row) => row.name)
  })
  expect(templateNames).toEqual(readMigrations(serverFile('migrations')).map((migration) => migration.name))
})
