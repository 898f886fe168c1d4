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

const openAudit = (search = ''): Promise<Page> => openPage(browser, `${url}/audit${search}`, { as: 'auditAdmin' })
const lines = (page: Page) => page.locator('.audit-events > li')

describe('the record', () => {
  it('is walked on demand, and its verdict stands on the page', async () => {
    const page = await openAudit()
    await page.getByRole('button', { name: '核验留痕链' }).click()
    await page.getByText('留痕链完整').waitFor()
    const head = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载签名链尾' }).click()
    expect((await head).suggestedFilename()).toMatch(/^留痕链尾-\d+\.json$/)
    await page.context().close()
  })

  it('is searched by verb and words, opened by the keyboard, and followed to one item', async () => {
    const page = await openAudit()
    await page.getByLabel('动作').selectOption({ label: '修改项目' })
    await page.getByLabel('理由或内容').fill('totalInvestment')
    await page.waitForURL(/q=totalInvestment/)
    await settled(page)
    const first = lines(page).first()
    await first.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    await first.getByRole('rowheader', { name: '总投资' }).waitFor()
    expect(await first.locator('dd').first().textContent()).toMatch(/^[0-9a-f]{64}$/)
    await first.getByRole('link', { name: '只看这个项目的留痕' }).click()
    await page.waitForURL(/itemId=/)
    await settled(page)
    await lines(page).filter({ hasText: '新增项目' }).waitFor()
    await page.getByRole('button', { name: '只看一个项目' }).waitFor()
    await page.context().close()
  })

  it('says that nothing was found, and the way back; its export tells of itself', async () => {
    const page = await openAudit('?person=%E6%97%A0%E6%AD%A4%E4%BA%BA')
    await page.getByText('没有符合条件的留痕').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await lines(page).first().waitFor()
    expect(await page.getByRole('searchbox', { name: '人员' }).inputValue()).toBe('')
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 CSV' }).click()
    expect((await file).suggestedFilename()).toMatch(/^留痕-.*\.csv$/)
    await page.reload()
    await lines(page).first().getByText('exportAudit').waitFor()
    await page.context().close()
  })
})
