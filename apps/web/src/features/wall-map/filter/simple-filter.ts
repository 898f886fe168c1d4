import { type Condition, filterText, parseFilter } from '../../../api/filter.ts'

/** The conditions that the map's own controls set; others, as from a link out of the ledger, are kept and counted. */
const simpleKeys = ['lamp', 'area', 'leadOrg', 'stage'] as const
export type SimpleKey = (typeof simpleKeys)[number]

const isSimple = ({ key, operator }: Condition): boolean =>
  operator === 'in' && (simpleKeys as readonly string[]).includes(key)

export function chosen(filter: string | undefined, key: SimpleKey): readonly string[] {
  return parseFilter(filter).find((condition) => condition.key === key && condition.operator === 'in')?.values ?? []
}

/** The filter with the choices of one key replaced; no choice lifts the condition. */
export function choose(filter: string | undefined, key: SimpleKey, values: readonly string[]): string | undefined {
  const others = parseFilter(filter).filter((condition) => !(condition.key === key && condition.operator === 'in'))
  const own: Condition[] = values.length === 0 ? [] : [{ key, operator: 'in', values }]
  return filterText([...others, ...own]) || undefined
}

export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((entry) => entry !== value) : [...values, value]

/** How many conditions hold that no control of the map shows. */
export const otherConditions = (filter: string | undefined): number =>
  parseFilter(filter).filter((condition) => !isSimple(condition)).length
