import type { Playbook } from '@guatu/playbook'
import { createContext, use } from 'react'
import type { Condition } from '../../api/filter.ts'

/** Which list a board shows, and of which area: every figure on it opens rows of this selection. */
export interface BoardScope {
  readonly playbook: Playbook
  /** Conditions that hold for the whole board. */
  readonly conditions: readonly Condition[]
}

export const BoardContext = createContext<BoardScope | null>(null)

export function useBoardScope(): BoardScope {
  const scope = use(BoardContext)
  if (!scope) throw new Error('a board piece outside of a board')
  return scope
}
