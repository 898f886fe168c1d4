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
  await page.goto(address)
  await settled(page)
  return page
}

/** Nothing is asked of the server and nothing says that it is busy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}
