import { type DueItem, listReports, type ReplyOf, reportsDue } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
const ask = asker(url, 'department')
const phone = { width: 390, height: 844 }
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

/** An item that is due with an open node that is not done and was not sent back. */
async function dueItem(): Promise<DueItem> {
  const { items }: ReplyOf<typeof reportsDue> = await ask(reportsDue, {})
  const item = items.find(
    ({ missing, returned, nodes }) => missing.length > 0 && returned.length === 0 && nodes[0]?.own,
  )
  expect(item, 'nothing is due').toBeDefined()
  return item!
}

const reportsOf = async (itemId: string) => (await ask(listReports, { query: { item: itemId } })).reports

/** The page stands in the worker's cache: it opens without network from here on. */
const ready = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const cache = await caches.open('guatu-shell')
    return (await cache.keys()).length
  })

async function fillIn(page: Page, item: DueItem, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(item.title)
  await page.locator('.rep-item', { hasText: item.title }).locator('.rep-title').click()
  await page.getByRole('button', { name: '加 5' }).click()
  await page.getByRole('button', { name: '加 5' }).click()
  await page.getByPlaceholder('做了什么').fill(text)
  const photo = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) }
  await page.locator('input[type="file"]').first().setInputFiles(photo)
  await page.locator('.rep-photos li').waitFor()
}

describe('reporting from a building site', () => {
  it('opens without network, reports with a photo, survives a reload, and arrives exactly once', async () => {
    const item = await dueItem()
    const before = await reportsOf(item.itemId)
    const page = await openPage(browser, `${url}/report`, { viewport: phone, as: 'department' })
    await page.getByText('个项目要报').waitFor()
    expect(await ready(page)).toBeGreaterThan(10)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('没有网络').waitFor()
    await fillIn(page, item, '地下室底板浇筑完成')
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByText('已存在本机').waitFor()
    await page.reload()
    await page.getByText('1 条等待报送').waitFor()
    expect(await page.locator('.rep-waiting li').textContent()).toContain('1 张照片')
    expect(await reportsOf(item.itemId)).toHaveLength(before.length)
    await page.context().setOffline(false)
    // By itself: nobody touches the page.
    await expect.poll(async () => (await reportsOf(item.itemId)).length, { timeout: 40_000 }).toBe(before.length + 1)
    await expect.poll(() => page.locator('.rep-waiting').count()).toBe(0)
    const after = await reportsOf(item.itemId)
    const node = item.nodes[0]!
    expect(after[0]).toMatchObject({
      ...{ text: '地下室底板浇筑完成', nodeKey: node.nodeKey, percent: (node.percentDone ?? 0) + 10, state: 'sent' },
      photos: [{ kind: 'jpeg', fileName: '现场.jpg', nodeKey: node.nodeKey }],
    })
    expect(after[0]!.photos[0]!.takenAt).not.toBeNull()
    await page.reload()
    await settled(page)
    expect(await reportsOf(item.itemId)).toHaveLength(before.length + 1)
    await page.context().close()
  })

  it('keeps what is typed through a reload, and says all that is wrong before anything goes out', async () => {
    const item = await dueItem()
    const page = await openPage(browser, `${url}/report`, { viewport: phone, as: 'department' })
    await fillIn(page, item, '还在写')
    await expect.poll(() => page.getByText('草稿已自动保存').isVisible()).toBe(true)
    await page.waitForTimeout(400)
    await page.reload()
    await settled(page)
    expect(await page.getByPlaceholder('做了什么').inputValue()).toBe('还在写')
    expect(await page.locator('.rep-photos li').count()).toBe(1)
    await page.getByLabel('当月完成投资').fill('不少')
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByText('请填数字，单位万元').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await expect.poll(() => page.getByPlaceholder('做了什么').inputValue()).toBe('')
    await page.context().close()
  })
})

describe('the monthly sheet and the desk', () => {
  it('sends what is pasted from a spreadsheet; the desk receives and verifies it', async () => {
    const unit = (await dueItem()).leadOrgId!
    const page = await openPage(browser, `${url}/report/sheet/${scheduledList.key}?unit=${unit}`)
    const cell = page.locator('[data-cell="0 text"]')
    const title = await page.locator('.sheet tbody th a').first().textContent()
    await cell.focus()
    await cell.evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '贴上来的进展\t说明一\n第二行的进展\t')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByRole('button', { name: '全部报送（2 行）' }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('1 text')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Control+s')
    await page.getByText('已报送 2 行').waitFor()
    await page.context().close()
    const desk = await openPage(browser, `${url}/report/desk?unit=${unit}`, { as: 'verifier' })
    const line = desk.locator('.desk-list > li', { hasText: '贴上来的进展' })
    await line.getByRole('checkbox').check()
    expect(await line.textContent()).toContain(title)
    expect(await axeFindings(desk)).toEqual([])
    await desk.getByRole('button', { name: '核实', exact: true }).click()
    await desk.getByText('已核实 1 条').waitFor()
    await line.waitFor({ state: 'detached' })
    await desk.getByRole('tab', { name: '已核实' }).click()
    await desk.locator('.desk-list > li', { hasText: '贴上来的进展' }).waitFor()
    await desk.context().close()
  })
})
