import { setImmediate as afterOthers } from 'node:timers/promises'

/** Made in one go; then whatever waits, a COPY's stream above all, gets its turn. */
const madeAtOnce = 5

/**
 * Makes and writes many rows portion by portion: while one portion is being written, the next is made, so that program
 * and database work side by side. Portions are written one after the other, in their order; the first failure ends it.
 */
export async function inPortions<Input, Made>(
  inputs: readonly Input[],
  size: number,
  make: (input: Input, index: number) => Made,
  write: (made: Made[]) => Promise<void>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let start = 0; start < inputs.length; start += size) {
      const made: Made[] = []
      for (let index = start; index < Math.min(start + size, inputs.length); index += 1) {
        made.push(make(inputs[index] as Input, index))
        if (made.length % madeAtOnce === 0) await afterOthers()
      }
      await writing
      writing = write(made)
      // Awaited below; without this a failure while the next portion is made would count as nobody's.
      writing.catch(() => undefined)
    }
  } finally {
    await writing
  }
}
