import type { LinkReply } from '@guatu/contract'

/** A bar's ends and its row's middle, in pixels of the time line. */
export interface BarEnds {
  readonly startX: number
  readonly endX: number
  readonly y: number
}

export type Point = readonly [x: number, y: number]

const STUB_PX = 7
const leavesAtEnd = (type: LinkReply['type']): boolean => type === 'FS' || type === 'FF'
const entersAtStart = (type: LinkReply['type']): boolean => type === 'FS' || type === 'SS'

/**
 * Corners of the orthogonal line from one bar to another. It leaves and enters horizontally; where the target stands too
 * far back, it goes round between the rows, so that it never runs through a bar of either row.
 */
export function routeLink(type: LinkReply['type'], from: BarEnds, to: BarEnds, rowHeight: number): Point[] {
  const out = leavesAtEnd(type) ? 1 : -1
  const into = entersAtStart(type) ? 1 : -1
  const start: Point = [out > 0 ? from.endX : from.startX, from.y]
  const end: Point = [into > 0 ? to.startX : to.endX, to.y]
  const outX = start[0] + out * STUB_PX
  const inX = end[0] - into * STUB_PX
  if (out === into) {
    // Leaving and entering the same way round: one vertical suffices where the stubs do not cross.
    const straight = out > 0 ? outX <= inX : outX >= inX
    if (straight) return [start, [outX, from.y], [outX, to.y], end]
    const betweenY = to.y === from.y ? from.y + rowHeight / 2 : to.y - Math.sign(to.y - from.y) * (rowHeight / 2)
    return [start, [outX, from.y], [outX, betweenY], [inX, betweenY], [inX, to.y], end]
  }
  // SS and FF style: both stubs point the same way, the farther one carries the vertical.
  const farX = out > 0 ? Math.max(outX, inX) : Math.min(outX, inX)
  return [start, [farX, from.y], [farX, to.y], end]
}

/** SVG path data of the corners. */
export const pathOf = (points: readonly Point[]): string =>
  points
    .map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`)
    .join('')

/** The arrow head at the last point, pointing as the last leg runs. */
export function arrowOf(points: readonly Point[]): string {
  const [tipX, tipY] = points.at(-1)!
  const [beforeX] = points.at(-2)!
  const back = tipX >= beforeX ? -5 : 5
  return `M${tipX} ${tipY}l${back} -3.5v7z`
}
