import { useMemo } from 'react'
import { type Command, useCommands } from '../../app/commands.ts'
import type { Camera } from './camera/use-camera.ts'
import { foldModes } from './rows/fold.ts'
import { wallTexts } from './texts.ts'
import type { ChangeView } from './view/use-wall-view.ts'

const foldTitles = { none: wallTexts.foldNone, focus: wallTexts.foldFocus, all: wallTexts.foldAll }

/** What the palette offers while the map is open. */
export function useWallCommands(change: ChangeView, toToday: Camera['toToday']): void {
  const commands = useMemo(
    (): readonly Command[] => [
      { key: 'wall-today', title: wallTexts.toToday, run: toToday },
      { key: 'wall-print', title: wallTexts.print, run: () => print() },
      {
        key: 'wall-late',
        title: wallTexts.onlyLate,
        run: () => change({ only: { critical: false, late: true }, top: null }),
      },
      ...foldModes.map((mode) => ({
        key: `wall-fold-${mode}`,
        title: foldTitles[mode],
        run: () => change({ fold: { mode, flipped: new Set<string>() } }),
      })),
    ],
    [change, toToday],
  )
  useCommands(commands)
}
