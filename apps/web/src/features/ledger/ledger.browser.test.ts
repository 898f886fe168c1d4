import { listItems, updateItem } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { driveLedger, type LedgerDriver, message, param } from '../../testing/ledger.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let ledger: LedgerDriver

const saved = (page: Page) => message(page, '已改好').waitFor()

const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('[role=grid]')!.dispatchEvent(event)
  }, text)

beforeAll(async () => {
  browser = await sharedBrowser()
  ledger = await driveLedger(browser, url)
})
afterAll(() => browser.close())

describe('editing a cell', () => {
  it('writes what was typed with the first character, goes down, and takes it back by Ctrl+Z', async () => {
    const page = await ledger.open()
    const [first] = await ledger.firstRows(1)
    const before = await ledger.amountNow(first!.itemId)
    await ledger.type(page, 0, ledger.amountKey, '1.25亿')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await ledger.amountNow(first!.itemId)).toBe('125000000.00')
    expect(await page.getByRole('grid').getAttribute('aria-activedescendant')).toMatch(/^cell-1-/)
    await page.keyboard.press('Control+z')
    await page.locator('.toast', { hasText: '已撤销' }).waitFor()
    expect(await ledger.amountNow(first!.itemId)).toBe(before)
    await page.context().close()
  })

  it('keeps words that mean nothing, says why, and drops them by Esc', async () => {
    const page = await ledger.open()
    await ledger.type(page, 1, ledger.amountKey, 'much')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.cell-note').textContent()).toContain('读不懂“much”')
    expect(await page.locator('.cell-editor input').inputValue()).toBe('much')
    await page.keyboard.press('Escape')
    expect(await page.locator('.cell-editor').count()).toBe(0)
    await page.context().close()
  })

  it('shows what somebody else wrote meanwhile and writes over it only when told to', async () => {
    const page = await ledger.open()
    const row = (await ledger.firstRows(3))[2]!
    const before = (await ledger.itemNow(row.itemId)).fields[ledger.amountKey]
    const write = async (value: unknown) => {
      const { revision } = await ledger.itemNow(row.itemId)
      const body = { revision, fields: { [ledger.amountKey]: value } }
      await ledger.ask(updateItem, { params: { itemId: row.itemId }, body })
    }
    await write({ amount: '777000000.00', currency: 'CNY' })
    await ledger.type(page, 2, ledger.amountKey, '3亿')
    await page.keyboard.press('Enter')
    const notice = page.locator('.notice-bar')
    await expect.poll(() => notice.textContent()).toMatch(/别人已先改过[\s\S]*7.77 亿元[\s\S]*3 亿元/)
    expect(await ledger.amountNow(row.itemId)).toBe('777000000.00')
    await notice.getByRole('button', { name: '改成我的' }).click()
    await saved(page)
    expect(await ledger.amountNow(row.itemId)).toBe('300000000.00')
    await write(before)
    await page.context().close()
  })
})

describe('pasting from a spreadsheet', () => {
  it('writes many cells at once and takes all of them back from the message', async () => {
    const page = await ledger.open()
    const rows = await ledger.firstRows(2)
    const before = await Promise.all(rows.map(({ itemId }) => ledger.amountNow(itemId)))
    await ledger.cell(page, 0, ledger.amountKey).click()
    await paste(page, '1亿\r\n2.5亿\r\n')
    await saved(page)
    expect(await Promise.all(rows.map(({ itemId }) => ledger.amountNow(itemId)))).toEqual([
      '100000000.00',
      '250000000.00',
    ])
    await page.locator('.toast', { hasText: '已改好' }).getByRole('button', { name: '撤销' }).click()
    await page.locator('.toast', { hasText: '已撤销' }).waitFor()
    expect(await Promise.all(rows.map(({ itemId }) => ledger.amountNow(itemId)))).toEqual(before)
    await page.context().close()
  })

  it('writes nothing while one cell refuses, and lists every refusal', async () => {
    const page = await ledger.open()
    const rows = await ledger.firstRows(3)
    const before = await Promise.all(rows.map(({ itemId }) => ledger.amountNow(itemId)))
    await ledger.cell(page, 0, ledger.amountKey).click()
    await paste(page, '1亿\r\n不详细\r\n-3万\r\n')
    const notice = page.locator('.notice-bar')
    await expect
      .poll(() => notice.locator('li').allTextContents())
      .toEqual([expect.stringContaining('读不懂“不详细”'), expect.stringContaining('金额不能是负数')])
    expect(await ledger.cell(page, 1, ledger.amountKey).getAttribute('aria-invalid')).toBe('true')
    expect(await Promise.all(rows.map(({ itemId }) => ledger.amountNow(itemId)))).toEqual(before)
    await page.context().close()
  })
})

describe('the view in the address', () => {
  it('sorts by a click on a head, by a second key with shift', async () => {
    const page = await ledger.open('')
    const head = page.locator('.grid-head .grid-sort')
    await head.filter({ hasText: '总投资' }).click()
    await expect.poll(() => param(page, 'sort')).toBe(ledger.amountKey)
    await head.filter({ hasText: '总投资' }).click()
    await head.filter({ hasText: '项目名称' }).click({ modifiers: ['Shift'] })
    await expect.poll(() => param(page, 'sort')).toBe(`-${ledger.amountKey},${ledger.titleKey}`)
    await settled(page)
    const most = (
      await ledger.ask(listItems, { query: { playbook: ledger.playbook.key, sort: `-${ledger.amountKey}`, limit: 1 } })
    ).rows[0]!
    await expect.poll(() => page.locator('[data-row="0"] .grid-title').textContent()).toBe(most.title)
    await page.context().close()
  })

  it('filters by a column’s menu and opens the same rows from the link', async () => {
    const page = await ledger.open()
    await ledger.cell(page, 0, ledger.amountKey).click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByLabel('从').fill('10亿')
    await page.getByRole('button', { name: '应用' }).click()
    await expect.poll(() => param(page, 'filter')).toBe(`${ledger.amountKey}:from:1000000000.00`)
    const { total } = await ledger.ask(listItems, {
      query: { playbook: ledger.playbook.key, filter: `${ledger.amountKey}:from:1000000000.00`, limit: 0 },
    })
    const count = page.locator('[role=grid][aria-rowcount]')
    await expect.poll(() => count.getAttribute('aria-rowcount')).toBe(String(total + 1))
    const again = await openPage(browser, page.url())
    await expect.poll(() => again.locator('.chip').textContent()).toContain('总投资 ≥ 10 亿元')
    await expect.poll(() => again.locator('.sentence').textContent()).toContain(`共 ${total} 个`)
    await again.getByRole('button', { name: /去掉筛选/ }).click()
    await expect.poll(() => param(again, 'filter')).toBeNull()
    await again.context().close()
    await page.context().close()
  })

  it('comes back to the rows that one was at', async () => {
    const page = await ledger.open()
    await page.locator('[role=grid]').evaluate((grid) => grid.scrollTo({ top: 100 * 32 }))
    await expect.poll(() => param(page, 'row')).toBe('101')
    await page.locator('[data-row="104"] .grid-title').click()
    await page.waitForURL('**/item/**')
    await page.goBack()
    await page.locator('[data-row="104"] .grid-title').waitFor()
    expect(await page.locator('[role=grid]').evaluate((grid) => grid.scrollTop)).toBe(3200)
    await page.context().close()
  })
})

describe('picking a unit', () => {
  it('finds it by initials and writes it with Enter', async () => {
    const page = await ledger.open()
    const row = (await ledger.firstRows(1))[0]!
    const { roles } = ledger.playbook
    const unit = ledger.session.orgs.find(({ name }) => name.includes('交通'))!
    await ledger.type(page, 0, roles.leadOrg!, 'jtj')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await saved(page)
    expect((await ledger.itemNow(row.itemId)).leadOrgId).toBe(unit.orgId)
    await page.keyboard.press('Control+z')
    await page.locator('.toast', { hasText: '已撤销' }).waitFor()
    expect((await ledger.itemNow(row.itemId)).leadOrgId).toBe(row.leadOrgId)
    await page.context().close()
  })
})
