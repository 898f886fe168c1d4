import type { WorkCalendar } from '@guatu/schedule'
import { createContext, use } from 'react'
import type { Directory } from '../../../api/session.tsx'
import type { Grip } from '../drag/drag-model.ts'
import type { NodeRow, ProjectRow, WallRow } from '../rows/row-model.ts'

/** What rows can ask for. The object never changes, so that rows are drawn anew for their own data only. */
export interface WallActions {
  readonly select: (row: WallRow) => void
  /** Unfolds or folds a project; opens or closes the details of a node. */
  readonly toggle: (row: WallRow) => void
  readonly show: (row: WallRow) => void
  readonly open: (row: WallRow) => void
  readonly grab: (row: NodeRow, grip: Grip, event: React.PointerEvent) => void
  /** Takes hold of the flag that is a project's deadline. */
  readonly grabDeadline: (row: ProjectRow, event: React.PointerEvent) => void
}

export interface WallSurroundings {
  readonly calendar: WorkCalendar
  readonly today: string
  readonly directory: Directory
  readonly actions: WallActions
}

export const WallContext = createContext<WallSurroundings | null>(null)

export function useWall(): WallSurroundings {
  const wall = use(WallContext)
  if (!wall) throw new Error('useWall outside of the wall map')
  return wall
}
