import type { EvidenceKind } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { evidenceRefusals } from './refusals.ts'

/** A directory entry is 128 bytes, its name in UTF-16 first and the name's length with its end at byte 64 (MS-CFB, 2.6.1). */
const entryBytes = 128
const lengthAt = 64
const headerBytes = 512

/**
 * Whether a compound file names such an entry. Every place where one can stand is looked at instead of following the
 * sector chains: readers differ in how they follow damaged ones, and a macro must not hide behind that.
 */
function hasEntry(file: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 2)) {
    const isEntry = at >= headerBytes && at % entryBytes === 0 && at + lengthAt + 2 <= file.length
    if (isEntry && file.readUInt16LE(at + lengthAt) === wanted.length) return true
  }
  return false
}

const macroEntries = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros']

/** Old Word and Excel files without macros; a compound file of anything else is refused. */
export function oldOfficeKind(file: Buffer): Outcome<EvidenceKind> {
  if (hasEntry(file, 'EncryptedPackage')) return refused(evidenceRefusals.protectedFile())
  if (macroEntries.some((name) => hasEntry(file, name))) return refused(evidenceRefusals.macros())
  if (hasEntry(file, 'WordDocument')) return done('doc')
  if (hasEntry(file, 'Workbook') || hasEntry(file, 'Book')) return done('xls')
  return refused(evidenceRefusals.kind())
}
