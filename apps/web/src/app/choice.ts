/** A personal choice kept in the browser. Private windows may forbid storage: the choice then lasts for the page. */
export function readChoice<T extends string>(name: string, allowed: readonly T[]): T | null {
  try {
    const kept = localStorage.getItem(`guatu-${name}`)
    return allowed.find((value) => value === kept) ?? null
  } catch {
    return null
  }
}

export function writeChoice(name: string, value: string): void {
  try {
    localStorage.setItem(`guatu-${name}`, value)
  } catch {
    // Nothing to mend: see above.
  }
}
