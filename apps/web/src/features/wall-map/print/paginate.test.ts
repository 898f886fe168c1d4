import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallRows } from '../rows/row-model.ts'
import { generatedWall, testToday } from '../testing/wall-fixture.ts'
import { paginate } from './paginate.ts'

const everything = { critical: false, late: false }
const rowsOf = (projects: number, nodes: number) =>
  wallRows(generatedWall(projects, nodes), { mode: 'all', flipped: new Set() }, everything, testToday)

describe('printed pages', () => {
  it('hold all rows in order, none too many, projects with their nodes', () => {
    const size = fc.record({
      projects: fc.nat(12),
      nodes: fc.integer({ min: 1, max: 30 }),
      each: fc.integer({ min: 3, max: 40 }),
    })
    fc.assert(
      fc.property(size, ({ projects, nodes, each }) => {
        const rows = rowsOf(projects, nodes)
        const pages = paginate(rows, each)
        const printed = pages.flatMap((page, place) => {
          // A repeated project's name is not a row of its own.
          const repeated = place > 0 && page[0]!.kind === 'project' && pages[place - 1]!.at(-1)!.item === page[0]!.item
          return repeated ? page.slice(1) : page
        })
        expect(printed).toEqual(rows)
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(each)
          expect(page[0]!.kind).toBe('project')
          expect(page.at(-1)!.kind).toBe('node')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are none for an empty map', () => {
    expect(paginate([], 30)).toEqual([])
  })
})
