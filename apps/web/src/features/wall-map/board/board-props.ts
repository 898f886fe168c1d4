import type { Camera } from '../camera/use-camera.ts'
import type { DraftState } from '../drag/use-draft.ts'
import type { WallRow } from '../rows/row-model.ts'
import type { TimeScale } from '../scale/time-scale.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'

export interface WallBoardProps {
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly scale: TimeScale
  readonly view: WallView
  readonly change: ChangeView
  readonly camera: Camera
  readonly draft: DraftState
}
