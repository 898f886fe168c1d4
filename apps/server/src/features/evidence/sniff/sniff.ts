import { type EvidenceKind, evidenceKinds } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize, isImage } from './image-size.ts'
import { officeKind } from './office.ts'
import { oldOfficeKind } from './old-office.ts'
import { isPlainText } from './plain-text.ts'
import { evidenceRefusals } from './refusals.ts'

/** Kinds that are known by their first bytes alone. */
const byLibrary: Readonly<Record<string, EvidenceKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'video/mp4': 'mp4',
}
/** The largest cameras of phones make 200 million pixels. */
const maxPixels = 250_000_000
const maxSidePixels = 32_767
const zipStart = Buffer.from('PK\x03\x04', 'latin1')
/** MS-CFB, 2.2. */
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const startsWith = (file: Buffer, start: Buffer) => file.subarray(0, start.length).equals(start)
const endingOf = (fileName: string) => /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
const kindOfEnding = (ending: string) =>
  (Object.keys(evidenceKinds) as EvidenceKind[]).find((kind) =>
    (evidenceKinds[kind].endings as readonly string[]).includes(ending),
  )

/** The library reads many formats; one that it stumbles over is none that is kept. */
async function libraryKind(file: Buffer): Promise<EvidenceKind | 'other' | undefined> {
  const found = await fileTypeFromBuffer(file).catch(() => ({ mime: 'unreadable' }))
  return found && (byLibrary[found.mime] ?? 'other')
}

async function kindOfBytes(file: Buffer, named: EvidenceKind | undefined): Promise<Outcome<EvidenceKind>> {
  if (startsWith(file, zipStart)) return officeKind(file)
  if (startsWith(file, compoundStart)) return oldOfficeKind(file)
  const found = await libraryKind(file)
  if (found === 'other') return refused(evidenceRefusals.kind())
  if (found) return done(found)
  const isText = (named === 'txt' || named === 'csv') && isPlainText(file)
  return isText ? done(named) : refused(evidenceRefusals.kind())
}

/**
 * A media type that the sender gives and that names another kept kind. Programs call a CSV file an Excel one, and a part
 * without a type is plain text (RFC 2046, 5.1).
 */
function isOtherType(declared: string, kind: EvidenceKind): boolean {
  const named = (Object.keys(evidenceKinds) as EvidenceKind[]).find(
    (candidate) => evidenceKinds[candidate].mediaType === declared,
  )
  if (named === undefined || named === 'txt') return false
  return named !== kind && !(kind === 'csv' && named === 'xls')
}

export interface Sent {
  readonly fileName: string
  /** As the sender says; empty where it says nothing. */
  readonly mediaType: string
}

/** What a file is by its bytes, held against what its name and its sender say. */
export async function sniffEvidence(file: Buffer, { fileName, mediaType }: Sent): Promise<Outcome<EvidenceKind>> {
  if (file.length === 0) return refused(evidenceRefusals.empty())
  const named = kindOfEnding(endingOf(fileName))
  const sniffed = await kindOfBytes(file, named)
  if (sniffed.kind === 'refused') return sniffed
  const kind = sniffed.value
  if (kind !== named || isOtherType(mediaType, kind)) return refused(evidenceRefusals.mismatch(kind))
  if (!isImage(kind)) return sniffed
  const size = imageSize(kind, file)
  if (!size || size.width === 0 || size.height === 0) return refused(evidenceRefusals.damaged())
  const isBomb = Math.max(size.width, size.height) > maxSidePixels || size.width * size.height > maxPixels
  return isBomb ? refused(evidenceRefusals.pixels()) : sniffed
}
