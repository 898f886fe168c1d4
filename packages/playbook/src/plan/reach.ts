interface Edge {
  readonly from: string
  readonly to: string
}

/** A node and everything that comes after it (`down`) or before it (`up`) by the links. */
export function reachable(key: string, links: readonly Edge[], way: 'down' | 'up'): ReadonlySet<string> {
  const reached = new Set([key])
  for (const at of reached) {
    for (const link of links) {
      if (way === 'down' && link.from === at) reached.add(link.to)
      if (way === 'up' && link.to === at) reached.add(link.from)
    }
  }
  return reached
}
