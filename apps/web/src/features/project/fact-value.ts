import type { Money } from '@guatu/kernel'

/** The decimal text of a typed figure, as facts are sent: yuan for money. */
export const factValue = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'amount' in value ? (value as Money).amount : String(value)
