import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLoadOrder } from './tables.ts'

const table = (name: string, refersTo: readonly string[] = []) => ({ name, columns: ['a'], refersTo })

test('what others refer to comes first, in whatever order the catalog lists it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).chain((references) => {
        // A table refers to earlier ones only, as migrations can make them.
        const made = references.map((targets, index) =>
          table(`t${index}`, index === 0 ? [] : targets.map((target) => `t${target % index}`)),
        )
        return fc.shuffledSubarray(made, { minLength: made.length })
      }),
      (list) => {
        const names = inLoadOrder(list).map(({ name }) => name)
        expect([...names].sort()).toEqual(list.map(({ name }) => name).sort())
        for (const { name, refersTo } of list) {
          for (const target of refersTo) expect(names.indexOf(target)).toBeLessThan(names.indexOf(name))
        }
      },
    ),
  )
})

test('a table that is not listed is not waited for; a ring is a bug', () => {
  expect(inLoadOrder([table('a', ['stranger'])]).map(({ name }) => name)).toEqual(['a'])
  expect(() => inLoadOrder([table('a', ['b']), table('b', ['a'])])).toThrow(/a, b/)
})
