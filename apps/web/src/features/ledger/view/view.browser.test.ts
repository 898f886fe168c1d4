import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../../scripts/testing/shared-browser.ts'
import { driveLedger, type LedgerDriver, message, param } from '../../../testing/ledger.ts'
import { openPage } from '../../../testing/open.ts'

let browser: Browser
let ledger: LedgerDriver

beforeAll(async () => {
  browser = await sharedBrowser()
  ledger = await driveLedger(browser, inject('guatuUrl'))
})
afterAll(() => browser.close())

const heads = (page: Page) => page.locator('.grid-head .grid-sort > span:first-child').allTextContents()
const head = (page: Page, name: string): Locator => page.getByRole('columnheader', { name, exact: false }).first()
const widthOf = async (own: Locator) => Math.round((await own.boundingBox())!.width)

describe('a named view', () => {
  it('is saved with its filter and sorting and opened again by its name', async () => {
    const search = `?filter=lamp:in:red&sort=-${ledger.amountKey}`
    const page = await ledger.open(search)
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByPlaceholder('视图名称').fill('红灯从大到小')
    await page.keyboard.press('Enter')
    await message(page, '已保存视图“红灯从大到小”').waitFor()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '全部', exact: true }).click()
    await expect.poll(() => param(page, 'filter')).toBeNull()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '红灯从大到小', exact: true }).click()
    await expect
      .poll(() => [param(page, 'filter'), param(page, 'sort')])
      .toEqual(['lamp:in:red', `-${ledger.amountKey}`])
    await page.reload()
    await page.getByRole('button', { name: '视图' }).click()
    const own = page.getByRole('button', { name: '红灯从大到小', exact: true })
    expect(await own.getAttribute('aria-current')).toBe('true')
    await page.getByRole('button', { name: '删除视图“红灯从大到小”' }).click()
    await expect.poll(() => own.count()).toBe(0)
    await page.context().close()
  })
})

describe('columns by pointer', () => {
  it('keeps a dragged width in the link', async () => {
    const page = await ledger.open()
    const title = ledger.playbook.fields[ledger.amountKey]!.title.zh
    const before = await widthOf(head(page, title))
    const grip = (await head(page, title).locator('.grid-resize').boundingBox())!
    const y = grip.y + grip.height / 2
    await page.mouse.move(grip.x + 3, y)
    await page.mouse.down()
    await page.mouse.move(grip.x + 33, y, { steps: 3 })
    await page.mouse.move(grip.x + 63, y, { steps: 3 })
    await page.mouse.up()
    await expect.poll(() => param(page, 'columns')).toContain(`${ledger.amountKey}~${before + 60}`)
    await expect.poll(() => widthOf(head(page, title))).toBe(before + 60)
    const again = await openPage(browser, page.url())
    await expect.poll(() => widthOf(head(again, title))).toBe(before + 60)
    await again.context().close()
    await page.context().close()
  })

  it('keeps a dragged order in the link', async () => {
    const page = await ledger.open()
    const before = await heads(page)
    const [from, to] = [before[5]!, before[3]!]
    await page.locator('.grid-head .grid-sort', { hasText: from }).dragTo(head(page, to))
    const moved = [...before.slice(0, 3), from, ...before.slice(3).filter((own) => own !== from)]
    await expect.poll(() => heads(page)).toEqual(moved)
    const again = await openPage(browser, page.url())
    await expect.poll(() => heads(again)).toEqual(moved)
    await again.context().close()
    await page.context().close()
  })
})

describe('the columns that a list begins with', () => {
  it.each(['zh', 'en'] as const)('show whole heads (%s)', async (language) => {
    const page = await ledger.open('', { language })
    const cut = await page
      .locator('.grid-head .grid-sort > span:first-child')
      .evaluateAll((all) =>
        all
          .filter((own) => own.scrollWidth > own.clientWidth || own.scrollHeight > own.clientHeight)
          .map((own) => own.textContent),
      )
    expect(cut).toEqual([])
    await page.context().close()
  })

  it('fit a screen of 1440 pixels', async () => {
    const page = await ledger.open('')
    const overhang = await page.locator('[role=grid]').evaluate((grid) => grid.scrollWidth - grid.clientWidth)
    expect(overhang).toBe(0)
    await page.context().close()
  })
})
