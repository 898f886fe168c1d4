import { useSyncExternalStore } from 'react'
import { readChoice, writeChoice } from './choice.ts'

const themes = ['paper', 'ink'] as const
export type Theme = (typeof themes)[number]

const listeners = new Set<() => void>()
const themeNow = (): Theme => (document.documentElement.dataset.theme === 'ink' ? 'ink' : 'paper')

/** Puts the chosen theme on <html>, or the system's until one is chosen. */
export function startTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    document.documentElement.dataset.theme = readChoice('theme', themes) ?? (dark.matches ? 'ink' : 'paper')
    for (const listener of listeners) listener()
  }
  dark.addEventListener('change', apply)
  apply()
}

export function setTheme(theme: Theme): void {
  writeChoice('theme', theme)
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

function follow(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export const useTheme = (): Theme => useSyncExternalStore(follow, themeNow)
