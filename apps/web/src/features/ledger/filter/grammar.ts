/** Operators of a list's `filter` parameter, as the contract's `ItemQuery` describes them. */
export const operators = ['in', 'has', 'from', 'to', 'empty', 'filled'] as const

export type Operator = (typeof operators)[number]

export interface Condition {
  readonly key: string
  readonly operator: Operator
  /** Choices of `in` (any of them), one value of `has`, `from` and `to`, none of `empty` and `filled`. */
  readonly values: readonly string[]
}

const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text)

const takesNoValue = (operator: Operator) => operator === 'empty' || operator === 'filled'

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseCondition(text: string): Condition | null {
  const [key, operator, ...rest] = text.split(':')
  if (!key || !operator || !isOperator(operator)) return null
  if (takesNoValue(operator)) return { key, operator, values: [] }
  const values = rest
    .join(':')
    .split(',')
    .map(decoded)
    .filter((value) => value !== '')
  return values.length > 0 ? { key, operator, values } : null
}

/** The conditions of a filter text. Links get cut and retyped: what cannot be read is left out, the rest still holds. */
export function parseFilter(text: string | undefined): readonly Condition[] {
  if (!text) return []
  return text
    .split(';')
    .map(parseCondition)
    .filter((condition) => condition !== null)
}

/** `encodeURIComponent` leaves `'` and `~` alone, which is fine: only `: ; , %` separate anything. */
export function buildFilter(conditions: readonly Condition[]): string | undefined {
  if (conditions.length === 0) return undefined
  return conditions
    .map(({ key, operator, values }) =>
      takesNoValue(operator) ? `${key}:${operator}:` : `${key}:${operator}:${values.map(encodeURIComponent).join(',')}`,
    )
    .join(';')
}

const sameCondition = (a: Condition, b: Condition) => a.key === b.key && a.operator === b.operator

/** Conditions of one key replaced as a whole, in the place where the first of them stood. */
export function withConditions(
  all: readonly Condition[],
  key: string,
  own: readonly Condition[],
): readonly Condition[] {
  const at = all.findIndex((condition) => condition.key === key)
  const others = all.filter((condition) => condition.key !== key)
  if (at < 0) return [...others, ...own]
  const before = all.slice(0, at).filter((condition) => condition.key !== key).length
  return [...others.slice(0, before), ...own, ...others.slice(before)]
}

export const withoutCondition = (all: readonly Condition[], gone: Condition): readonly Condition[] =>
  all.filter((condition) => !sameCondition(condition, gone))

export const conditionOf = (all: readonly Condition[], key: string, operator: Operator): Condition | undefined =>
  all.find((condition) => condition.key === key && condition.operator === operator)
