import type { Browser, Page } from 'playwright-core'

export interface Opening {
  readonly theme?: 'paper' | 'ink'
  readonly language?: 'zh' | 'en'
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** Opens a page in a fresh context and waits until nothing is loading. Close `page.context()` afterwards. */
export async function openPage(browser: Browser, address: string, opening: Opening = {}): Promise<Page> {
  const { theme = 'paper', language = 'zh', viewport = { width: 1440, height: 900 } } = opening
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme === 'ink' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('guatu-language', chosen), language)
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
