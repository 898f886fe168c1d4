import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { OperatingProblem } from '../problem.ts'
import { parseJson } from './json.ts'
import {
  countLines,
  formatName,
  formatVersion,
  type Manifest,
  manifestName,
  markerName,
  parseManifest,
  partBytes,
  sha256Of,
  sumLine,
  sumName,
  type TableRecord,
} from './manifest.ts'
import { damaged, readTar, type TarEntry, truncated } from './tar.ts'

/** Enough for the manifest of half a terabyte; a part is never larger than {@link partBytes}. */
const maxEntryBytes = 16 * partBytes

const foreign = () =>
  new OperatingProblem('这不是挂图的备份文件；什么都没有写入 (not a backup made by Guatu; nothing was written)')

const newer = () =>
  new OperatingProblem('备份的格式比程序新，请升级程序；什么都没有写入 (made by a newer program; nothing was written)')

async function assertGzip(file: string): Promise<void> {
  try {
    const handle = await open(file)
    const start = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close())
    // RFC 1952, 2.3.1: the two bytes that every gzip file begins with.
    if (start.buffer.readUInt16BE(0) !== 0x1f8b) throw foreign()
  } catch (error) {
    if (error instanceof OperatingProblem) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new OperatingProblem(`备份文件读不了：${code ?? error} (the backup file cannot be read): ${file}`)
  }
}

/** Zlib's own words, put as the state of the file. */
function asProblem(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return truncated()
  return code?.startsWith('Z_') ? damaged('gzip') : error
}

async function* unpacked(file: string): AsyncGenerator<Buffer, void> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 })
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** The archive's entries behind its marker, of which the first is refused by name where it is somebody else's file. */
async function* entriesOf(file: string): AsyncGenerator<TarEntry> {
  await assertGzip(file)
  let seen = 0
  try {
    for await (const entry of readTar(unpacked(file), maxEntryBytes)) {
      seen += 1
      if (seen > 1) yield entry
      else assertMarker(entry)
    }
  } catch (error) {
    // Compressed, but nothing that a backup begins with.
    if (seen === 0 && error instanceof OperatingProblem) throw foreign()
    throw asProblem(error)
  }
}

function assertMarker({ name, body }: TarEntry): void {
  const marker = parseJson(body) as { format?: unknown; version?: unknown } | null | undefined
  if (name !== markerName || marker?.format !== formatName) throw foreign()
  if (typeof marker.version === 'number' && marker.version > formatVersion) throw newer()
  if (marker.version !== formatVersion) throw damaged(markerName)
}

interface Seen {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly lines: number
}

/** Holds what was read against what the manifest says, part by part and in order. */
function assertAgrees(manifest: Manifest, seen: readonly Seen[]): void {
  const announced = manifest.tables.flatMap(({ parts }) => parts)
  for (const [index, part] of announced.entries()) {
    const found = seen[index]
    if (found?.name !== part.name || found.bytes !== part.bytes || found.sha256 !== part.sha256)
      throw damaged(part.name)
  }
  if (seen.length !== announced.length) throw damaged(seen[announced.length]?.name ?? manifestName)
  let next = 0
  for (const { name, rows, parts } of manifest.tables) {
    const lines = seen.slice(next, next + parts.length).reduce((sum, part) => sum + part.lines, 0)
    next += parts.length
    if (lines !== rows) throw damaged(`${name} ${lines} ≠ ${rows}`)
  }
}

/** Reads a backup from end to end and answers its manifest; throws one clear line for whatever is wrong with it. */
export async function checkArchive(file: string): Promise<Manifest> {
  const seen: Seen[] = []
  let manifest: Manifest | undefined
  let sum: string | undefined
  for await (const { name, body } of entriesOf(file)) {
    if (sum !== undefined) throw damaged(name)
    if (name === sumName) sum = body.toString('latin1')
    else if (manifest) throw damaged(name)
    else if (name === manifestName) {
      manifest = parseManifest(body)
      if (!manifest) throw damaged(manifestName)
      seen.push({ name, bytes: body.length, sha256: sumLine(body), lines: 0 })
    } else seen.push({ name, bytes: body.length, sha256: sha256Of(body), lines: countLines(body) })
  }
  if (!manifest || sum !== seen.pop()?.sha256) throw damaged(sum === undefined ? sumName : manifestName)
  assertAgrees(manifest, seen)
  return manifest
}

/** A table of a checked backup, with its text. */
export interface TableText {
  readonly table: TableRecord
  readonly text: AsyncIterable<Buffer>
}

/** The tables of a checked backup in its order. Each text has to be read before the next table is asked for. */
export async function* readTables(file: string, manifest: Manifest): AsyncGenerator<TableText, void> {
  const entries = entriesOf(file)
  try {
    for (const table of manifest.tables) yield { table, text: partsOf(table, entries) }
  } finally {
    await entries.return(undefined)
  }
}

/** The parts are held against their hashes a second time: the file may have changed since it was checked. */
async function* partsOf(table: TableRecord, entries: AsyncGenerator<TarEntry>): AsyncGenerator<Buffer, void> {
  for (const { name, sha256 } of table.parts) {
    const { value: entry } = await entries.next()
    if (entry?.name !== name || sha256Of(entry.body) !== sha256) throw damaged(name)
    yield entry.body
  }
}
