import type { Condition, FilterOperator } from '../../../api/filter.ts'

const sameCondition = (a: Condition, b: Condition) => a.key === b.key && a.operator === b.operator

/** Conditions of one key replaced as a whole, in the place where the first of them stood. */
export function withConditions(
  all: readonly Condition[],
  key: string,
  own: readonly Condition[],
): readonly Condition[] {
  const others = all.filter((condition) => condition.key !== key)
  const first = all.findIndex((condition) => condition.key === key)
  const at = first < 0 ? others.length : first
  return [...others.slice(0, at), ...own, ...others.slice(at)]
}

export const withoutCondition = (all: readonly Condition[], gone: Condition): readonly Condition[] =>
  all.filter((condition) => !sameCondition(condition, gone))

export const conditionOf = (all: readonly Condition[], key: string, operator: FilterOperator): Condition | undefined =>
  all.find((condition) => condition.key === key && condition.operator === operator)

/** The one value of a bound or of a text condition. */
export const firstValueOf = (all: readonly Condition[], key: string, operator: FilterOperator): string =>
  conditionOf(all, key, operator)?.values[0] ?? ''
