import { bad, type Checked, type DictionaryKind, good } from '@guatu/playbook'
import type { SheetContext } from './context.ts'

/**
 * A reference as text: its name where the name leads back to it alone, `name #key` otherwise. People read and type names;
 * namesakes keep their key so that an export reads back as the same thing.
 */
export function namedText(name: string | null, key: string, keysOf: (name: string) => readonly string[]): string {
  if (name === null || name.includes('#') || name.trim() !== name || name === '') return `#${key}`
  const keys = keysOf(name)
  return keys.length === 1 && keys[0] === key ? name : `${name} #${key}`
}

export function namedKey(text: string, keysOf: (name: string) => readonly string[]): Checked<string> {
  const mark = text.lastIndexOf('#')
  if (mark >= 0) return good(text.slice(mark + 1).trim())
  const keys = keysOf(text)
  if (keys.length === 1) return good(keys[0]!)
  return keys.length === 0
    ? bad(`名录中没有“${text}”`, `The directory has no '${text}'`)
    : bad(`“${text}”有 ${keys.length} 个，请写成“名称 #编号”`, `'${text}' names ${keys.length}; write 'name #key'`)
}

export const directoryKeys = (kind: 'org' | 'person', context: SheetContext) => (name: string) =>
  context.idsOf(kind, name)

export const dictionaryKeys =
  (kind: DictionaryKind, { dictionaries }: SheetContext) =>
  (name: string): readonly string[] =>
    (dictionaries[kind]?.entries ?? []).filter((entry) => entry.title.zh === name).map((entry) => entry.code)

export const dictionaryName = (kind: DictionaryKind, code: string, { dictionaries }: SheetContext): string | null =>
  dictionaries[kind]?.entries.find((entry) => entry.code === code)?.title.zh ?? null
