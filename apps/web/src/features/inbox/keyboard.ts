import type { KeyboardEvent } from 'react'
import type { KeySection } from '../../app/keys.ts'
import { inboxTexts as texts } from './texts.ts'

export const keySection: KeySection = {
  title: texts.keys,
  lines: [
    { keys: '↑ ↓', title: texts.keyMove },
    { keys: 'Enter', title: texts.keyOpen },
    { keys: 'Space', title: texts.keyMark },
  ],
}

/** Arrows go from notice to notice, Space marks the one that has the focus. */
export function moveBy(event: KeyboardEvent, list: HTMLElement | null): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  if (event.key === ' ') {
    event.preventDefault()
    stops[at]?.closest('li')?.querySelector('button')?.click()
    // The row may go with being read: the next one takes its place.
    const next = stops[at + 1] ?? stops[at - 1]
    next?.focus()
  }
}
