import type { RefObject } from 'react'
import type { WallRow } from '../rows/row-model.ts'
import type { TimeScale } from '../scale/time-scale.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'

export interface CameraInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scale: TimeScale
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly view: WallView
  readonly change: ChangeView
  readonly today: string
}

/** What listeners read at the moment they are called. */
export interface LiveCamera {
  readonly scale: TimeScale
  readonly rows: readonly WallRow[]
  /** Pixels of the time line in view. */
  readonly trackWidth: () => number
  /** Where the map opens when no address names a day: at today. */
  readonly openingLeft: () => number
}
