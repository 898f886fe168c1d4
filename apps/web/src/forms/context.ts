import type { AreaEntry, OrgEntry, PersonEntry } from '@guatu/contract'
import type { Language, Title } from '@guatu/kernel'
import type { Dictionaries, DictionaryKind, Field } from '@guatu/playbook'

/** What reading and showing field values needs to know besides the field itself. */
export interface FieldContext {
  /** ISO day: gives the year that was not typed. */
  readonly today: string
  readonly language: Language
  readonly orgs: readonly OrgEntry[]
  readonly persons: readonly PersonEntry[]
  readonly areas: readonly AreaEntry[]
  readonly dictionaries: Dictionaries
}

/** One thing that can be picked. `words` are further ways to write it; `note` tells namesakes apart. */
export interface PickOption {
  readonly value: string
  readonly title: string
  readonly note?: string
  readonly words: readonly string[]
}

const titleWords = ({ zh, en }: Title, words: readonly string[] = []) => [zh, en, ...words]

const dictionaryOptions = (kind: DictionaryKind, { dictionaries, language }: FieldContext): readonly PickOption[] =>
  (dictionaries[kind]?.entries ?? []).map(({ code, title, words }) => ({
    value: code,
    title: title[language],
    note: code,
    words: [code, ...titleWords(title, words)],
  }))

/** Areas come from the session where it names any: the district edits them, the shipped dictionary does not know. */
const areaOptions = (context: FieldContext): readonly PickOption[] =>
  context.areas.length > 0
    ? context.areas.map(({ code, name, shortName }) => ({ value: code, title: name, words: [code, name, shortName] }))
    : dictionaryOptions('area', context)

/** What a unit is called in a cell. A town's short name (建设) reads as a word of its own, so towns keep their full one. */
export const orgTitle = ({ kind, name, shortName }: OrgEntry): string =>
  ['town', 'subDistrict', 'functionalArea'].includes(kind) ? name : (shortName ?? name)

const orgOptions = ({ orgs }: FieldContext): readonly PickOption[] =>
  orgs.map((org) => {
    const { orgId, name, shortName } = org
    const title = orgTitle(org)
    const words = shortName ? [name, shortName] : [name]
    return { value: orgId, title, words, ...(title === name ? {} : { note: name }) }
  })

function personOptions({ persons, orgs }: FieldContext): readonly PickOption[] {
  const names = new Map(orgs.map((org) => [org.orgId, orgTitle(org)]))
  return persons.map(({ personId, name, post, orgId }) => {
    const note = [names.get(orgId ?? ''), post].filter(Boolean).join(' ')
    return { value: personId, title: name, words: [name], ...(note ? { note } : {}) }
  })
}

const choiceOptions = (field: Field, { language }: FieldContext): readonly PickOption[] =>
  field.kind === 'choice'
    ? Object.entries(field.choices).map(([value, { title, words }]) => ({
        value,
        title: title[language],
        words: [value, ...titleWords(title, words)],
      }))
    : []

const flagOptions = ({ language }: FieldContext): readonly PickOption[] => [
  { value: 'true', title: language === 'zh' ? '是' : 'Yes', words: ['是', '有', 'yes', 'true', 'y', '√', '1'] },
  { value: 'false', title: language === 'zh' ? '否' : 'No', words: ['否', '无', 'no', 'false', 'n', '×', '0'] },
]

/** What can be picked for a field; empty for kinds that are typed. */
export function optionsOf(field: Field, context: FieldContext): readonly PickOption[] {
  switch (field.kind) {
    case 'choice':
      return choiceOptions(field, context)
    case 'flag':
      return flagOptions(context)
    case 'org':
    case 'orgs':
      return orgOptions(context)
    case 'person':
      return personOptions(context)
    case 'area':
      return areaOptions(context)
    case 'industry':
    case 'districtIndustry':
      return dictionaryOptions(field.kind, context)
    default:
      return []
  }
}
