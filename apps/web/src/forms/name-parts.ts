/** The names of a list as people type them; what is empty between two signs is left out. */
export const nameParts = (text: string): readonly string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The name that is being typed: what stands after the last sign; empty after a sign or for no text. */
export const lastName = (text: string): string => /[^、，,;；\n]*$/.exec(text)![0].trim()

/** The names as a text that a further one can follow. */
export const withNames = (names: readonly string[]): string => names.map((name) => `${name}、`).join('')
