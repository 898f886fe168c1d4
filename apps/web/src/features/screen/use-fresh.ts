import { useEffect, useRef } from 'react'

/** Keys that were not there before the last change; nothing is fresh when the screen is first filled. */
export function useFresh<K>(keys: readonly K[]): ReadonlySet<K> {
  const known = useRef<{ keys: ReadonlySet<K>; fresh: ReadonlySet<K> } | null>(null)
  const before = known.current
  const same = before && before.keys.size === keys.length && keys.every((key) => before.keys.has(key))
  const fresh = same ? before.fresh : new Set(before ? keys.filter((key) => !before.keys.has(key)) : [])
  useEffect(() => {
    known.current = { keys: new Set(keys), fresh }
  })
  return fresh
}
