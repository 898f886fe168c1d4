import { setTimeout as delay } from 'node:timers/promises'
import type { Role } from '@guatu/access'
import type { Browser, Page } from 'playwright-core'
import { enteredAs } from '../../../../scripts/testing/enter.ts'

export interface Opening {
  readonly theme?: 'paper' | 'ink'
  readonly language?: 'zh' | 'en'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Whose eyes the demonstration is looked at with: the district office's, unless told; null: nobody's. */
  readonly as?: Role | null | undefined
}

/** Opens a page in a fresh context and waits until nothing is loading. Close `page.context()` afterwards. */
export async function openPage(browser: Browser, address: string, opening: Opening = {}): Promise<Page> {
  const { theme = 'paper', language = 'zh', viewport = { width: 1440, height: 900 }, as = 'districtOffice' } = opening
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme === 'ink' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('guatu-language', chosen), language)
  if (as !== null) await context.addCookies([...(await enteredAs(new URL(address).origin, as)).cookies])
  const page = await context.newPage()
  countRequests(page)
  await page.goto(address)
  await settled(page)
  return page
}

/** Requests of a page that are under way, and how many there have been. */
interface Traffic {
  pending: number
  seen: number
}

const traffic = new WeakMap<Page, Traffic>()

function countRequests(page: Page): void {
  const counted: Traffic = { pending: 0, seen: 0 }
  traffic.set(page, counted)
  page.on('request', () => {
    counted.pending += 1
    counted.seen += 1
  })
  const over = () => {
    counted.pending -= 1
  }
  page.on('requestfinished', over)
  page.on('requestfailed', over)
}

/** The page has done what it had to do: what it renders next it has rendered, what it asks next it has asked. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let round = 0; round < 2; round += 1) await new Promise((resolve) => requestIdleCallback(resolve))
  })

/**
 * Nothing is asked of the server, nothing says that it is busy, and nothing is about to. Waiting for half a second of
 * silence instead would take most of the tests' time.
 */
export async function settled(page: Page): Promise<void> {
  const counted = traffic.get(page)
  if (!counted) throw new Error('not a page of openPage')
  for (;;) {
    const { seen } = counted
    await idle(page)
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    if (counted.pending === 0 && counted.seen === seen) return
    await delay(10)
  }
}
