import {
  type BackupFacts,
  countLines,
  formatName,
  formatVersion,
  type Manifest,
  manifestName,
  markerName,
  type Part,
  partBytes,
  sha256Of,
  sumLine,
  sumName,
  type TableRecord,
} from './manifest.ts'
import { tarEnd, tarEntry } from './tar.ts'

export interface TableSource {
  readonly name: string
  readonly columns: readonly string[]
  /** The table's text as COPY writes it: one line for each row. */
  read(): AsyncIterable<Buffer>
}

export interface ArchiveOptions {
  readonly facts: BackupFacts
  readonly tables: readonly TableSource[]
  /** Called after each part with the rows so far. */
  readonly onPart: (table: string, rows: number) => void
  readonly partBytes?: number
}

/** Cuts a stream into pieces of `size` bytes; the last one may be shorter. */
async function* piecesOf(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of source) {
    let rest = chunk
    while (bytes + rest.length >= size) {
      const head = rest.subarray(0, size - bytes)
      yield Buffer.concat([...held, head])
      rest = rest.subarray(head.length)
      held = []
      bytes = 0
    }
    // A copy, so that a few bytes do not keep the driver's whole buffer.
    if (rest.length > 0) held.push(Buffer.from(rest))
    bytes += rest.length
  }
  if (bytes > 0) yield Buffer.concat(held)
}

/** The bytes of a backup before compression: a marker, the parts of every table, the manifest and its hash. */
export async function* writeArchive(options: ArchiveOptions): AsyncGenerator<Buffer, void> {
  const { facts, tables: sources, onPart } = options
  const seconds = Math.floor(Date.parse(facts.takenAt) / 1000)
  const entry = (name: string, body: Buffer) => tarEntry({ name, body }, seconds)
  const json = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`)
  yield* entry(markerName, json({ format: formatName, version: formatVersion }))
  const tables: TableRecord[] = []
  for (const { name: table, columns, read } of sources) {
    const parts: Part[] = []
    let rows = 0
    for await (const body of piecesOf(read(), options.partBytes ?? partBytes)) {
      const name = `${table}/${String(parts.length + 1).padStart(6, '0')}.copy`
      parts.push({ name, bytes: body.length, sha256: sha256Of(body) })
      rows += countLines(body)
      yield* entry(name, body)
      onPart(table, rows)
    }
    tables.push({ name: table, columns, rows, parts })
  }
  const manifest = json({ format: formatName, version: formatVersion, ...facts, tables } satisfies Manifest)
  yield* entry(manifestName, manifest)
  yield* entry(sumName, Buffer.from(sumLine(manifest)))
  yield tarEnd
}
