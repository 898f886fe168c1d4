import { type AreaShape, type Box, boxOf, contains, type Point } from './geometry.ts'

export interface LabelSize {
  readonly width: number
  readonly height: number
}

export interface PlacedLabel {
  readonly code: string
  /** Middle of the label. */
  readonly at: Point
  /** From the label's rim to the area, where the area is too small to hold its label. */
  readonly lead: Line | null
}

interface Frame {
  readonly width: number
  readonly height: number
}

const gap = 2

const boxAround = ([x, y]: Point, { width, height }: LabelSize): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap

const withinFrame = (box: Box, frame: Frame): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height

/** Corners and edge middles: shapes of a county are plain enough for these to tell. */
const probesOf = (box: Box): Point[] => {
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const xs = [box.left, middleX, box.right]
  const ys = [box.top, middleY, box.bottom]
  return xs.flatMap((x) => ys.map((y): Point => [x, y]))
}

/** Points of a grid over the box, nearest to the wanted one first. */
function gridAround(box: Box, [nearX, nearY]: Point, step: number): Point[] {
  const spots: { readonly at: Point; readonly far: number }[] = [{ at: [nearX, nearY], far: 0 }]
  for (let x = box.left; x <= box.right; x += step) {
    for (let y = box.top; y <= box.bottom; y += step)
      spots.push({ at: [x, y], far: (x - nearX) ** 2 + (y - nearY) ** 2 })
  }
  return spots.sort((a, b) => a.far - b.far).map(({ at }) => at)
}

const step = 8

/** A spot where the whole label lies on its own area. */
const spotInside = (shape: AreaShape, size: LabelSize, taken: readonly Box[]): Point | undefined =>
  gridAround(boxOf(shape.rings.flat()), shape.center, step).find((at) => {
    const box = boxAround(at, size)
    return !taken.some((other) => overlaps(box, other)) && probesOf(box).every((probe) => contains(shape.rings, probe))
  })

/** Of nine probes so many must lie on the area where a label may spill over its border. */
const enoughProbes = 6

/** A spot whose middle and most of whose label lie on the area: better than a line to somewhere else. */
const spotMostlyInside = (shape: AreaShape, size: LabelSize, taken: readonly Box[], frame: Frame): Point | undefined =>
  gridAround(boxOf(shape.rings.flat()), shape.center, step).find((at) => {
    const box = boxAround(at, size)
    if (!contains(shape.rings, at) || !withinFrame(box, frame) || taken.some((other) => overlaps(box, other)))
      return false
    return probesOf(box).filter((probe) => contains(shape.rings, probe)).length >= enoughProbes
  })

type Line = readonly [from: Point, to: Point]

const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))

const crosses = ([a, b]: Line, [c, d]: Line): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

const edgesOf = ({ left, top, right, bottom }: Box): Line[] => [
  [
    [left, top],
    [right, top],
  ],
  [
    [right, top],
    [right, bottom],
  ],
  [
    [right, bottom],
    [left, bottom],
  ],
  [
    [left, bottom],
    [left, top],
  ],
]

/** Where a line that comes from `to` meets the label's box. */
function rim(at: Point, { width, height }: LabelSize, [toX, toY]: Point): Point {
  const [dx, dy] = [toX - at[0], toY - at[1]]
  const reach = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2), 1)
  return [at[0] + dx / reach, at[1] + dy / reach]
}

interface Crowd {
  readonly shapes: readonly AreaShape[]
  /** Boxes around the shapes, in their order. */
  readonly outlines: readonly Box[]
  readonly taken: readonly Box[]
  readonly lines: readonly Line[]
  readonly frame: Frame
}

const onAnyArea = (box: Box, { shapes, outlines }: Crowd): boolean => {
  const probes = probesOf(box)
  return shapes.some(
    (shape, index) => overlaps(box, outlines[index]!) && probes.some((at) => contains(shape.rings, at)),
  )
}

/**
 * A spot off every area with a line that crosses no other line and no label; at worst one that is merely free. Spots are
 * tried from near to far and the costly questions are asked last, since most labels settle close by.
 */
function spotOutside(shape: AreaShape, size: LabelSize, crowd: Crowd): Point | undefined {
  const { taken, lines, frame } = crowd
  const obstacles = [...lines, ...taken.flatMap(edgesOf)]
  let free: Point | undefined
  let offMap: Point | undefined
  for (const at of gridAround({ left: 0, top: 0, right: frame.width, bottom: frame.height }, shape.center, step * 2)) {
    const box = boxAround(at, size)
    if (!withinFrame(box, frame) || taken.some((other) => overlaps(box, other))) continue
    free ??= at
    if (onAnyArea(box, crowd)) continue
    offMap ??= at
    const line: Line = [rim(at, size, shape.center), shape.center]
    if (!obstacles.some((obstacle) => crosses(line, obstacle))) return at
  }
  return offMap ?? free
}

/**
 * Labels that never cover one another and never leave the frame. Each lies on its own area where it fits, or spills a
 * little over its border; otherwise it moves off the map with a line back. One that finds no room at all is left out:
 * the area's own link still says its name and count.
 */
export function placeLabels(
  shapes: readonly AreaShape[],
  sizes: ReadonlyMap<string, LabelSize>,
  frame: Frame,
): PlacedLabel[] {
  const taken: Box[] = []
  const lines: Line[] = []
  const placed: PlacedLabel[] = []
  const settle = (code: string, size: LabelSize, at: Point, lead: Line | null) => {
    taken.push(boxAround(at, size))
    if (lead) lines.push(lead)
    placed.push({ code, at, lead })
  }
  let homeless = shapes.flatMap((shape) => {
    const size = sizes.get(shape.code)
    return size ? [{ shape, size }] : []
  })
  for (const spot of [spotInside, spotMostlyInside]) {
    homeless = homeless.filter(({ shape, size }) => {
      const at = spot(shape, size, taken, frame)
      if (at) settle(shape.code, size, at, null)
      return !at
    })
  }
  const outlines = shapes.map((shape) => boxOf(shape.rings.flat()))
  for (const { shape, size } of homeless) {
    const at = spotOutside(shape, size, { shapes, outlines, taken, lines, frame })
    if (at) settle(shape.code, size, at, [rim(at, size, shape.center), shape.center])
  }
  return placed
}
