import type { Grip } from '../drag/drag-model.ts'
import type { TreeMove } from '../rows/tree-keys.ts'

/** What a key press on the map asks for. */
export type WallCommand =
  | { readonly kind: 'move'; readonly move: TreeMove }
  | { readonly kind: 'nudge'; readonly grip: Grip; readonly workdays: 1 | -1 | 5 | -5 }
  | { readonly kind: 'zoom'; readonly direction: 1 | -1 }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'open' | 'details' | 'toggle' | 'today' | 'escape' | 'foldAll' }

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const moves: Readonly<Record<string, TreeMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
  ArrowLeft: 'parent',
  ArrowRight: 'child',
}

const plain: Readonly<Record<string, WallCommand>> = {
  Enter: { kind: 'open' },
  ' ': { kind: 'toggle' },
  i: { kind: 'details' },
  I: { kind: 'details' },
  t: { kind: 'today' },
  T: { kind: 'today' },
  Escape: { kind: 'escape' },
  '+': { kind: 'zoom', direction: 1 },
  '=': { kind: 'zoom', direction: 1 },
  '-': { kind: 'zoom', direction: -1 },
  _: { kind: 'zoom', direction: -1 },
  '*': { kind: 'foldAll' },
}

const PAN_SHARE = 0.5

/** The command of a key press; null for keys that are none of the map's. */
export function commandOf(press: KeyPress): WallCommand | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press
  const sideways = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (sideways !== 0 && shiftKey) {
    const workdays = (ctrlKey ? 5 * sideways : sideways) as 1 | -1 | 5 | -5
    return { kind: 'nudge', grip: altKey ? 'finish' : 'move', workdays }
  }
  if (sideways !== 0 && ctrlKey) return { kind: 'pan', share: sideways * PAN_SHARE }
  if (altKey || ctrlKey || metaKey) return null
  const move = shiftKey ? undefined : moves[key]
  return move ? { kind: 'move', move } : (plain[key] ?? null)
}
