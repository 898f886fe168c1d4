import { createHash } from 'node:crypto'
import { Ajv } from 'ajv'
import { parseJson, record } from './json.ts'

/** What a backup calls itself in its first entry, before anything else is believed. */
export const formatName = 'guatu-backup'
export const formatVersion = 1
export const markerName = 'guatu-backup.json'
export const manifestName = 'manifest.json'
export const sumName = 'manifest.sha256'

/** A table's text is cut into parts of this size, so that both sides hold one part in memory and no more. */
export const partBytes = 4 * 1024 * 1024

/** A slice of a table's COPY text; a row may go on in the next part. */
export interface Part {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface TableRecord {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly parts: readonly Part[]
}

/** Where a district's chain of events ends. */
export interface ChainEnd {
  readonly districtId: string
  readonly seq: number
  readonly hash: string
}

/** What is known before the first row is read. */
export interface BackupFacts {
  readonly program: string
  readonly postgres: string
  readonly takenAt: string
  /** The migrations that the database had, with the hash of each. */
  readonly schema: readonly { readonly name: string; readonly sha256: string }[]
  readonly heads: readonly ChainEnd[]
}

/** Everything that a backup says about itself; the archive's last word, since hashes are known when all is read. */
export interface Manifest extends BackupFacts {
  readonly format: typeof formatName
  readonly version: typeof formatVersion
  /** In an order in which they can be loaded: what others refer to comes first. */
  readonly tables: readonly TableRecord[]
}

const text = { type: 'string', maxLength: 200 }
const count = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' }
/** Names go into SQL. */
const identifier = { type: 'string', pattern: '^[a-z_][a-z0-9_]{0,62}$' }
const list = (items: object) => ({ type: 'array', items })
const isManifest = new Ajv().compile<Manifest>(
  record({
    format: { const: formatName },
    version: { const: formatVersion },
    program: text,
    postgres: text,
    takenAt: text,
    schema: list(record({ name: text, sha256 })),
    heads: list(record({ districtId: { type: 'string', pattern: '^[0-9]{6}$' }, seq: count, hash: sha256 })),
    tables: list(
      record({
        name: { type: 'string', pattern: '^(sign_in[.])?[a-z_][a-z0-9_]{0,62}$' },
        columns: { ...list(identifier), minItems: 1, uniqueItems: true },
        rows: count,
        parts: list(record({ name: text, bytes: count, sha256 })),
      }),
    ),
  }),
)

/** The manifest of its text; undefined for anything else. */
export function parseManifest(body: Buffer): Manifest | undefined {
  const value = parseJson(body)
  return isManifest(value) ? value : undefined
}

export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The line that `sha256sum -c` reads. */
export const sumLine = (manifest: Buffer) => `${sha256Of(manifest)}  ${manifestName}\n`

/** Rows of COPY's text, which escapes the line breaks within values: each one that is left ends a row. */
export function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
