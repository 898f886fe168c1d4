import type { ColumnMapping, LedgerReport } from '@guatu/contract'

export const mappingOf = (report: LedgerReport): ColumnMapping =>
  Object.fromEntries(report.columns.map(({ column, field }) => [column, field]))

/** Columns that share a field: a ledger column may be left out, but a field takes one column only. */
export function columnsSharingFields(mapping: ColumnMapping): readonly (readonly string[])[] {
  const byField = new Map<string, string[]>()
  for (const [column, field] of Object.entries(mapping)) {
    if (field !== null) byField.set(field, [...(byField.get(field) ?? []), column])
  }
  return [...byField.values()].filter((columns) => columns.length > 1)
}

/** How sure the reading is, in three words instead of a percentage that nobody can judge. */
export function confidenceWord(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.9) return 'sure'
  return confidence >= 0.7 ? 'likely' : 'unsure'
}

/** Key, as the commit takes it, under which a cell's stored value is kept. */
export const keepKey = (itemId: string, field: string): string => `${itemId}/${field}`

export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
