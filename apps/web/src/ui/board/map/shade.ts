export interface ShadeClass {
  /** 0 to 4, light to dark. */
  readonly shade: number
  readonly from: number
  readonly to: number
}

const shades = 5

const roundFactors = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The smallest round width by which the classes reach the greatest count. */
function stepOf(greatest: number): number {
  const raw = greatest / (shades - 1)
  const power = 10 ** Math.floor(Math.log10(raw))
  return Math.ceil(roundFactors.map((factor) => factor * power).find((value) => value >= raw)!)
}

/** Classes of a legend over counts: nothing, then up to four of equal, round width. */
export function shadeClasses(counts: readonly number[]): ShadeClass[] {
  const greatest = Math.max(0, ...counts)
  const none: ShadeClass = { shade: 0, from: 0, to: 0 }
  if (greatest === 0) return [none]
  const step = stepOf(greatest)
  const filled = Array.from({ length: Math.ceil(greatest / step) }, (_, index) => ({
    shade: index + 1,
    from: index * step + 1,
    to: (index + 1) * step,
  }))
  return [none, ...filled]
}

export const shadeOf = (count: number, classes: readonly ShadeClass[]): number =>
  classes.find(({ from, to }) => count >= from && count <= to)?.shade ?? 0
