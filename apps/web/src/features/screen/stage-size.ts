/** Height that scenes are drawn for; text of 15 px is then 2.6 % of the wall, which reads from five metres. */
const stageHeight = 580
const narrowest = 560
/** From this ratio on (32:9 and its neighbours) the overview stays beside the changing scene. */
const doubleRatio = 2.6

export interface StageSize {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly double: boolean
}

/** The stage that fills a window when scaled. A phone held upright gets a taller stage instead of tiny text. */
export function stageSizeOf(windowWidth: number, windowHeight: number): StageSize {
  const scale = Math.min(windowHeight / stageHeight, windowWidth / narrowest)
  return {
    width: windowWidth / scale,
    height: windowHeight / scale,
    scale,
    double: windowWidth / windowHeight >= doubleRatio,
  }
}
