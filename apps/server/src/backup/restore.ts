import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { OperatingProblem } from '../problem.ts'
import { type Migration, migrationConflicts } from '../store/migrate.ts'
import { bind } from '../store/store.ts'
import { columnTypes } from '../store/types.ts'
import { type ChainVerdict, verifyChain } from '../store/verify/verify-chain.ts'
import { dropPolicies } from './drop-policies.ts'
import { type ChainEnd, countLines, type Manifest } from './manifest.ts'
import { readTables, type TableText } from './read-archive.ts'
import { columnList, quoted, sameTextSettings, tablesOf } from './tables.ts'

export interface RestoreOptions {
  /** Address of a migrated database that nobody works on. */
  readonly url: string
  readonly file: string
  /** What checking the file answered. */
  readonly manifest: Manifest
  /** The program's whole list. */
  readonly migrations: readonly Migration[]
  /** Give up what the database holds. */
  readonly replace: boolean
  /** Load a chain that was broken when it was backed up. */
  readonly allowBrokenChain: boolean
  readonly say: (line: string) => void
}

export interface BrokenChain {
  readonly districtId: string
  readonly verdict: Extract<ChainVerdict, { kind: 'broken' }>
}

export type RestoreOutcome =
  | {
      readonly kind: 'restored'
      readonly rows: number
      readonly migrated: readonly string[]
      readonly broken: readonly BrokenChain[]
    }
  | { readonly kind: 'chainBroken'; readonly broken: readonly BrokenChain[] }

const refused = (zh: string, en: string) => new OperatingProblem(`${zh}；什么都没有写入 (${en}; nothing was written)`)

/** Why this program cannot load a backup of that schema; the migrations that come after it otherwise. */
export function schemaGap(migrations: readonly Migration[], { schema }: Manifest): readonly Migration[] {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  const newer = schema.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (newer.length > 0) throw refused(`备份比程序新，请升级程序：${newer.join('、')}`, 'made by a newer program')
  if (schema.length === 0 || migrationConflicts(migrations, schema).length > 0) {
    throw refused('备份的数据库结构与程序的不是同一个', 'the backup’s schema is not this program’s')
  }
  return migrations.slice(schema.length)
}

const patienceMilliseconds = 2_000
const pauseMilliseconds = 200

/** A program that has just ended may still be leaving: it gets a moment. */
async function assertIdle(client: pg.Client): Promise<void> {
  for (let waited = 0; waited <= patienceMilliseconds; waited += pauseMilliseconds) {
    // Within a transaction the list stays as it was first seen.
    await client.query('select pg_stat_clear_snapshot()')
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and application_name = 'guatu' and pid <> pg_backend_pid()`,
    )
    if (!rows[0]?.others) return
    await delay(pauseMilliseconds)
  }
  throw refused('挂图正在使用这个数据库，请先停止', 'Guatu is at work on this database: stop it first')
}

/** An opened district, its opening told, counts as empty. */
async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ items: number; events: number }>(
    `select (select count(*) from item)::int as items,
       (select count(*) from event where verb <> 'district.opened')::int as events`,
  )
  const { items, events } = rows[0] as { items: number; events: number }
  if (items === 0 && events === 0) return
  throw refused(
    `数据库里已有 ${items} 个项目、${events} 条留痕；确实要换成备份里的数据，请加 --replace`,
    'the database holds data: add --replace to give it up',
  )
}

/** Runs steps of the schema within the caller's transaction. */
async function apply(client: pg.Client, steps: readonly Migration[]): Promise<void> {
  for (const { name, sha256, sql } of steps) {
    await client.query(sql)
    await client.query('insert into guatu_migration (name, sha256) values ($1, $2)', [name, sha256])
  }
}

async function dropAll(client: pg.Client): Promise<void> {
  await dropPolicies(client)
  const tables = (await tablesOf(client)).map(({ name }) => quoted(name))
  if (tables.length > 0) await client.query(`drop table ${tables.join(', ')}`)
  await client.query('drop schema if exists sign_in')
  await client.query('delete from guatu_migration')
}

/** The backup's tables are those of its schema, with the same columns. */
async function assertShapes(client: pg.Client, manifest: Manifest): Promise<void> {
  const shape = (list: readonly { name: string; columns: readonly string[] }[]) =>
    list.map(({ name, columns }) => `${name}(${[...columns].sort()})`).sort()
  const made = shape(await tablesOf(client))
  const held = shape(manifest.tables)
  const odd = [...held.filter((table) => !made.includes(table)), ...made.filter((table) => !held.includes(table))][0]
  if (odd) throw refused(`备份里的表与它的数据库结构不符：${odd}`, 'a table does not fit the backup’s schema')
}

/** Tells of the rows as they go by. */
async function* told({ table, text }: TableText, say: (line: string) => void): AsyncGenerator<Buffer, void> {
  let rows = 0
  for await (const part of text) {
    rows += countLines(part)
    say(`正在恢复… ${table.name} ${rows}/${table.rows} (restoring)`)
    yield part
  }
}

async function load(client: pg.Client, content: TableText, say: (line: string) => void): Promise<void> {
  const { name, columns, rows } = content.table
  const target = client.query(copyFrom(`copy ${quoted(name)} (${columnList(columns)}) from stdin`))
  await pipeline(told(content, say), target)
  if (target.rowCount !== rows) throw refused(`${name} 的行数不符`, 'the rows do not add up')
}

/** The chains end where the backup says that they did. */
async function assertHeads(client: pg.Client, heads: readonly ChainEnd[]): Promise<void> {
  const said = new Set(heads.map(({ districtId, seq, hash }) => `${districtId} ${seq} ${hash}`))
  const { rows } = await client.query<{ end: string }>(
    `select district_id || ' ' || seq || ' ' || hash as end from chain_head`,
  )
  if (rows.length === said.size && rows.every(({ end }) => said.has(end))) return
  throw refused('留痕链的链尾与备份自己说的不符', 'the chain does not end where the backup says')
}

/** Districts whose chain of events does not hold. */
async function brokenChains(client: pg.Client, heads: readonly ChainEnd[]): Promise<BrokenChain[]> {
  const db = bind(client)
  const broken: BrokenChain[] = []
  const { rows: districts } = await client.query<{ id: string }>('select district_id as id from district')
  for (const { id: districtId } of districts) {
    const verdict = await verifyChain({ districtId, db, client })
    if (verdict.kind === 'broken') broken.push({ districtId, verdict })
    else if (heads.find((head) => head.districtId === districtId)?.seq !== verdict.events)
      broken.push({ districtId, verdict: { kind: 'broken', seq: verdict.events, problem: 'headDiffers' } })
  }
  return broken
}

async function restoreInTransaction(client: pg.Client, options: RestoreOptions): Promise<RestoreOutcome> {
  const { file, manifest, migrations, say } = options
  const later = schemaGap(migrations, manifest)
  // Whoever migrates reads this table first: nobody does until this is over.
  await client.query('lock table guatu_migration in access exclusive mode')
  await assertIdle(client)
  if (!options.replace) await assertEmpty(client)
  await dropAll(client)
  await apply(client, migrations.slice(0, manifest.schema.length))
  await assertShapes(client, manifest)
  let rows = 0
  for await (const content of readTables(file, manifest)) {
    await load(client, content, say)
    rows += content.table.rows
  }
  await apply(client, later)
  say('正在核验留痕链… (walking the chain of events)')
  await assertHeads(client, manifest.heads)
  const broken = await brokenChains(client, manifest.heads)
  if (broken.length > 0 && !options.allowBrokenChain) return { kind: 'chainBroken', broken }
  return { kind: 'restored', rows, migrated: later.map(({ name }) => name), broken }
}

/** What the database says of the rows, as one line for the user; bugs pass. */
function asProblem(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return refused(`恢复失败：${error.message}`, 'the restore failed')
  return error
}

/**
 * Loads a checked backup in one transaction: the tables are made anew by the migrations that the backup had, filled, and
 * brought up to this program, so that owners, grants and row-level security are what migrations make them. Unless it
 * answers 'restored', nothing has changed. Throws an operating problem for what stands in the way.
 */
export async function restore(options: RestoreOptions): Promise<RestoreOutcome> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'guatu', types: columnTypes })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(sameTextSettings)
    const outcome = await restoreInTransaction(client, options)
    await client.query(outcome.kind === 'restored' ? 'commit' : 'rollback')
    // Without it the first boards would be planned for empty tables.
    if (outcome.kind === 'restored') await client.query('analyze')
    return outcome
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw asProblem(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
