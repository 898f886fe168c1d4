import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

const openAs = (path: string, as: 'town' | 'districtOffice'): Promise<Page> =>
  openPage(browser, `${url}${path}`, { as })
const unreadLines = (page: Page) => page.locator('.notice.is-unread')

describe('being told', () => {
  it('counts at the bell, goes by keys, is marked at once and taken back, and opens its item', async () => {
    const page = await openAs('/inbox', 'town')
    const bell = page.locator('.bell')
    const count = async () => Number((await bell.locator('.bell-count').textContent()) ?? 0)
    const before = await count()
    expect(before).toBeGreaterThan(0)
    await page.locator('[data-notice]').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.locator('.bell-count', { hasText: String(before - 1) }).waitFor()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await page.getByText('没有未读通知').waitFor()
    await page
      .locator('.toast', { hasText: String(before - 1) })
      .getByRole('button', { name: '撤销' })
      .click()
    await unreadLines(page).first().waitFor()
    await page.getByRole('button', { name: '按事项' }).click()
    await page.waitForURL(/by=item/)
    await settled(page)
    await page.locator('a.notice-words').first().click()
    await page.waitForURL(/\/item\//)
    await page.context().close()
  })

  it('is set for each person, and for the district', async () => {
    const page = await openAs('/account', 'town')
    const form = page.locator('.notice-form')
    await form.getByRole('checkbox', { name: '亮红灯' }).first().check()
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByText('通知设置已保存').waitFor()
    await page.getByRole('button', { name: '生成订阅网址' }).click()
    const address = (await page.locator('.calendar-address code').textContent()) ?? ''
    const feed = await fetch(address.replace(new URL(address).origin, url))
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
    await page.context().close()
    const office = await openAs('/channels', 'districtOffice')
    await office.getByText('GUATU_WEBHOOK_HOSTS').waitFor()
    await office.context().close()
  })
})
