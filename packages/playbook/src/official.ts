import type { Title } from '@guatu/kernel'

/**
 * An official document that an item of the list comes out as. Texts hold `{key}` for a field's shown value, and
 * `{kind.key}` for that field of what is linked by a kind; `{kind.title}` names the linked items themselves. A paragraph
 * whose fields are all empty is left out.
 */
export interface DocumentTemplate {
  readonly title: Title
  readonly heading: string
  /** The unit in red at the head, and that signs. */
  readonly issuedBy: string
  readonly recipient: string
  readonly number?: string
  readonly date?: string
  readonly urgency?: { readonly field: string; readonly shown: readonly string[] }
  readonly paragraphs: readonly string[]
  readonly copies?: string
  readonly contact?: string
  /** Field that has to be filled before there is anything to print. */
  readonly needs: string
}

const placeholder = /\{([A-Za-z0-9.]+)\}/g

/** The names that a text asks for. */
export const placeholdersOf = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name = '']) => name)

/** A text with its values; null where it asks for some and has none. */
export function filledText(text: string, shownOf: (name: string) => string): string | null {
  const names = placeholdersOf(text)
  const values = new Map(names.map((name) => [name, shownOf(name).trim()]))
  if (names.length > 0 && [...values.values()].every((value) => value === '')) return null
  return text.replaceAll(placeholder, (_, name: string) => values.get(name) ?? '')
}
