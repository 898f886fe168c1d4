import type { Title } from '@guatu/kernel'

/** Field kinds whose values are codes of a dictionary. */
export type DictionaryKind = 'area' | 'industry' | 'districtIndustry'

export interface DictionaryEntry {
  readonly code: string
  readonly title: Title
  /** Other words for the same entry in ledgers: short names, old names, names of the unit that stands for it. */
  readonly words?: readonly string[]
  /** Code of the entry that this one belongs to. */
  readonly parent?: string
  /** What the entry is, where a dictionary holds several sorts: a town, a functional area, a section, a division. */
  readonly sort?: string
  /** Ranked and assessed; absent is yes. */
  readonly assessed?: boolean
  readonly note?: Title
}

/** A code list as data: shipped with a source, or edited by the district. */
export interface Dictionary {
  readonly key: string
  readonly title: Title
  readonly source: string
  /** The district adds and renames entries; a shipped standard is not edited. */
  readonly editable: boolean
  readonly entries: readonly DictionaryEntry[]
}

export type Dictionaries = Readonly<Partial<Record<DictionaryKind, Dictionary>>>
