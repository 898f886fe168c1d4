import { returnPath } from './return-to.ts'

const key = 'guatu-return'

/** Remembers where to go while the browser is away at an identity provider, which sends it back to the start. */
export function keepReturn(path: string): void {
  try {
    sessionStorage.setItem(key, path)
  } catch {
    // Without storage the way leads to the start.
  }
}

/** The remembered address, once. */
export function takeReturn(): string | null {
  try {
    const kept = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return kept === null ? null : returnPath(kept)
  } catch {
    return null
  }
}
