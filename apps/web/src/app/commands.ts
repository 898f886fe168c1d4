import type { Title } from '@guatu/kernel'
import { useEffect, useSyncExternalStore } from 'react'

/** Something a person can do, found by the palette (Ctrl+K) by its title, its pinyin and its further words. */
export interface Command {
  readonly key: string
  readonly title: Title
  readonly words?: readonly string[]
  readonly run: () => void
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function setCommands(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Offers commands in the palette for as long as the caller is shown. Memoise the list. */
export function useCommands(offered: readonly Command[]): void {
  useEffect(() => {
    setCommands([...commands, ...offered])
    return () => setCommands(commands.filter((command) => !offered.includes(command)))
  }, [offered])
}

export const useCommandList = (): readonly Command[] => useSyncExternalStore(follow, () => commands)
