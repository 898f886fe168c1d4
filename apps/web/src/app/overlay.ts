import { useSyncExternalStore } from 'react'

type Overlay = 'palette' | 'keys' | 'asOf'

let open: Overlay | null = null
const listeners = new Set<() => void>()

function set(next: Overlay | null): void {
  open = next
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** One overlay at a time: opening the palette closes the key help. */
export const openOverlay = (overlay: Overlay): void => set(overlay)
export const closeOverlay = (): void => set(null)
export const useOverlay = (): Overlay | null => useSyncExternalStore(follow, () => open)
