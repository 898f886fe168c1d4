import type { Duplicate } from '../report.ts'
import type { RowDraft } from '../rows/row-input.ts'
import { titleKey } from '../text/normalise.ts'

/** Rows whose name is that of an earlier row, writing habits aside; each points to the first of its kind. */
export function findDuplicates(drafts: readonly RowDraft[], titleField: string): Duplicate[] {
  const first = new Map<string, number>()
  const duplicates: Duplicate[] = []
  for (const { row, fields } of drafts) {
    const title = fields[titleField]
    if (typeof title !== 'string') continue
    const key = titleKey(title)
    const of = first.get(key)
    if (of === undefined) first.set(key, row)
    else duplicates.push({ row, of })
  }
  return duplicates
}
