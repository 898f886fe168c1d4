import type { Dictionaries } from '@guatu/playbook'

/** What a cell holds: text, a figure, a day that the spreadsheet shows as a date, or nothing. */
export type CellValue = string | number | { readonly date: string } | null

/** The directory and the dictionaries that names in cells stand for. */
export interface SheetContext {
  readonly nameOf: (kind: 'org' | 'person', id: string) => string | null
  readonly idsOf: (kind: 'org' | 'person', name: string) => readonly string[]
  readonly dictionaries: Dictionaries
}
