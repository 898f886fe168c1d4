import type { Title } from '@guatu/kernel'
import { useEffect, useSyncExternalStore } from 'react'

/** One line of the `?` help. `keys` as printed on the keyboard: `Ctrl+K`, `↑ ↓`, `Enter`. */
interface KeyLine {
  readonly keys: string
  readonly title: Title
}
export interface KeySection {
  readonly title: Title
  readonly lines: readonly KeyLine[]
}

let sections: readonly KeySection[] = []
const listeners = new Set<() => void>()

function setSections(next: readonly KeySection[]): void {
  sections = next
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Lists the keys of a screen in the `?` help for as long as it is shown. `section` is a constant of the feature. */
export function useKeyHelp(section: KeySection): void {
  useEffect(() => {
    setSections([...sections, section])
    return () => setSections(sections.filter((entry) => entry !== section))
  }, [section])
}

export const useKeySections = (): readonly KeySection[] => useSyncExternalStore(follow, () => sections)

/** Whether a key press belongs to something that people type into. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
