import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reachesOf, riverHeight, stretchPath } from './flow.ts'

const stages = (...counts: number[]) => counts.map((items, index) => ({ stage: `s${index}`, items }))

describe('reachesOf', () => {
  it('counts all that have come this far, and the share that went on', () => {
    expect(reachesOf(stages(10, 30, 10)).map(({ reached, onPercent }) => [reached, onPercent])).toEqual([
      [50, 80],
      [40, 25],
      [10, null],
    ])
  })

  it('has no share where nothing came', () => {
    expect(reachesOf(stages(5, 0, 0)).map(({ onPercent }) => onPercent)).toEqual([0, null, null])
  })

  it('only ever narrows, and begins with every item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (counts) => {
        const reached = reachesOf(stages(...counts)).map((reach) => reach.reached)
        expect(reached[0]).toBe(counts.reduce((sum, count) => sum + count, 0))
        expect(reached).toEqual([...reached].sort((a, b) => b - a))
      }),
    )
  })
})

describe('stretchPath', () => {
  it('fills the frame where everything passes and stays visible where nothing does', () => {
    const reaches = reachesOf(stages(0, 40))
    expect(stretchPath(reaches, 0)).toContain(`M0 ${0}`)
    const dry = reachesOf(stages(40, 0))
    expect(stretchPath(dry, 1)).toBe('M1 48.5C1.5 48.5 1.5 48.5 2 48.5L2 51.5C1.5 51.5 1.5 51.5 1 51.5Z')
  })

  it('never leaves the frame, also for an empty list', () => {
    for (const counts of [[0, 0], [3, 9, 1], [100]]) {
      const reaches = reachesOf(stages(...counts))
      for (let index = 0; index < reaches.length; index++) {
        const heights = [...stretchPath(reaches, index).matchAll(/[\d.]+ ([\d.]+)/g)].map((match) => Number(match[1]))
        expect(heights.every((height) => height >= 0 && height <= riverHeight)).toBe(true)
      }
    }
  })
})
