import { setImmediate as afterOthers } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPortions } from './portions.ts'

test('everything is written once, in order, one portion after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 60 }), fc.integer({ min: 1, max: 25 }), async (inputs, size) => {
      const written: string[] = []
      let writing = 0
      await inPortions(
        inputs,
        size,
        (input, index) => `${index}:${input}`,
        async (made) => {
          writing += 1
          expect(writing).toBe(1)
          expect(made.length).toBeLessThanOrEqual(size)
          await afterOthers()
          written.push(...made)
          writing -= 1
        },
      )
      expect(written).toEqual(inputs.map((input, index) => `${index}:${input}`))
    }),
    { numRuns: 40 },
  )
})

test('a portion that cannot be written ends it: nothing comes after', async () => {
  const written: number[] = []
  const write = async ([first]: number[]) => {
    if (first === 3) throw new Error('full')
    written.push(first as number)
  }
  await expect(inPortions([1, 2, 3, 4, 5, 6], 1, (input) => input, write)).rejects.toThrow('full')
  expect(written).toEqual([1, 2])
})

test('what cannot be made ends it after the portion under way is written', async () => {
  const written: number[] = []
  const make = (input: number) => {
    if (input === 3) throw new Error('unsound')
    return input
  }
  const write = async (made: number[]) => {
    await afterOthers()
    written.push(...made)
  }
  await expect(inPortions([1, 2, 3, 4], 2, make, write)).rejects.toThrow('unsound')
  expect(written).toEqual([1, 2])
})
