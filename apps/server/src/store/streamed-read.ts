import type { Store, Tx } from './store.ts'

/** Readings that last as long as their receiver takes: so many at once leave connections for everybody else. */
const atOnce = 3

interface Line {
  running: number
  readonly waiting: (() => void)[]
}

const lines = new WeakMap<object, Line>()

function lineOf({ kept }: Store): Line {
  const line = lines.get(kept) ?? { running: 0, waiting: [] }
  lines.set(kept, line)
  return line
}

/** A reading that stays open while a file is sent; it waits for its turn without holding a connection. */
export async function streamedRead<T>(store: Store, use: (tx: Tx) => Promise<T>): Promise<T> {
  const line = lineOf(store)
  if (line.running >= atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve))
  else line.running += 1
  try {
    return await store.read(use)
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
  }
}
