import type { Title } from '@guatu/kernel'
import type { CellWrite } from './paste.ts'

/** What a cell is about while its words are not what the server holds. The words stay until it is settled. */
export type CellState =
  | { readonly kind: 'saving' | 'unsent'; readonly write: CellWrite }
  | {
      readonly kind: 'refused'
      readonly write: CellWrite
      readonly messages: readonly Title[]
      /** For lack of rights: there is a page that says why. */
      readonly forbidden?: boolean
    }
  /** Somebody else changed it first: `theirs` is what stands there. */
  | { readonly kind: 'conflict'; readonly write: CellWrite; readonly theirs: unknown }

export type CellStates = ReadonlyMap<string, CellState>

export const cellKey = (itemId: string, key: string): string => `${itemId}/${key}`

const keyOf = ({ itemId, key }: CellWrite) => cellKey(itemId, key)

export function withStates(states: CellStates, changed: readonly CellState[]): CellStates {
  const next = new Map(states)
  for (const state of changed) next.set(keyOf(state.write), state)
  return next
}

export function withoutStates(states: CellStates, writes: readonly CellWrite[]): CellStates {
  const next = new Map(states)
  for (const write of writes) next.delete(keyOf(write))
  return next
}

export const writesOf = (states: CellStates, kind: CellState['kind']): readonly CellWrite[] =>
  [...states.values()].filter((state) => state.kind === kind).map(({ write }) => write)

interface RefusalLike {
  readonly code?: string
  readonly path?: string
  readonly message: Title
}

/**
 * Refusals laid on the cells they speak of. A path names the field, alone or behind the item (`<itemId>/<field>`) or
 * the place of the change (`changes/<n>/fields/<field>`). What speaks of no cell is laid on all of them.
 */
export function refusedStates(
  writes: readonly CellWrite[],
  itemIds: readonly string[],
  refusals: readonly RefusalLike[],
): readonly CellState[] {
  const place = (path: string) => {
    const parts = path.split(/[/.]/).filter(Boolean)
    const itemId =
      parts.find((part) => itemIds.includes(part)) ?? itemIds[Number(parts.find((part) => /^\d+$/.test(part)) ?? -1)]
    return { itemId, key: parts.at(-1) }
  }
  const speaksOf = ({ path }: RefusalLike, write: CellWrite) => {
    if (!path) return true
    const { itemId, key } = place(path)
    return (itemId === undefined || itemId === write.itemId) && key === write.key
  }
  const placed = refusals.filter((refusal) => writes.some((write) => speaksOf(refusal, write)))
  const loose = refusals.filter((refusal) => !placed.includes(refusal))
  return writes.flatMap((write): readonly CellState[] => {
    const own = placed.filter((refusal) => speaksOf(refusal, write))
    const said = own.length > 0 || placed.length > 0 ? own : loose
    const forbidden = said.some(({ code }) => code === 'FORBIDDEN')
    const messages = said.map(({ message }) => message)
    return messages.length > 0 ? [{ kind: 'refused', write, messages, ...(forbidden ? { forbidden } : {}) }] : []
  })
}
