import { inflateRawSync } from 'node:zlib'
import { FileRefused, fileRefusals } from './file-refusal.ts'

/** One file inside a zip, as its central directory tells (APPNOTE 6.3.10, 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly compressedBytes: number
  readonly declaredBytes: number
  readonly headerOffset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const zip64 = 0xffffffff

/** Reads the central directory only; nothing is inflated. Throws a refusal for a damaged one. */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = endOfDirectory(file)
  const count = file.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== entrySignature) throw new FileRefused(fileRefusals.damaged())
    const nameLength = file.readUInt16LE(at + 28)
    const entry: ZipEntry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      compressedBytes: file.readUInt32LE(at + 20),
      declaredBytes: file.readUInt32LE(at + 24),
      headerOffset: file.readUInt32LE(at + 42),
    }
    // A ledger under the size limit never needs 64-bit sizes; whoever writes them hides something.
    if ([entry.compressedBytes, entry.declaredBytes, entry.headerOffset].includes(zip64))
      readZip64(file, at, nameLength, entry)
    entries.push(entry)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function endOfDirectory(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--) {
    if (file.readUInt32LE(at) === endSignature) return at
  }
  throw new FileRefused(fileRefusals.damaged())
}

/** Some writers put 64-bit sizes in front of small files; the extra field then holds the true ones, in this order. */
function readZip64(
  file: Buffer,
  at: number,
  nameLength: number,
  entry: { -readonly [K in keyof ZipEntry]: ZipEntry[K] },
): void {
  const extraEnd = at + 46 + nameLength + file.readUInt16LE(at + 30)
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd; extra += 4 + file.readUInt16LE(extra + 2)) {
    if (file.readUInt16LE(extra) !== 1) continue
    let cursor = extra + 4
    for (const field of ['declaredBytes', 'compressedBytes', 'headerOffset'] as const) {
      if (entry[field] !== zip64 || cursor + 8 > extraEnd) continue
      entry[field] = Number(file.readBigUInt64LE(cursor))
      cursor += 8
    }
    return
  }
}

/** Inflates one entry, never beyond `limitBytes`. */
export function inflateEntry(file: Buffer, entry: ZipEntry, limitBytes: number): Buffer {
  const { headerOffset: at } = entry
  if (at + 30 > file.length || file.readUInt32LE(at) !== localSignature) throw new FileRefused(fileRefusals.damaged())
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const packed = file.subarray(start, start + entry.compressedBytes)
  if (packed.length < entry.compressedBytes) throw new FileRefused(fileRefusals.damaged())
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new FileRefused(fileRefusals.damaged())
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limitBytes) })
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new FileRefused(tooLong ? fileRefusals.bomb() : fileRefusals.damaged())
  }
}
