import { searchText } from '@guatu/kernel'
import type { PickOption } from './context.ts'

/** An option with the text that a search looks through: words, pinyin, initials. */
export interface Searchable {
  readonly option: PickOption
  readonly plain: string
  readonly phonetic: string
}

export const searchable = (options: readonly PickOption[]): readonly Searchable[] =>
  options.map((option) => ({
    option,
    plain: [...option.words, option.note ?? ''].join(' ').toLowerCase(),
    phonetic: option.words.map(searchText).join(' '),
  }))

/** 0: begins with the words; 1: holds them; 2: is read like them; null: no match. */
function rankOf({ option, plain, phonetic }: Searchable, wanted: string): number | null {
  if (option.words.some((word) => word.toLowerCase().startsWith(wanted))) return 0
  if (plain.includes(wanted)) return 1
  return phonetic.includes(wanted) ? 2 : null
}

/** Options for what was typed so far, best first and otherwise in the list's own order; all of them for nothing typed. */
export function matching(all: readonly Searchable[], typed: string): readonly PickOption[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (wanted === '') return all.map(({ option }) => option)
  return all
    .map((entry) => ({ option: entry.option, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ option }) => option)
}
