import { FileRefused, fileRefusals } from './file-refusal.ts'
import { fileLimits } from './limits.ts'
import { inflateEntry, type ZipEntry, zipEntries } from './zip.ts'

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name)

/**
 * Looks at a zip before any reader does: sizes first as declared, then as they really inflate, and no DTD anywhere.
 * Throws a refusal; gives the entries of what is safe to read.
 */
export function checkZip(file: Buffer): ReadonlyMap<string, ZipEntry> {
  const entries = zipEntries(file)
  if (entries.some((entry) => entry.encrypted)) throw new FileRefused(fileRefusals.protectedFile())
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (!byName.has('[Content_Types].xml')) throw new FileRefused(fileRefusals.notSpreadsheet())
  checkSizes(file, entries)
  let inflated = 0
  for (const entry of entries) {
    const left = Math.min(fileLimits.partBytes, fileLimits.inflatedBytes - inflated)
    const part = inflateEntry(file, entry, left)
    inflated += part.length
    if (isXml(entry.name)) checkXml(part)
  }
  if (isBombRatio(inflated, file.length)) throw new FileRefused(fileRefusals.bomb())
  return byName
}

function checkSizes(file: Buffer, entries: readonly ZipEntry[]): void {
  const declared = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0)
  const overlapping = packed > file.length
  if (
    entries.length > fileLimits.entries ||
    declared > fileLimits.inflatedBytes ||
    overlapping ||
    isBombRatio(declared, file.length)
  ) {
    throw new FileRefused(fileRefusals.bomb())
  }
}

const isBombRatio = (inflatedBytes: number, fileBytes: number): boolean =>
  inflatedBytes > fileLimits.ratioFromBytes && inflatedBytes > fileBytes * fileLimits.ratio

/** A DTD is looked for in the whole part: a comment may push it far down. Only UTF-8 is read, so nothing hides in UTF-16. */
function checkXml(part: Buffer): void {
  const mark = part.length >= 2 ? part.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff || part.subarray(0, 64).includes(0))
    throw new FileRefused(fileRefusals.damaged())
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FileRefused(fileRefusals.entities())
}
