import type { Choice, DictionaryEntry } from '@guatu/playbook'
import { bareLabel } from '../text/normalise.ts'

/** A word that stands for a key: a stage's, a choice's or a dictionary entry's; `label` is what is compared. */
export interface KnownWord {
  readonly key: string
  readonly label: string
}

export const knownWord = (key: string, word: string): KnownWord => ({ key, label: bareLabel(word) })

/** What comes before a word and turns it into its opposite or its future: 未开工 has not started, 拟签约 is not signed. */
const negator = /(未|没有|没|尚未|待|拟|计划|即将|准备|预计|争取|力争|暂未|不)$/

/**
 * The longest known word within a text; of equally long ones the first. A word right after 未, 待, 拟 and the like does
 * not count, unless the known word holds that sign itself (未开工).
 */
export function longestKnownWord(text: string, known: readonly KnownWord[]): KnownWord | null {
  const bare = bareLabel(text)
  let best: { readonly word: KnownWord; readonly at: number; readonly length: number } | null = null
  for (const word of known) {
    const { label } = word
    const at = label ? placeOf(bare, label) : -1
    if (at < 0) continue
    if (!best || label.length > best.length || (label.length === best.length && at < best.at)) {
      best = { word, at, length: label.length }
    }
  }
  return best?.word ?? null
}

/** Keys of all known words within a text, words within longer known words aside. */
export function knownKeys(text: string, known: readonly KnownWord[]): string[] {
  let bare = bareLabel(text)
  const keys = new Set<string>()
  for (;;) {
    const found = longestKnownWord(bare, known)
    if (!found) return [...keys]
    keys.add(found.key)
    bare = bare.replace(found.label, '#')
  }
}

function placeOf(bare: string, label: string): number {
  for (let at = bare.indexOf(label); at >= 0; at = bare.indexOf(label, at + 1)) {
    if (!negator.test(bare.slice(0, at))) return at
  }
  return -1
}

const dictionaryLists = new WeakMap<readonly DictionaryEntry[], readonly KnownWord[]>()

/** The words that a dictionary's entries go by; worked out once for each dictionary. */
export function dictionaryWords(entries: readonly DictionaryEntry[]): readonly KnownWord[] {
  const known = dictionaryLists.get(entries)
  if (known) return known
  const words = entries.flatMap((entry) =>
    [entry.title.zh, ...(entry.words ?? [])].map((word) => knownWord(entry.code, word)),
  )
  dictionaryLists.set(entries, words)
  return words
}

const choiceLists = new WeakMap<object, readonly KnownWord[]>()

/** The words that a field's choices go by. */
export function choiceWords(choices: Readonly<Record<string, Choice>>): readonly KnownWord[] {
  const known = choiceLists.get(choices)
  if (known) return known
  const words = Object.entries(choices).flatMap(([key, { title, words: others }]) =>
    [title.zh, title.en, key, ...(others ?? [])].map((word) => knownWord(key, word)),
  )
  choiceLists.set(choices, words)
  return words
}
