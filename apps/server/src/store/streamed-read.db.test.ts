import { expect, test } from 'vitest'
import { streamedRead } from './streamed-read.ts'
import { useTestApp } from './testing/test-app.ts'

const server = useTestApp()

test('receivers that never finish leave connections for everybody else, and the next in line gets its turn', async () => {
  const { store } = server.deps
  let begun = 0
  const ends: (() => void)[] = []
  const readings = Array.from({ length: 20 }, () =>
    streamedRead(store, async () => {
      begun += 1
      await new Promise<void>((resolve) => ends.push(resolve))
    }),
  )
  while (begun < 3) await store.read(async () => undefined)
  expect(await store.read(async (tx) => (await tx.client.query('select 1 as one')).rows)).toEqual([{ one: 1 }])
  expect(begun).toBe(3)
  for (let ended = 0; ended < readings.length; ended += 1) {
    while (ends.length <= ended) await store.read(async () => undefined)
    ends[ended]?.()
  }
  await Promise.all(readings)
  expect(begun).toBe(20)
})
