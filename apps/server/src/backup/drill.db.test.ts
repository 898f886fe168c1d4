import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AddedEvidence, createItem, reportFact, verifyFact, withdrawEvidence } from '@guatu/contract'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { serverFile } from '../location.ts'
import { withClient, withDatabase } from '../postgres/connection.ts'
import { type Migration, migrate, readMigrations } from '../store/migrate.ts'
import { rollupDeltas } from '../store/rollup.ts'
import type { ItemRow } from '../store/schema.ts'
import { openStore } from '../store/store.ts'
import { useTestApp } from '../store/testing/test-app.ts'
import { verifyChain } from '../store/verify/verify-chain.ts'
import { createTemplate, startTestServer, type TestServer } from '../testing/database-server.ts'
import { multipart } from '../testing/multipart.ts'
import { backUp } from './back-up.ts'
import { sha256Of } from './manifest.ts'
import { checkArchive } from './read-archive.ts'
import { type RestoreOptions, restore } from './restore.ts'
import { quoted, tablesOf } from './tables.ts'

const server = useTestApp()
const here = inject('testDatabase')
const folder = mkdtempSync(join(tmpdir(), 'guatu-drill-'))
const migrations = readMigrations(serverFile('migrations'))
const made: string[] = []
let otherKind: TestServer

/** A migrated database of its own on a server. */
async function makeDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await createTemplate(serverUrl, name)
  made.push(withDatabase(serverUrl, name))
  return withDatabase(serverUrl, name)
}

const versionOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    )
    return rows[0]?.major as number
  })

beforeAll(async () => {
  otherKind = await startTestServer((await versionOf(here.url)) > 15 ? '15' : 'embedded')
})
afterAll(async () => {
  for (const url of made) {
    const name = new URL(url).pathname.slice(1)
    const home = withDatabase(url, new URL(here.url).pathname.slice(1))
    await withClient(home, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  await otherKind.stop()
  rmSync(folder, { recursive: true })
})

/** Every row of every table, as text that does not depend on where rows lie. */
const contentOf = (url: string) =>
  withClient(url, async (client) => {
    await client.query(`set timezone = 'UTC'`)
    const content: Record<string, string[]> = {}
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${quoted(name)} t order by 1`)
      content[name] = rows.map(({ row }) => row)
    }
    return content
  })

/** Who may do what with the tables, as the catalog tells. */
const rightsOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `select c.relname, pg_get_userbyid(c.relowner) = current_user as own, c.relrowsecurity,
         array(select a.privilege_type from aclexplode(c.relacl) a
           join pg_roles g on g.oid = a.grantee where g.rolname = 'guatu_app' order by 1) as rights,
         array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid order by 1) as policies
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
    return rows
  })

let url: string
const file = join(folder, 'a.backup')
const quiet = () => undefined
const take = (target = file, from = url) =>
  backUp({ url: from, file: target, program: '0.1.0', now: '2026-06-15T01:00:00.000Z', say: quiet })

async function restoreInto(target: string, more: Partial<RestoreOptions> = {}) {
  const from = more.file ?? file
  const manifest = await checkArchive(from)
  const flags = { replace: false, allowBrokenChain: false }
  return await restore({ url: target, file: from, manifest, migrations, say: quiet, ...flags, ...more })
}

async function addItem(name: string): Promise<void> {
  const fields = { name, cost: { amount: '120000.00', currency: 'CNY' }, trouble: 'a\tb\\n\n"引号"\\N' }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const body = { metric: 'monthDone', period: '2026-05', value: '5000.25' }
  const { fact } = await server.ask(reportFact, { params: { itemId }, body })
  await server.ask(verifyFact, { params: { factId: fact.factId }, body: {} })
}

/** Of several parts of the database's and of the archive's, with every byte there is. */
const film = Buffer.concat([Buffer.from('\0\0\0\x14ftypisom\0\0\x02\0isom'), randomBytes(5_000_000)])

/** Two items with the same film, the second of them withdrawn. */
async function addFiles(): Promise<void> {
  for (const name of ['有片子的工程', '也有片子的工程']) {
    const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields: { name } } })
    const sent = multipart({ fileName: '现场\t片.mp4', content: film })
    const reply = await server.app.inject({ method: 'POST', url: `/api/items/${itemId}/evidence`, ...sent })
    const { evidence } = reply.json() as AddedEvidence
    const params = { evidenceId: evidence.evidenceId }
    if (name.startsWith('也')) await server.ask(withdrawEvidence, { params, body: { reason: '重复\n两次' } })
  }
}

test('a backup under writes is of one moment, and loads into the other kind of server with equal rows', async () => {
  url = await server.deps.store.read(async ({ client }) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    return withDatabase(here.url, rows[0]?.name as string)
  })
  for (let index = 0; index < 20; index += 1) await addItem(`工程${index}`)
  await addFiles()
  let writing = true
  const writer = (async () => {
    for (let index = 0; writing; index += 1) await addItem(`同时${index}`)
  })()
  const report = await take()
  writing = false
  await writer
  expect(readdirSync(folder)).toEqual(['a.backup'])

  const target = await makeDatabase(otherKind.url)
  const outcome = await restoreInto(target)
  expect(outcome).toMatchObject({ kind: 'restored', rows: report.rows, broken: [] })
  const store = openStore(target, '330402', { connections: 2 })
  await store.read(async (tx) => {
    expect(await verifyChain(tx)).toEqual({ kind: 'whole', events: report.heads[0]?.seq })
    const items = await tx.db.selectFrom('item').selectAll().where('districtId', '=', '330402').execute()
    expect(items.length).toBeGreaterThanOrEqual(20)
    const scan = rollupDeltas(items.map((after: ItemRow) => ({ before: null, after })))
    const kept = await tx.db.selectFrom('rollup').selectAll().where('districtId', '=', '330402').execute()
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
    expect(sorted(kept)).toEqual(sorted(scan.rollup))
  })
  await store.close()
  const kept = await withClient(target, (client) =>
    client.query<{ sha256: string; whole: Buffer }>(
      `select sha256, string_agg(content, ''::bytea order by part) as whole from evidence_content group by sha256`,
    ),
  )
  expect(kept.rows.map(({ sha256, whole }) => [sha256 === sha256Of(whole), whole.equals(film)])).toEqual([[true, true]])
})

test('there and back again every table has its rows, and rights are those of the migrations', async () => {
  await take()
  const before = await contentOf(url)
  expect(before.fact_verification?.length).toBeGreaterThan(20)
  const away = await makeDatabase(otherKind.url)
  await restoreInto(away)
  expect(await contentOf(away)).toEqual(before)
  const second = join(folder, 'b.backup')
  await take(second, away)
  const home = await makeDatabase(here.url)
  const untouched = await rightsOf(home)
  await restoreInto(home, { file: second })
  expect(await contentOf(home)).toEqual(before)
  expect(await rightsOf(home)).toEqual(untouched)
  expect(untouched.length).toBeGreaterThan(15)
})

test('every table that migrations make is in a backup', async () => {
  const { tables } = await checkArchive(file)
  const all = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^(pg_|information_schema)' and c.relkind in ('r', 'p')`,
    )
    return rows.map(({ name }) => name)
  })
  expect(tables.map(({ name }) => name).sort()).toEqual(all.filter((name) => name !== 'guatu_migration').sort())
})

test('a database that holds data is left alone, unless it may be replaced', async () => {
  const target = await makeDatabase(here.url)
  await restoreInto(target)
  await withClient(target, (client) => client.query(`update org set name = name || '二'`))
  const held = await contentOf(target)
  await expect(restoreInto(target)).rejects.toThrow(/--replace/)
  expect(await contentOf(target)).toEqual(held)
  expect(await restoreInto(target, { replace: true })).toMatchObject({ kind: 'restored' })
  expect(await contentOf(target)).toEqual(await contentOf(url))
})

test('while Guatu works on the database nothing is restored', async () => {
  const target = await makeDatabase(here.url)
  await withClient(target, async () => {
    await expect(restoreInto(target)).rejects.toThrow(/请先停止/)
  })
})

test('a backup of an older schema is brought up after loading; a newer or foreign one is refused', async () => {
  const target = await makeDatabase(here.url)
  const next: Migration = {
    name: '9999-next',
    sha256: 'ab'.repeat(32),
    sql: `alter table org add column motto text not null default 'x'`,
  }
  const list = [...migrations, next]
  expect(await restoreInto(target, { migrations: list })).toMatchObject({ kind: 'restored', migrated: ['9999-next'] })
  const shown = await withClient(target, (client) =>
    client.query(`select count(*)::int as n from org where motto = 'x'`),
  )
  expect(shown.rows[0].n).toBe((await contentOf(url)).org?.length)
  expect(await withClient(target, (client) => migrate(client, list))).toEqual({ kind: 'migrated', applied: [] })

  const newer = join(folder, 'newer.backup')
  await take(newer, target)
  const empty = await makeDatabase(here.url)
  const blank = await contentOf(empty)
  await expect(restoreInto(empty, { file: newer })).rejects.toThrow(/备份比程序新.*9999-next/)
  const [first, ...rest] = migrations
  const altered = [{ ...(first as Migration), sha256: 'cd'.repeat(32) }, ...rest]
  await expect(restoreInto(empty, { migrations: altered })).rejects.toThrow(/不是同一个/)
  expect(await contentOf(empty)).toEqual(blank)
})

test('a chain that was broken before is named; it loads only when that is asked for', async () => {
  const source = await makeDatabase(here.url)
  await restoreInto(source)
  await withClient(source, (client) => client.query(`update event set actor = 'x' where seq = 4`))
  const broken = join(folder, 'broken.backup')
  await take(broken, source)
  const target = await makeDatabase(here.url)
  const blank = await contentOf(target)
  const verdict = { kind: 'broken', seq: 4, problem: 'altered' }
  const found = [{ districtId: '330402', verdict }]
  expect(await restoreInto(target, { file: broken })).toEqual({ kind: 'chainBroken', broken: found })
  expect(await contentOf(target)).toEqual(blank)
  const outcome = await restoreInto(target, { file: broken, allowBrokenChain: true })
  expect(outcome).toMatchObject({ kind: 'restored', broken: found })
  expect(await contentOf(target)).toEqual(await contentOf(source))
})

test('a restore that fails amid loading leaves the database as it was', async () => {
  const target = await makeDatabase(here.url)
  await restoreInto(target)
  const held = await contentOf(target)
  const rights = await rightsOf(target)
  const stopped = { name: '9999-stop', sha256: 'ab'.repeat(32), sql: 'insert into nowhere values (1)' }
  const attempt = restoreInto(target, { replace: true, migrations: [...migrations, stopped] })
  await expect(attempt).rejects.toThrow(/恢复失败.*nowhere.*什么都没有写入/)
  expect(await contentOf(target)).toEqual(held)
  expect(await rightsOf(target)).toEqual(rights)
  // The file is another one than the one that was checked.
  const manifest = await checkArchive(file)
  const other = join(folder, 'other.backup')
  await take(other, target)
  const tables = manifest.tables.map((table) => ({
    ...table,
    parts: table.parts.map((part) => ({ ...part, sha256: 'ab'.repeat(32) })),
  }))
  await expect(restoreInto(target, { file: other, manifest: { ...manifest, tables }, replace: true })).rejects.toThrow(
    /已损坏/,
  )
  expect(await contentOf(target)).toEqual(held)
})

test('a manifest that tells of other tables or another chain is found while loading', async () => {
  const target = await makeDatabase(here.url)
  const blank = await contentOf(target)
  const manifest = await checkArchive(file)
  const heads = manifest.heads.map((head) => ({ ...head, hash: 'ab'.repeat(32) }))
  await expect(restoreInto(target, { manifest: { ...manifest, heads } })).rejects.toThrow(/链尾/)
  await expect(restoreInto(target, { manifest: { ...manifest, heads: [] } })).rejects.toThrow(/链尾/)
  const renamed = manifest.tables.map((table) => (table.name === 'org' ? { ...table, columns: ['name'] } : table))
  await expect(restoreInto(target, { manifest: { ...manifest, tables: renamed } })).rejects.toThrow(/不符：org/)
  await expect(restoreInto(target, { manifest: { ...manifest, schema: [] } })).rejects.toThrow(/不是同一个/)
  expect(await contentOf(target)).toEqual(blank)
})

test('an empty database has nothing to back up, and a place that cannot be written is told', async () => {
  const name = `test_${randomBytes(8).toString('hex')}`
  const bare = withDatabase(here.url, name)
  made.push(bare)
  await withClient(here.url, (client) => client.query(`create database ${name} template template0`))
  const path = join(folder, 'bare.backup')
  await expect(take(path, bare)).rejects.toThrow(/没有可备份的/)
  await expect(take(join(folder, 'nowhere', 'x'))).rejects.toThrow(/备份没有写成：ENOENT/)
  await expect(take(folder)).rejects.toThrow(/是目录/)
  expect(existsSync(`${path}.part`)).toBe(false)
  writeFileSync(path, 'older')
  await take(path)
  expect((await checkArchive(path)).program).toBe('0.1.0')
})
