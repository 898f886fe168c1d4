/** One stage of the river. */
interface Reach {
  readonly stage: string
  /** Items that stand in the stage. */
  readonly items: number
  /** Items that stand in it or in a later one: all that have come this far. */
  readonly reached: number
  /** Share of these that have gone on to the next stage, in percent; null at the mouth and where nothing came. */
  readonly onPercent: number | null
}

/**
 * Stages in order, each with all that have come this far. A stage is a moment of an item's life, so the counts of the
 * stages alone would tell nothing about how many go on.
 */
export function reachesOf(stages: readonly { readonly stage: string; readonly items: number }[]): Reach[] {
  const reached = stages.map((_, index) => stages.slice(index).reduce((sum, { items }) => sum + items, 0))
  return stages.map(({ stage, items }, index) => {
    const here = reached[index]!
    const next = reached[index + 1]
    return { stage, items, reached: here, onPercent: next === undefined || here === 0 ? null : (next / here) * 100 }
  })
}

/** Height of the river's frame; its width is one unit per stage, so a stage's column and its stretch coincide. */
export const riverHeight = 100
const thinnest = 3

const halfOf = (reached: number, most: number): number =>
  most === 0 ? thinnest / 2 : Math.max(thinnest, (reached / most) * riverHeight) / 2

/**
 * SVG path of one stage's stretch: as wide as what reached it at its left bank, narrowing in a smooth curve to what
 * reached the next. The last stretch keeps its width.
 */
export function stretchPath(reaches: readonly Reach[], index: number): string {
  const most = reaches[0]?.reached ?? 0
  const middle = riverHeight / 2
  const from = halfOf(reaches[index]?.reached ?? 0, most)
  const to = halfOf(reaches[index + 1]?.reached ?? reaches[index]?.reached ?? 0, most)
  const [left, bend, right] = [index, index + 0.5, index + 1]
  return [
    `M${left} ${middle - from}`,
    `C${bend} ${middle - from} ${bend} ${middle - to} ${right} ${middle - to}`,
    `L${right} ${middle + to}`,
    `C${bend} ${middle + to} ${bend} ${middle + from} ${left} ${middle + from}Z`,
  ].join('')
}
