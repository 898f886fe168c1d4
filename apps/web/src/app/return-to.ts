/** Pages that are there for whoever is not signed in. */
const entrances = ['/sign-in', '/set-up', '/invitation'] as const

export const isEntrance = (pathname: string): boolean => entrances.some((entrance) => entrance === pathname)

/**
 * Where somebody goes after signing in: the address that was asked for, as far as it is a page of this very site. A link
 * that brings another site's address (`//…`, a scheme, a backslash that browsers read as a slash) leads to the start.
 */
export function returnPath(asked: string | undefined): string {
  if (!asked?.startsWith('/')) return '/'
  try {
    const base = 'http://guatu.invalid'
    const { origin, pathname, search, hash } = new URL(asked, base)
    if (origin !== base || isEntrance(pathname)) return '/'
    // A path that begins with two slashes once it is normalised would be read as a host.
    return pathname.startsWith('//') ? '/' : `${pathname}${search}${hash}`
  } catch {
    return '/'
  }
}
