import type { Page } from 'playwright-core'

/** What is done in each frame. */
export type Motion = 'down' | 'sideways' | 'zoom'

const FRAMES = 240

/**
 * Milliseconds from each frame to the next while the map moves. The browser runs without a frame limit, so that a frame
 * takes as long as its work does and is not rounded up to the next tick of a screen.
 */
export function measureFrames(page: Page, motion: Motion): Promise<number[]> {
  return page.evaluate(
    async ({ frames, motion }) => {
      // The loader names inner functions by a helper that the page does not know: there are none here.
      const board = document.querySelector<HTMLElement>('[role=treegrid]')!
      const box = board.getBoundingClientRect()
      const at = { clientX: box.left + box.width * 0.7, clientY: box.top + box.height / 2 }
      const times: number[] = []
      await new Promise((resolve) => requestAnimationFrame(resolve))
      let last = performance.now()
      for (let frame = 0; frame < frames; frame += 1) {
        if (motion === 'down') board.scrollTop = (board.scrollTop + 150) % (board.scrollHeight - board.clientHeight)
        else if (motion === 'sideways') {
          board.scrollLeft = (board.scrollLeft + 60) % (board.scrollWidth - board.clientWidth)
        } else {
          // In and out again, about the pointer.
          const deltaY = Math.floor(frame / 30) % 2 === 0 ? -24 : 24
          board.dispatchEvent(
            new WheelEvent('wheel', { deltaY, ctrlKey: true, bubbles: true, cancelable: true, ...at }),
          )
        }
        await new Promise((resolve) => requestAnimationFrame(resolve))
        times.push(performance.now() - last)
        last = performance.now()
      }
      return times
    },
    { frames: FRAMES, motion },
  )
}

/** The value below which a share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
