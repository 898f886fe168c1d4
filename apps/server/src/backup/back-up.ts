import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '../postgres/connection.ts'
import { OperatingProblem } from '../problem.ts'
import { columnTypes } from '../store/types.ts'
import type { BackupFacts, ChainEnd } from './manifest.ts'
import { columnList, isTransient, quoted, sameTextSettings, type TableShape, tablesOf } from './tables.ts'
import { type TableSource, writeArchive } from './write-archive.ts'

export interface BackupOptions {
  /** Address of the database; a server may be at work on it. */
  readonly url: string
  readonly file: string
  /** Version of the program. */
  readonly program: string
  readonly now: string
  readonly say: (line: string) => void
}

/** What was written, for the command's last line. */
export interface BackupReport {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
  readonly heads: readonly ChainEnd[]
}

async function readFacts(client: pg.Client, { program, now }: BackupOptions): Promise<BackupFacts> {
  const found = await client.query<{ table: string | null; postgres: string }>(
    `select to_regclass('guatu_migration')::text as table, current_setting('server_version') as postgres`,
  )
  const { table, postgres } = found.rows[0] as { table: string | null; postgres: string }
  if (!table) throw new OperatingProblem('数据库里还没有挂图的数据，没有可备份的 (there is nothing to back up yet)')
  const schema = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from guatu_migration order by name',
  )
  const heads = await client.query<ChainEnd>({
    text: 'select district_id as "districtId", seq, hash from chain_head order by district_id',
    types: columnTypes,
  })
  return { program, postgres, takenAt: now, schema: schema.rows, heads: heads.rows }
}

function sourceOf(client: pg.Client, { name, columns }: TableShape): TableSource {
  const text = `copy (select ${columnList(columns)} from ${quoted(name)}${isTransient(name) ? ' where false' : ''}) to stdout`
  return { name, columns, read: () => client.query(copyTo(text)) }
}

/** One snapshot of every table, whoever writes meanwhile, compressed into `path`. */
async function writeSnapshot(client: pg.Client, path: string, options: BackupOptions): Promise<BackupReport> {
  await client.query('begin isolation level repeatable read read only')
  await client.query(sameTextSettings)
  const facts = await readFacts(client, options)
  const shapes = await tablesOf(client)
  const rowsOf = new Map<string, number>(shapes.map(({ name }) => [name, 0]))
  const onPart = (table: string, rows: number) => {
    rowsOf.set(table, rows)
    options.say(`正在备份… ${table} ${rows} (backing up)`)
  }
  const tables = shapes.map((shape) => sourceOf(client, shape))
  const target = createWriteStream(path, { mode: 0o600, flush: true })
  await pipeline(writeArchive({ facts, tables, onPart }), createGzip(), target)
  await client.query('commit')
  const rows = [...rowsOf.values()].reduce((sum, count) => sum + count, 0)
  return { tables: shapes.length, rows, bytes: target.bytesWritten, heads: facts.heads }
}

/** A connection that is left amid COPY would wait for a reader for ever: it is cut. */
function cut(client: pg.Client): void {
  const { connection } = client as pg.Client & { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}

async function assertPlace(file: string): Promise<void> {
  const stats = await stat(file).catch(() => undefined)
  if (stats?.isDirectory()) {
    throw new OperatingProblem(`${file} 是目录，请给出文件名 (a folder: name a file)`)
  }
}

/** What the system or the database says, as one line for the user; bugs pass. */
function asProblem(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof OperatingProblem || code === undefined) return error
  return new OperatingProblem(`备份没有写成：${message} (the backup was not written)`)
}

/**
 * Backs the whole database up while others work on it. The file gets its name when it is complete and on disk; whatever
 * had that name until then is replaced. Throws an operating problem when it cannot be written.
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const { url, file } = options
  await assertPlace(file)
  const part = `${file}.part`
  try {
    const report = await withClient(url, async (client) => {
      try {
        return await writeSnapshot(client, part, options)
      } catch (error) {
        cut(client)
        throw error
      }
    })
    await rename(part, file)
    return report
  } catch (error) {
    await rm(part, { force: true })
    throw asProblem(error)
  }
}
