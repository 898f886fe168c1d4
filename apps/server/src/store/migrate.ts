import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'

/** One step of the schema, a plain SQL file `NNNN-name.sql`. */
export interface Migration {
  /** File name without its ending; the number orders it. */
  readonly name: string
  readonly sql: string
  /** Of the file's bytes: an applied step must never change. */
  readonly sha256: string
}

/** Why a database cannot be brought up to this program, all reasons at once, each a line for the user. */
export type MigrateOutcome =
  | { readonly kind: 'migrated'; readonly applied: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

const oldestServer = 150_000
/** Any constant will do, as long as every Guatu uses the same one. */
const advisoryLockKey = 7_330_402

/** Reads the ordered list; throws on a name out of form or a number that is missing or used twice. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
    if (Number(number) !== index + 1) {
      throw new Error(`${file}: expected the name ${String(index + 1).padStart(4, '0')}-words.sql`)
    }
    const bytes = readFileSync(join(folder, file))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { name: file.slice(0, -'.sql'.length), sql: bytes.toString('utf8'), sha256 }
  })
}

interface AppliedRow {
  readonly name: string
  readonly sha256: string
}

/** What speaks against applying `migrations` to a database that has `applied` already. */
export function migrationConflicts(migrations: readonly Migration[], applied: readonly AppliedRow[]): string[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const reasons: string[] = []
  for (const { name, sha256 } of applied) {
    const migration = known.get(name)
    if (!migration) reasons.push(`数据库比程序新，请升级程序：${name} (the database is newer than this program)`)
    else if (migration.sha256 !== sha256) reasons.push(`已执行的迁移被改动：${name} (an applied migration was altered)`)
  }
  const unapplied = migrations.findIndex((migration) => !applied.some((row) => row.name === migration.name))
  const gap = unapplied >= 0 && applied.some((row) => row.name > (migrations[unapplied] as Migration).name)
  if (gap && reasons.length === 0) {
    reasons.push(`迁移缺了一步：${migrations[unapplied]?.name} (a migration was skipped)`)
  }
  return reasons
}

/** Why a server of this version cannot be used; `number` as in server_version_num, such as 140011. */
export function versionRefusal(number: number, name: string): string | undefined {
  if (number >= oldestServer) return undefined
  return `数据库版本过旧：PostgreSQL ${name}，需要 15 或更新 (PostgreSQL is too old: 15 or newer is needed)`
}

async function serverTooOld(client: Client): Promise<string | undefined> {
  const result = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  )
  return versionRefusal(Number(result.rows[0]?.number), result.rows[0]?.name ?? '')
}

async function applyOne(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into guatu_migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`migration ${migration.name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function migrateLocked(client: Client, migrations: readonly Migration[]): Promise<MigrateOutcome> {
  await client.query(
    `create table if not exists guatu_migration (
       name text primary key,
       sha256 text not null,
       applied_at timestamptz not null default now()
     )`,
  )
  const { rows: applied } = await client.query<AppliedRow>('select name, sha256 from guatu_migration order by name')
  const reasons = migrationConflicts(migrations, applied)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const pending = migrations.slice(applied.length)
  for (const migration of pending) await applyOne(client, migration)
  return { kind: 'migrated', applied: pending.map((migration) => migration.name) }
}

/**
 * Brings the database up to the list: one transaction for each step, several Guatus at once wait for each other. The
 * connection must be the caller's own and open.
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<MigrateOutcome> {
  const tooOld = await serverTooOld(client)
  if (tooOld) return { kind: 'refused', reasons: [tooOld] }
  await client.query('select pg_advisory_lock($1)', [advisoryLockKey])
  try {
    return await migrateLocked(client, migrations)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [advisoryLockKey])
  }
}
