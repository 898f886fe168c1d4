import type { PickOption } from './context.ts'
import type { Entry } from './entry.ts'
import { lastName, nameParts, withNames } from './name-parts.ts'

/** What the list is narrowed by: the name that is being typed; nothing while what stands there was picked. */
export const typedName = ({ text, picked }: Entry): string => (picked === undefined ? lastName(text) : '')

const named = (options: readonly PickOption[], name: string): PickOption | undefined =>
  options.find(({ title, words }) => title === name || words.includes(name))

/** Names that are whole already: all but the one that is being typed. */
function wholeNames(entry: Entry): readonly string[] {
  const names = nameParts(entry.text)
  return typedName(entry) === '' ? names : names.slice(0, -1)
}

/** Values of the options that the entry names. */
export const chosenValues = (entry: Entry, options: readonly PickOption[]): ReadonlySet<string> =>
  new Set(wholeNames(entry).flatMap((name) => named(options, name)?.value ?? []))

/** The entry with an option put in, or taken out where it is in. Words that name no option stay, to be mended. */
export function toggled(entry: Entry, option: PickOption, options: readonly PickOption[]): Entry {
  const names = wholeNames(entry)
  const others = names.filter((name) => named(options, name)?.value !== option.value)
  const kept = others.length < names.length ? others : [...names, option.title]
  const known = kept.flatMap((name) => named(options, name)?.value ?? [])
  const text = withNames(kept)
  return kept.length > 0 && known.length === kept.length ? { text, picked: known } : { text }
}
