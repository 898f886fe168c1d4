import { type Browser, chromium, type Page } from 'playwright-core'
import { browserFlags, findChromium } from '../../scripts/testing/browser.ts'
import { percentile } from '../gantt/frames.ts'
import { playbook } from '../store/generate.ts'
import { serveRows } from './serve-rows.ts'

const ROWS = Number(process.env.GUATU_BENCH_ROWS ?? 100_000)
const FRAMES = 240

/** How far each frame scrolls, in pixels: by hand, flung, and as a dragged scroll bar does. */
const motions = [
  ['by hand, 3 rows a frame', 96],
  ['flung, 40 rows a frame', 1_280],
  ['scroll bar, 400 rows a frame', 12_800],
] as const

/** Milliseconds from each frame to the next; without a frame limit, so that a frame takes as long as its work does. */
const measureFrames = (page: Page, px: number): Promise<number[]> =>
  page.evaluate(
    async ({ px, frames }) => {
      const grid = document.querySelector<HTMLElement>('[role=grid]')!
      const times: number[] = []
      await new Promise((resolve) => requestAnimationFrame(resolve))
      let last = performance.now()
      for (let frame = 0; frame < frames; frame += 1) {
        grid.scrollTop = (grid.scrollTop + px) % (grid.scrollHeight - grid.clientHeight)
        await new Promise((resolve) => requestAnimationFrame(resolve))
        times.push(performance.now() - last)
        last = performance.now()
      }
      return times
    },
    { px, frames: FRAMES },
  )

/** From a jump into the middle of the list until the rows there are read. */
const measureJump = async (page: Page, row: number): Promise<number> => {
  const from = performance.now()
  await page.locator('[role=grid]').evaluate((grid, top) => grid.scrollTo({ top }), row * 32)
  await page.locator(`[data-row="${row + 5}"] .grid-title`).waitFor()
  return performance.now() - from
}

const openLedger = async (browser: Browser, url: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // The roll-up does not know of the copies: a condition that all meet has them counted one by one.
  await page.goto(`${url}/list/${playbook.key}?filter=title:filled:`)
  await page.locator('.grid-title').first().waitFor()
  return page
}

const ms = (value: number): string => value.toFixed(1).padStart(7)

/** Frame times of the ledger while 100,000 rows of a real server are scrolled. */
export async function run(): Promise<void> {
  const server = await serveRows(ROWS)
  const args = [...browserFlags, '--disable-gpu-vsync', '--disable-frame-rate-limit']
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  try {
    const opened = performance.now()
    const page = await openLedger(browser, server.url)
    const rows = Number(await page.locator('[role=grid]').getAttribute('aria-rowcount')) - 1
    console.log(`${rows} rows, ${playbook.columns.length} columns, 1440 x 900, headless Chromium`)
    console.log(`first rows after ${(performance.now() - opened).toFixed(0)} ms`)
    console.log(`${'frame time, ms'.padEnd(32)}${'p50'.padStart(7)}${'p95'.padStart(7)}${'max'.padStart(7)}`)
    for (const [title, px] of motions) {
      const times = await measureFrames(page, px)
      console.log(`${title.padEnd(32)}${[0.5, 0.95, 1].map((share) => ms(percentile(times, share))).join('')}`)
    }
    const jumps: number[] = []
    for (const share of [0.5, 0.9, 0.2, 0.7, 0.35]) jumps.push(await measureJump(page, Math.floor(rows * share)))
    console.log(
      `rows at hand after a jump: p50 ${percentile(jumps, 0.5).toFixed(0)} ms, max ${percentile(jumps, 1).toFixed(0)} ms`,
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}
