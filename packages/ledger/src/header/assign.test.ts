import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from './assign.ts'

function best(gain: readonly (readonly number[])[], columns: number, target = 0, used = new Set<number>()): number {
  if (target === gain.length) return 0
  let most = best(gain, columns, target + 1, used)
  for (let column = 0; column < columns; column++) {
    if (used.has(column)) continue
    used.add(column)
    most = Math.max(most, gain[target]![column]! + best(gain, columns, target + 1, used))
    used.delete(column)
  }
  return most
}

test('no other choice of columns gains more, and none is used twice', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([targets, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
      minLength: targets,
      maxLength: targets,
    }),
  )
  fc.assert(
    fc.property(matrix, (gain) => {
      const columns = gain[0]!.length
      const chosen = assign(gain, columns)
      const used = chosen.filter((column) => column >= 0)
      expect(new Set(used).size).toBe(used.length)
      const sum = chosen.reduce((total, column, target) => total + (column < 0 ? 0 : gain[target]![column]!), 0)
      expect(sum).toBe(best(gain, columns))
    }),
  )
})

test('a target without any gain goes without a column', () =>
  expect(
    assign(
      [
        [0, 0],
        [0, 5],
      ],
      2,
    ),
  ).toEqual([-1, 1]))
