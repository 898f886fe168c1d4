import { useText } from '../../../app/language.ts'
import type { Camera } from '../camera/use-camera.ts'
import { foldModes } from '../rows/fold.ts'
import { dayWidths, levelOf, type ZoomLevel, zoomLevels } from '../scale/zoom.ts'
import { wallTexts } from '../texts.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'

interface ToolbarProps {
  readonly view: WallView
  readonly change: ChangeView
  readonly camera: Camera
  readonly onPrint: () => void
}

const zoomTexts: Record<ZoomLevel, (typeof wallTexts)['zoomDay']> = {
  day: wallTexts.zoomDay,
  week: wallTexts.zoomWeek,
  month: wallTexts.zoomMonth,
  quarter: wallTexts.zoomQuarter,
  year: wallTexts.zoomYear,
}
const foldTexts = { none: wallTexts.foldNone, focus: wallTexts.foldFocus, all: wallTexts.foldAll }

/** How much is unfolded, how wide a day is, today, print. */
export function Toolbar({ view, change, camera, onPrint }: ToolbarProps) {
  const t = useText()
  const level = levelOf(view.dayWidth)
  return (
    <div className="wall-tools">
      <fieldset className="wall-choice" title={t(wallTexts.foldHint)}>
        <legend className="aside-text">{t(wallTexts.fold)}</legend>
        {foldModes.map((mode) => (
          <button
            key={mode}
            type="button"
            aria-pressed={view.fold.mode === mode}
            onClick={() => change({ fold: { mode, flipped: new Set() } })}
          >
            {t(foldTexts[mode])}
          </button>
        ))}
      </fieldset>
      <fieldset className="wall-choice">
        <legend className="aside-text">{t(wallTexts.zoom)}</legend>
        {zoomLevels.map((entry) => (
          <button
            key={entry}
            type="button"
            aria-pressed={entry === level}
            onClick={() => camera.zoomTo(dayWidths[entry])}
          >
            {t(zoomTexts[entry])}
          </button>
        ))}
      </fieldset>
      <button type="button" className="button" onClick={camera.toToday}>
        {t(wallTexts.toToday)}
      </button>
      <button type="button" className="button" onClick={onPrint}>
        {t(wallTexts.print)}
      </button>
    </div>
  )
}
