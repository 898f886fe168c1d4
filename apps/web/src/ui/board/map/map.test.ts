import type { AreaMap } from '@guatu/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, layMap, pathOf } from './geometry.ts'
import { placeLabels } from './labels.ts'
import { shadeClasses, shadeOf } from './shade.ts'

const square = (code: string, x: number, y: number, size: number): AreaMap['features'][number] => ({
  type: 'Feature',
  properties: { code, name: code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
})
const mapOf = (...features: AreaMap['features']): AreaMap => ({ type: 'FeatureCollection', features })
/** Four large squares around one that is far too small for a label. */
const tight = mapOf(
  square('nw', 120, 30.5, 0.49),
  square('ne', 120.51, 30.5, 0.49),
  square('sw', 120, 30, 0.49),
  square('se', 120.51, 30, 0.49),
  square('dot', 120.492, 30.492, 0.016),
)
const frame = { width: 640, height: 480 }

describe('layMap', () => {
  it('keeps the margin and puts north on top', () => {
    const shapes = layMap(tight, frame.width, frame.height, 20)
    const points = shapes.flatMap(({ rings }) => rings.flat())
    expect(Math.min(...points.map(([, y]) => y))).toBeCloseTo(20)
    expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(460)
    const middleOf = (code: string) => shapes.find((shape) => shape.code === code)!.center
    expect(middleOf('nw')[1]).toBeLessThan(middleOf('sw')[1])
    expect(middleOf('nw')[0]).toBeLessThan(middleOf('ne')[0])
  })

  it('squeezes longitude as the latitude asks', () => {
    const [shape] = layMap(mapOf(square('a', 120, 60, 0.001)), 100, 100, 0)
    const xs = shape!.rings.flat().map(([x]) => x)
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(50, 0)
  })

  it('reads several polygons of one area', () => {
    const feature = square('a', 0, 0, 1)
    const twice = {
      ...feature,
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: [feature.geometry.coordinates, square('b', 3, 0, 1).geometry.coordinates],
      },
    }
    const [shape] = layMap(mapOf(twice), 100, 100, 0)
    expect(shape!.rings).toHaveLength(2)
    expect(pathOf(shape!.rings).match(/Z/g)).toHaveLength(2)
  })

  it('draws nothing where there is no room or no map', () => {
    expect(layMap(tight, 10, 10, 20)).toEqual([])
    expect(layMap(mapOf(), 100, 100, 0)).toEqual([])
  })
})

describe('contains', () => {
  it('knows a hole', () => {
    const outer = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const
    const hole = [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
    ] as const
    expect(contains([outer, hole], [2, 2])).toBe(true)
    expect(contains([outer, hole], [5, 5])).toBe(false)
    expect(contains([outer, hole], [12, 5])).toBe(false)
  })
})

describe('placeLabels', () => {
  const boxOf = (at: readonly [number, number], width: number, height: number) => ({
    left: at[0] - width / 2,
    right: at[0] + width / 2,
    top: at[1] - height / 2,
    bottom: at[1] + height / 2,
  })

  it('never lets two labels touch or one leave the frame, whatever their sizes', () => {
    const size = fc.record({ width: fc.integer({ min: 20, max: 140 }), height: fc.integer({ min: 12, max: 44 }) })
    fc.assert(
      fc.property(fc.array(size, { minLength: 5, maxLength: 5 }), (sizes) => {
        const shapes = layMap(tight, frame.width, frame.height, 40)
        const byCode = new Map(shapes.map((shape, index) => [shape.code, sizes[index]!]))
        const boxes = placeLabels(shapes, byCode, frame).map(({ code, at }) => {
          const { width, height } = byCode.get(code)!
          return boxOf(at, width, height)
        })
        for (const [index, a] of boxes.entries()) {
          expect(a.left >= 0 && a.top >= 0 && a.right <= frame.width && a.bottom <= frame.height).toBe(true)
          for (const b of boxes.slice(index + 1)) {
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('leads a line to an area that cannot hold its label, and to no other', () => {
    const shapes = layMap(tight, frame.width, frame.height, 40)
    const sizes = new Map(shapes.map(({ code }) => [code, { width: 60, height: 30 }]))
    const labels = placeLabels(shapes, sizes, frame)
    expect(labels.filter(({ lead }) => lead).map(({ code }) => code)).toEqual(['dot'])
    const dot = shapes.find(({ code }) => code === 'dot')!
    expect(labels.find(({ code }) => code === 'dot')?.lead?.[1]).toEqual(dot.center)
  })
})

describe('shadeClasses', () => {
  it('has round classes without gaps that reach the greatest count', () => {
    expect(shadeClasses([44, 7, 0]).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 12],
      [13, 24],
      [25, 36],
      [37, 48],
    ])
  })

  it('gives every count exactly one of five shades', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000)), (counts) => {
        const classes = shadeClasses(counts)
        expect(classes.length).toBeLessThanOrEqual(5)
        for (const count of counts) {
          expect(classes.filter(({ from, to }) => count >= from && count <= to)).toHaveLength(1)
          expect(shadeOf(count, classes) === 0).toBe(count === 0)
        }
      }),
    )
  })
})
