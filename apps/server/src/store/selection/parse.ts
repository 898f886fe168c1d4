import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { type KeySort, type SelectionKey, selectionKeys } from './keys.ts'

const operators = ['in', 'has', 'from', 'to', 'empty', 'filled'] as const
export type Operator = (typeof operators)[number]

export interface Condition {
  readonly key: SelectionKey
  readonly operator: Operator
  readonly values: readonly string[]
}

export interface Order {
  readonly key: SelectionKey
  readonly descending: boolean
}

/** A part of a list, as its address says. */
export interface Selection {
  readonly playbook: Playbook
  readonly words: readonly string[]
  readonly conditions: readonly Condition[]
  readonly orders: readonly Order[]
}

export interface SelectionText {
  readonly q?: string | undefined
  readonly filter?: string | undefined
  readonly sort?: string | undefined
}

const gaps = [
  'noLeadOrg',
  'noDeadline',
  'noAnnualPlan',
  'noOwner',
  'withBlockers',
  'from100m',
  'doneWithoutPlan',
] as const

const allowed: Record<KeySort, readonly Operator[]> = {
  text: ['in', 'has', 'empty', 'filled'],
  id: ['in', 'empty', 'filled'],
  number: ['in', 'from', 'to', 'empty', 'filled'],
  day: ['in', 'from', 'to', 'empty', 'filled'],
  flag: ['in', 'empty', 'filled'],
  rules: ['in', 'empty', 'filled'],
  months: ['in'],
  gap: ['in'],
  imports: ['in'],
  ids: ['in', 'empty', 'filled'],
  ties: ['in'],
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What a value of each sort looks like; longer numbers than any amount are no numbers here. */
const forms: Record<KeySort, RegExp> = {
  text: /^.*$/s,
  id: uuid,
  number: /^-?\d{1,18}(\.\d{1,6})?$/,
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  flag: /^(true|false)$/,
  rules: /^[A-Za-z][A-Za-z0-9-]*$/,
  months: /^\d{4}-(0[1-9]|1[0-2])$/,
  gap: new RegExp(`^(${gaps.join('|')})$`),
  imports: uuid,
  ids: uuid,
  ties: uuid,
}

const refusalAt = (path: string, message: Title, accepted?: readonly string[]): Refusal => ({
  code: 'INPUT_INVALID',
  path,
  message,
  ...(accepted ? { accepted } : {}),
})

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function isValue(sort: KeySort, value: string): boolean {
  if (!forms[sort].test(value)) return false
  return sort !== 'day' || new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
}

function parseCondition(text: string, keys: ReadonlyMap<string, SelectionKey>): Condition | Refusal {
  const [keyText = '', operatorText = '', ...rest] = text.split(':')
  const key = keys.get(keyText)
  if (!key) {
    return refusalAt('filter', { zh: `没有“${keyText}”这一项`, en: `There is no key '${keyText}'` }, [...keys.keys()])
  }
  const operator = allowed[key.sort].find((candidate) => candidate === operatorText)
  if (!operator) {
    const message = {
      zh: `“${keyText}”不能用条件“${operatorText}”`,
      en: `'${keyText}' takes no operator '${operatorText}'`,
    }
    return refusalAt('filter', message, allowed[key.sort])
  }
  if (operator === 'empty' || operator === 'filled') return { key, operator, values: [] }
  const written = rest.join(':').split(',')
  const values = written.map(decoded)
  const wrong = values.findIndex((value) => value === null || value === '' || !isValue(key.sort, value))
  if (wrong >= 0 || (operator !== 'in' && values.length !== 1)) {
    const value = wrong >= 0 ? written[wrong] : values.join(',')
    const message = {
      zh: `“${keyText}”的条件值“${value}”不可用`,
      en: `'${keyText}' does not take the value '${value}'`,
    }
    return refusalAt('filter', message, key.sort === 'gap' ? gaps : undefined)
  }
  return { key, operator, values: values as string[] }
}

/** Sorts of which an item has several values, or none of its own. */
const unordered: readonly KeySort[] = ['gap', 'rules', 'months', 'imports', 'ids', 'ties']

function parseOrder(text: string, keys: ReadonlyMap<string, SelectionKey>): Order | Refusal {
  const descending = text.startsWith('-')
  const key = keys.get(descending ? text.slice(1) : text)
  if (key && !unordered.includes(key.sort)) return { key, descending }
  const sortable = [...keys.values()].filter(({ sort }) => !unordered.includes(sort))
  return refusalAt(
    'sort',
    { zh: `不能按“${text}”排序`, en: `Cannot sort by '${text}'` },
    sortable.map((one) => one.key),
  )
}

const isRefusal = (part: object): part is Refusal => 'code' in part

/** Reads a selection; refuses with everything in it that cannot be understood. */
export function parseSelection(playbook: Playbook, { q, filter, sort }: SelectionText): Outcome<Selection> {
  const keys = selectionKeys(playbook)
  const conditions = (filter ?? '')
    .split(';')
    .filter(Boolean)
    .map((text) => parseCondition(text, keys))
  const orders = (sort ?? '')
    .split(',')
    .filter(Boolean)
    .map((text) => parseOrder(text, keys))
  const refusals = [...conditions, ...orders].filter(isRefusal)
  if (refusals.length > 0) return refused(...refusals)
  return done({
    playbook,
    words: (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8),
    conditions: conditions as Condition[],
    orders: orders as Order[],
  })
}
