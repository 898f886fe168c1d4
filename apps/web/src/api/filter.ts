export const filterOperators = ['in', 'has', 'from', 'to', 'empty', 'filled'] as const
export type FilterOperator = (typeof filterOperators)[number]

/** One condition of a selection, as `ItemQuery.filter` of the contract carries it. */
export interface Condition {
  readonly key: string
  readonly operator: FilterOperator
  readonly values: readonly string[]
}

const isOperator = (text: string): text is FilterOperator => (filterOperators as readonly string[]).includes(text)

/** `,` `;` and `:` part the list, so they are encoded within a value as encodeURIComponent does. */
export const filterText = (conditions: readonly Condition[]): string =>
  conditions
    .map(({ key, operator, values }) => `${key}:${operator}:${values.map(encodeURIComponent).join(',')}`)
    .join(';')

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A hand-written address with a stray percent sign still means what it says.
    return value
  }
}

/** Conditions of a filter text; what is no condition is left out, so a mistyped address still opens. */
export function parseFilter(text: string | undefined): Condition[] {
  return (text ?? '').split(';').flatMap((part) => {
    const [key = '', operator = '', values = ''] = part.split(':')
    if (!key || !isOperator(operator)) return []
    return [{ key, operator, values: values === '' ? [] : values.split(',').map(decoded) }]
  })
}

/** `is('lamp', 'red', 'orange')`: the key has one of the values. */
export const is = (key: string, ...values: readonly string[]): Condition => ({ key, operator: 'in', values })

/** The filter text of single values: `filterOf({ lamp: 'red', area: code })`. Absent values are left out. */
export const filterOf = (wanted: Readonly<Record<string, string | null | undefined>>): string =>
  filterText(Object.entries(wanted).flatMap(([key, value]) => (value ? [is(key, value)] : [])))
