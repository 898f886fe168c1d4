import type { EvidenceKind } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { FileRefused } from '../../../workbook/file-refusal.ts'
import { inflateEntry, type ZipEntry, zipEntries } from '../../../workbook/zip.ts'
import { evidenceRefusals } from './refusals.ts'

const mainParts = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
] as const
const typesName = '[Content_Types].xml'
/** A list of content types is some kilobytes. */
const typesBytes = 4 * 1024 * 1024
const maxEntries = 20_000
/** What an office file of the size limit may declare to inflate to. */
const maxInflatedBytes = 1024 * 1024 * 1024
/** VBA (MS-OFFMACRO2) and ActiveX, wherever a writer puts them. */
const isActive = (name: string) => /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)activeX\//i.test(name)

/** A zip is kept only when it is an office file without macros (ECMA-376, part 2); nothing but its list is inflated. */
export function officeKind(file: Buffer): Outcome<EvidenceKind> {
  try {
    return checkEntries(file, zipEntries(file))
  } catch (error) {
    if (error instanceof FileRefused || error instanceof RangeError) return refused(evidenceRefusals.damaged())
    throw error
  }
}

function checkEntries(file: Buffer, entries: readonly ZipEntry[]): Outcome<EvidenceKind> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const types = byName.get(typesName)
  const kind = mainParts.find(([, part]) => byName.has(part))?.[0]
  if (!types || !kind) return refused(evidenceRefusals.archive())
  if (entries.some((entry) => entry.encrypted)) return refused(evidenceRefusals.protectedFile())
  if (entries.some((entry) => isActive(entry.name))) return refused(evidenceRefusals.macros())
  const inflated = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0)
  if (entries.length > maxEntries || inflated > maxInflatedBytes) return refused(evidenceRefusals.bomb())
  const list = inflateEntry(file, types, typesBytes).toString('utf8')
  return /macroEnabled|vbaProject/i.test(list) ? refused(evidenceRefusals.macros()) : done(kind)
}
