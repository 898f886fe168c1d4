import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listItems, type ReplyOf } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../testing/browser.ts'
import { demonstrationDay } from '../testing/browser-setup.ts'
import { enteredAs } from '../testing/enter.ts'
import { startInstance } from '../testing/instance.ts'
import { firstItem, ledgerPath, type Screen, screens } from './screens.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url))

/** Nothing loads and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(() => document.fonts.ready)
}

/** The id of the first project that the holder of the screen's role sees. */
async function firstItemOf(url: string, { as, list: wanted }: Screen): Promise<string> {
  const { cookie } = await enteredAs(url, as ?? undefined)
  const playbook = ledgerPath.slice(ledgerPath.lastIndexOf('/') + 1)
  const list = await fetch(`${url}${listItems.path}?playbook=${wanted ?? playbook}&limit=1`, { headers: { cookie } })
  const { rows } = (await list.json()) as ReplyOf<typeof listItems>
  if (!rows[0]) throw new Error(`no project to show to ${as}`)
  return rows[0].itemId
}

async function pathOf(url: string, screen: Screen): Promise<string> {
  const { path } = screen
  if (!path.includes(firstItem)) return path
  const itemId = await firstItemOf(url, screen)
  return path.startsWith(firstItem) ? path.replace(firstItem, `/item/${itemId}`) : path.replace(firstItem, itemId)
}

async function take(browser: Browser, url: string, screen: Screen): Promise<void> {
  const context = await browser.newContext({
    viewport: screen.viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: screen.theme === 'ink' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  try {
    if (screen.as !== null) await context.addCookies([...(await enteredAs(url, screen.as)).cookies])
    const page = await context.newPage()
    await page.goto(url + (await pathOf(url, screen)))
    await settle(page)
    await page.screenshot({ path: join(folder, `${screen.name}.png`), animations: 'disabled' })
    console.log(`docs/screenshots/${screen.name}.png`)
  } finally {
    await context.close()
  }
}

mkdirSync(folder, { recursive: true })
const wanted = process.argv.slice(2)
const instance = await startInstance({ today: demonstrationDay })
const browser = await launchBrowser()
try {
  for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    await take(browser, instance.url, screen)
  }
} finally {
  await browser.close()
  await instance.stop()
}
