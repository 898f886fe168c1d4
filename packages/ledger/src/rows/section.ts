import type { Playbook } from '@guatu/playbook'
import type { LedgerValue } from '../report.ts'
import { compact } from '../text/normalise.ts'
import { choiceWords, longestKnownWord } from '../values/choice.ts'
import type { ReadyColumn } from './read-row.ts'

/** A section's name without its number and count: 一、产业类项目（8个） is 产业类项目. */
export const sectionName = (text: string): string =>
  compact(text)
    .replace(/^[(]?[一二三四五六七八九十]{1,3}[)]?[、.:]?|^第[一二三四五六七八九十]+[类部分批章]+[、:]?/, '')
    .replace(/[(][^)]*\d+[^)]*[)]|\d+[个项]$/g, '')

/**
 * Fields that a section's name fills for the rows below it: choices that no column gives, when the name holds a word of
 * exactly one of them.
 */
function sectionFields(text: string, playbook: Playbook, columns: readonly ReadyColumn[]): SectionFields {
  const name = sectionName(text)
  const mapped = new Set(columns.map((column) => column.field))
  const found: [string, string][] = []
  for (const [key, field] of Object.entries(playbook.fields)) {
    if (field.kind !== 'choice' || mapped.has(key)) continue
    const words = choiceWords(field.choices)
    const choice = longestKnownWord(name, words)
    if (choice) found.push([key, field.open ? field.choices[choice.key]!.title.zh : choice.key])
  }
  return found.length === 1 ? Object.fromEntries(found) : {}
}

type SectionFields = Readonly<Record<string, LedgerValue>>

/** What the sections that a row stands in say of it: （一） adds to 一、, the next 一、 begins anew. */
export class Sections {
  #outer: SectionFields = {}
  #inner: SectionFields = {}

  enter(text: string, playbook: Playbook, columns: readonly ReadyColumn[]): void {
    const fields = sectionFields(text, playbook, columns)
    const inner = /^[(（]/.test(text.trim())
    if (inner) this.#inner = fields
    else [this.#outer, this.#inner] = [fields, {}]
  }

  get fields(): SectionFields {
    return { ...this.#outer, ...this.#inner }
  }
}
