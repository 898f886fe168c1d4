import { type Checked, type Field, good } from '@guatu/playbook'
import type { SheetContext } from './context.ts'
import { directoryKeys, namedKey, namedText } from './named.ts'

const separators = /[、，,;；\n]/

/** Names with a sign between names in them cannot stand in a list of names; their keys can. */
function unitText(id: string, context: SheetContext): string {
  const name = context.nameOf('org', id)
  return namedText(name !== null && separators.test(name) ? null : name, id, directoryKeys('org', context))
}

/** Several units in one cell, as ledgers write them. */
export const unitsToCell = (ids: readonly string[], _: Field, context: SheetContext): string =>
  ids.map((id) => unitText(id, context)).join('、')

export function unitsFromCell(text: string, context: SheetContext): Checked<readonly string[]> {
  const keys: string[] = []
  for (const part of text.split(separators).map((name) => name.trim())) {
    if (part === '') continue
    const key = namedKey(part, directoryKeys('org', context))
    if (key.kind === 'bad') return key
    if (!keys.includes(key.value)) keys.push(key.value)
  }
  return good(keys)
}
