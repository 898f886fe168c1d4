import type { Title } from '@guatu/kernel'

/** A value in its one written form, or what is wrong with it and what would have been taken. */
export type Checked<V> =
  | { readonly kind: 'good'; readonly value: V }
  | { readonly kind: 'bad'; readonly message: Title; readonly accepted?: readonly string[] }

export const good = <V>(value: V): Checked<V> => ({ kind: 'good', value })

export const bad = (zh: string, en: string, accepted?: readonly string[]): Checked<never> => ({
  kind: 'bad',
  message: { zh, en },
  ...(accepted ? { accepted } : {}),
})
