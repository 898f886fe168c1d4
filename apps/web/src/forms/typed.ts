import type { Title } from '@guatu/kernel'

/** What typed words turned out to mean for a field: a value, nothing at all (the field is emptied), or why not. */
export type Typed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly message: Title; readonly accepted?: readonly string[] }

export const typedValue = <T>(value: T): Typed<T> => ({ kind: 'value', value })

export const typedEmpty: Typed<never> = { kind: 'empty' }

export const fault = (zh: string, en: string, accepted?: readonly string[]): Typed<never> => ({
  kind: 'fault',
  message: { zh, en },
  ...(accepted ? { accepted } : {}),
})

/** Full-width digits and signs as their half-width forms, outer white space gone: both are typed with Chinese input on. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()
