import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../../scripts/testing/shared-browser.ts'
import { driveLedger, type LedgerDriver, message } from '../../../testing/ledger.ts'

let browser: Browser
let ledger: LedgerDriver

beforeAll(async () => {
  browser = await sharedBrowser()
  ledger = await driveLedger(browser, inject('guatuUrl'))
})
afterAll(() => browser.close())

const saved = (page: Page) => message(page, '已改好').waitFor()
const amounts = (ids: readonly string[]) => Promise.all(ids.map(ledger.amountNow))

describe('several cells at once', () => {
  it('fills the selection by Ctrl+Enter, takes it back and does it again', async () => {
    const page = await ledger.open()
    const ids = (await ledger.firstRows(3)).map(({ itemId }) => itemId)
    const before = await amounts(ids)
    await ledger.cell(page, 0, ledger.amountKey).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.type('1.5亿')
    await page.keyboard.press('Control+Enter')
    await message(page, '已改好 3 格').waitFor()
    const filled = ids.map(() => '150000000.00')
    expect(await amounts(ids)).toEqual(filled)
    await page.keyboard.press('Control+z')
    await message(page, '已撤销').waitFor()
    expect(await amounts(ids)).toEqual(before)
    await page.keyboard.press('Control+y')
    await expect.poll(() => amounts(ids)).toEqual(filled)
    await page.keyboard.press('Control+z')
    await expect.poll(() => amounts(ids)).toEqual(before)
    await page.context().close()
  })
})

describe('while the server is away', () => {
  it('keeps what was typed, asks before the page closes, and sends it once the server is back', async () => {
    const page = await ledger.open()
    const { itemId } = (await ledger.firstRows(1))[0]!
    const before = await ledger.amountNow(itemId)
    await page.context().setOffline(true)
    await ledger.type(page, 0, ledger.amountKey, '6.2亿')
    await page.keyboard.press('Enter')
    const notice = page.locator('.notice-bar')
    await expect.poll(() => notice.textContent()).toContain('1 格还没保存')
    expect(await ledger.cell(page, 0, ledger.amountKey).textContent()).toContain('6.2 亿元')
    expect(await ledger.amountNow(itemId)).toBe(before)
    await page.context().setOffline(false)
    await saved(page)
    expect(await ledger.amountNow(itemId)).toBe('620000000.00')
    expect(await notice.count()).toBe(0)
    await page.keyboard.press('Control+z')
    await message(page, '已撤销').waitFor()
    expect(await ledger.amountNow(itemId)).toBe(before)
    await page.context().close()
  })

  it('keeps the order of what was typed', async () => {
    const page = await ledger.open()
    const { itemId } = (await ledger.firstRows(1))[0]!
    const before = await ledger.amountNow(itemId)
    await page.context().setOffline(true)
    for (const text of ['6.3亿', '7.4亿']) {
      await ledger.type(page, 0, ledger.amountKey, text)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.notice-bar').textContent()).toContain('1 格还没保存')
    }
    await page.context().setOffline(false)
    await expect.poll(() => ledger.amountNow(itemId)).toBe('740000000.00')
    await saved(page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => ledger.amountNow(itemId)).toBe(before)
    await page.context().close()
  })
})
