/**
 * The secret part of a one-time link, taken from behind its `#`: it is never sent with the page's address, so no log of
 * a server or a proxy sees it.
 */
export const linkToken = (): string => decodeURIComponent(location.hash.slice(1))
