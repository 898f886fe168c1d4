import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldModes } from '../rows/fold.ts'
import { clampDayWidth, MAX_DAY_WIDTH, MIN_DAY_WIDTH } from '../scale/zoom.ts'
import { readView, TABLE_WIDTH, type WallView, writeView } from './wall-view.ts'

const view: fc.Arbitrary<WallView> = fc.record({
  only: fc.record({ critical: fc.boolean(), late: fc.boolean() }),
  fold: fc.record({
    mode: fc.constantFrom(...foldModes),
    flipped: fc.array(fc.stringMatching(/^[0-9a-f]{8}$/)).map((ids) => new Set(ids)),
  }),
  dayWidth: fc.double({ min: MIN_DAY_WIDTH, max: MAX_DAY_WIDTH, noNaN: true }).map(clampDayWidth),
  at: fc.constantFrom(null, '2026-11-21', '2025-02-28'),
  top: fc.constantFrom(null, 'a-b', 'a-b/n1'),
  selected: fc.constantFrom(null, 'a-b', 'a-b/n1'),
  panel: fc.boolean(),
  tableWidth: fc.integer({ min: TABLE_WIDTH.least, max: TABLE_WIDTH.most }),
})

describe('the address of a view', () => {
  it('gives back the view that was written', () => {
    fc.assert(
      fc.property(view, (any) => {
        expect(readView(writeView(any))).toEqual(any)
      }),
    )
  })

  it('is empty for the view that the map opens with', () => {
    const params = writeView(readView({}))
    expect(Object.values(params).filter((value) => value !== undefined)).toEqual([])
  })

  it('clears only what a change names', () => {
    expect(writeView({ selected: null })).toEqual({ sel: undefined })
  })

  it('falls back where the address was mistyped', () => {
    const read = readView({
      zoom: 'wide',
      at: '2026-02-31',
      nodes: 'some',
      flip: 'zz.0000002a',
      table: '-4',
      only: 'x',
    })
    expect(read).toEqual({ ...readView({}), tableWidth: 180, fold: { mode: 'focus', flipped: new Set(['0000002a']) } })
  })
})
