import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { Ajv } from 'ajv'
import { parseJson, record } from './json.ts'

/** Where a chain of events ended at a moment. */
export interface Head {
  readonly districtId: string
  readonly seq: number
  /** SHA-256 of the last link. */
  readonly hash: string
  /** Instant of the last event. */
  readonly at: string
  readonly signedAt: string
}

const formatName = 'guatu-head'

interface HeadFile {
  readonly format: typeof formatName
  readonly version: 1
  readonly head: Head
  readonly publicKey: string
  /** Ed25519 (RFC 8032) over {@link signedText}, in base64. */
  readonly signature: string
}

export type HeadReading =
  | { readonly kind: 'head'; readonly head: Head }
  /** Somebody else's file, signed by another key, or altered since. */
  | { readonly kind: 'foreign' | 'otherKey' | 'altered' }

const text = { type: 'string', maxLength: 1000 }
const hasForm = new Ajv().compile<HeadFile>(
  record({
    format: { const: formatName },
    version: { const: 1 },
    head: record({ districtId: text, seq: { type: 'integer', minimum: 0 }, hash: text, at: text, signedAt: text }),
    publicKey: text,
    signature: text,
  }),
)

/** One line for each figure, so that the same head has the same bytes in whatever order a file holds it. */
const signedText = ({ districtId, seq, hash, at, signedAt }: Head) =>
  Buffer.from(`${formatName} 1\n${districtId}\n${seq}\n${hash}\n${at}\n${signedAt}\n`)

/** The file's text for a head. */
export function signHead(head: Head, privateKey: KeyObject): string {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string
  const signature = sign(null, signedText(head), privateKey).toString('base64')
  return `${JSON.stringify({ format: formatName, version: 1, head, publicKey, signature } satisfies HeadFile, null, 2)}\n`
}

/** Reads a signed head. Only `publicPem` is believed: the key in the file could be anybody's. */
export function readHead(file: Buffer, publicPem: string): HeadReading {
  const value = parseJson(file)
  if (!hasForm(value)) return { kind: 'foreign' }
  const { head, publicKey, signature } = value
  if (verify(null, signedText(head), publicPem, Buffer.from(signature, 'base64'))) return { kind: 'head', head }
  return { kind: publicKey === publicPem ? 'altered' : 'otherKey' }
}
