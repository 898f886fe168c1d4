import type { AreaMap } from '@guatu/contract'

/** A point in screen pixels. */
export type Point = readonly [x: number, y: number]
type Ring = readonly Point[]

export interface AreaShape {
  readonly code: string
  readonly name: string
  /** Outer rings and holes alike, in pixels. */
  readonly rings: readonly Ring[]
  /** Where the boundary file wants the name, else the middle of the largest ring's box. */
  readonly center: Point
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'

/** Rings of a Polygon or MultiPolygon alike: the depth at which points lie side by side. */
function ringsOf(coordinates: readonly unknown[]): (readonly [number, number])[][] {
  if (coordinates.every(isPoint)) return coordinates.length > 0 ? [coordinates as [number, number][]] : []
  return coordinates.flatMap((part) => (Array.isArray(part) ? ringsOf(part) : []))
}

export function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

const middleOf = ({ left, top, right, bottom }: Box): Point => [(left + right) / 2, (top + bottom) / 2]
const sizeOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)

/**
 * Lays the map into a frame of `width` x `height` pixels, `margin` free on all sides. Degrees are flattened at the map's
 * middle latitude (equirectangular), which is exact enough for a county.
 */
export function layMap(map: AreaMap, width: number, height: number, margin: number): AreaShape[] {
  const areas = map.features.map((feature) => ({ feature, rings: ringsOf(feature.geometry.coordinates) }))
  const box = boxOf(areas.flatMap(({ rings }) => rings.flat()))
  const squeeze = Math.cos(((box.top + box.bottom) / 2) * (Math.PI / 180))
  const spanX = (box.right - box.left) * squeeze
  const spanY = box.bottom - box.top
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY)
  if (!Number.isFinite(scale) || scale <= 0) return []
  const shiftX = (width - spanX * scale) / 2
  const shiftY = (height - spanY * scale) / 2
  const place = ([longitude, latitude]: readonly [number, number]): Point => [
    shiftX + (longitude - box.left) * squeeze * scale,
    shiftY + (box.bottom - latitude) * scale,
  ]
  return areas.map(({ feature, rings }) => {
    const placed = rings.map((ring) => ring.map(place))
    const boxes = placed.map(boxOf).sort((a, b) => sizeOf(b) - sizeOf(a))
    const { code, name, center } = feature.properties
    return { code, name, rings: placed, center: center ? place(center) : middleOf(boxes[0]!) }
  })
}

const rounded = (value: number): string => value.toFixed(1).replace(/\.0$/, '')

/** The `d` of an SVG path; holes stay holes under the even-odd rule. */
export const pathOf = (rings: readonly Ring[]): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}Z`).join('')

/** Even-odd rule over all rings. */
export function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index++) {
      const [ax, ay] = ring[index]!
      const [bx, by] = ring[(index + ring.length - 1) % ring.length]!
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}
