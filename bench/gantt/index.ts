import { chromium } from 'playwright-core'
import { generatedWall } from '../../apps/web/src/features/wall-map/testing/wall-fixture.ts'
import { browserFlags, findChromium } from '../../scripts/testing/browser.ts'
import { type Motion, measureFrames, percentile } from './frames.ts'
import { benchOrigin, benchPlaybook, serveWall } from './serve-wall.ts'

const PROJECTS = 250
const NODES_EACH = 20

const motions: readonly (readonly [motion: Motion, title: string])[] = [
  ['down', 'scroll rows, 150 px a frame'],
  ['sideways', 'scroll time, 60 px a frame'],
  ['zoom', 'zoom about the pointer'],
]

const ms = (value: number): string => value.toFixed(1).padStart(7)

/** Frame times of the wall map with 5,000 nodes, all unfolded, with baselines and links. */
export async function run(): Promise<void> {
  const items = generatedWall(PROJECTS, NODES_EACH)
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...browserFlags, '--disable-gpu-vsync', '--disable-frame-rate-limit'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await serveWall(page, items)
    const opened = performance.now()
    await page.goto(`${benchOrigin}/wall/${benchPlaybook}?nodes=all`)
    await page.waitForSelector('.wall-row')
    const firstRows = performance.now() - opened
    const rows = String(PROJECTS * (NODES_EACH + 1) + 1)
    await page.waitForSelector(`[role=treegrid][aria-rowcount="${rows}"]`)
    const allRows = performance.now() - opened
    const links = items.reduce((sum, item) => sum + item.links.length, 0)
    console.log(`${PROJECTS * NODES_EACH} nodes in ${PROJECTS} projects, ${links} links, 1440 x 900, headless Chromium`)
    console.log(`first rows after ${firstRows.toFixed(0)} ms, all loaded after ${allRows.toFixed(0)} ms`)
    console.log(`${'frame time, ms'.padEnd(32)}${'p50'.padStart(7)}${'p95'.padStart(7)}${'max'.padStart(7)}`)
    for (const [motion, title] of motions) {
      const times = await measureFrames(page, motion)
      const figures = [0.5, 0.95, 1].map((share) => ms(percentile(times, share)))
      console.log(`${title.padEnd(32)}${figures.join('')}`)
    }
  } finally {
    await browser.close()
  }
}
