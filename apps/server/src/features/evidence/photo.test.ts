import { expect, test } from 'vitest'
import { offeredBy } from './photo.ts'
import * as files from './testing/files.ts'

test('a photo offers the camera’s clock, taken as China’s, and its place', async () => {
  expect(await offeredBy('jpeg', files.jpeg())).toEqual({
    takenAt: '2026-05-01T02:20:30.000Z',
    place: '30.75000, 120.75000',
  })
})

test.each([
  ['a photo without data of its own', 'png', files.png()],
  ['a damaged photo', 'jpeg', files.jpeg().subarray(0, 70)],
  ['a document', 'pdf', files.jpeg()],
] as const)('%s offers nothing', async (_name, kind, content) => {
  expect(await offeredBy(kind, content)).toEqual({ takenAt: null, place: null })
})
