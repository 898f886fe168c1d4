import type { Playbook } from '@guatu/playbook'
import type { LedgerValue } from '../report.ts'
import { compact } from '../text/normalise.ts'
import { choiceWords, knownKeys } from '../values/choice.ts'
import type { ReadyColumn } from './row-input.ts'

/** A section's name without its number and count: 一、产业类项目（8个） is 产业类项目. */
const sectionName = (text: string): string =>
  compact(text)
    .replace(/^[(]?[一二三四五六七八九十]{1,3}[)]?[、.:]?|^第[一二三四五六七八九十]+[类部分批章]+[、:]?/, '')
    .replace(/[(][^)]*\d+[^)]*[)]|[(]?(金额|计量|货币)?单位[:为].*$|\d+[个项]$/g, '')

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
    // 基础设施及城市更新类 names two types: it is neither's section alone.
    const [choice, ...others] = knownKeys(name, words)
    if (choice && others.length === 0) found.push([key, field.open ? field.choices[choice]!.title.zh : choice])
  }
  return found.length === 1 ? Object.fromEntries(found) : {}
}

type SectionFields = Readonly<Record<string, LedgerValue>>

interface Section {
  readonly fields: SectionFields
  readonly name: string
}

const none: Section = { fields: {}, name: '' }

/** What the sections that a row stands in say of it: （一） adds to 一、, the next 一、 begins anew. */
export class Sections {
  #outer = none
  #inner = none

  enter(text: string, playbook: Playbook, columns: readonly ReadyColumn[]): void {
    const section = { fields: sectionFields(text, playbook, columns), name: sectionName(text) }
    if (/^[(（]/.test(text.trim())) this.#inner = section
    else [this.#outer, this.#inner] = [section, none]
  }

  get fields(): SectionFields {
    return { ...this.#outer.fields, ...this.#inner.fields }
  }

  /** Names that fill no field, to be kept as text; empty when there are none. */
  get unplaced(): string {
    const names = [this.#outer, this.#inner]
      .filter(({ fields }) => Object.keys(fields).length === 0)
      .map(({ name }) => name)
    return names.filter((name) => name !== '').join('/')
  }
}
