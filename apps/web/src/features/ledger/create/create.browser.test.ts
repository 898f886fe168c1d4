import { listItems } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../../scripts/testing/shared-browser.ts'
import { axeFindings } from '../../../testing/axe.ts'
import { driveLedger, type LedgerDriver, message } from '../../../testing/ledger.ts'

let browser: Browser
let ledger: LedgerDriver

beforeAll(async () => {
  browser = await sharedBrowser()
  ledger = await driveLedger(browser, inject('guatuUrl'))
})
afterAll(() => browser.close())

const openDialog = (page: Page) => page.getByRole('button', { name: '新增项目' }).click()
const submit = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '新增', exact: true }).click()
const row = (page: Page, key: string) => page.locator(`[data-field="${key}"]`)
const input = (page: Page, key: string) => row(page, key).locator('.field-input').first()
const draftKey = () => `guatu-draft-${ledger.playbook.key}`
const countNow = async () => (await ledger.ask(listItems, { query: { playbook: ledger.playbook.key, limit: 0 } })).total

describe('a further item', () => {
  it('goes onto the list with what was typed and opens its page', async () => {
    const page = await ledger.open()
    const { finish, leadOrg } = ledger.playbook.roles
    const unit = ledger.session.orgs.find(({ name }) => name.includes('交通'))!
    await openDialog(page)
    await input(page, ledger.titleKey).fill('云溪路快速化改造')
    await input(page, ledger.amountKey).fill('2.5亿')
    await expect.poll(() => row(page, ledger.amountKey).locator('.field-note').textContent()).toContain('2.5 亿元')
    await input(page, finish!).fill('2028年6月')
    await input(page, leadOrg!).fill('jtj')
    await page.keyboard.press('Enter')
    expect(await axeFindings(page)).toEqual([])
    await submit(page)
    await page.waitForURL('**/item/**')
    await message(page, '云溪路快速化改造').waitFor()
    const item = await ledger.itemNow(new URL(page.url()).pathname.split('/').at(-1)!)
    expect(item.fields).toMatchObject({
      [ledger.titleKey]: '云溪路快速化改造',
      [ledger.amountKey]: { amount: '250000000.00', currency: 'CNY' },
      [finish!]: { date: '2028-06-30', precision: 'month' },
    })
    expect(item.leadOrgId).toBe(unit.orgId)
    await page.goBack()
    await openDialog(page)
    expect(await input(page, ledger.titleKey).inputValue()).toBe('')
    await page.context().close()
  })

  it('says beside the field what is missing or unreadable, and sends nothing', async () => {
    const page = await ledger.open()
    const before = await countNow()
    await openDialog(page)
    await input(page, ledger.amountKey).fill('很多')
    await submit(page)
    await expect.poll(() => row(page, ledger.titleKey).locator('.field-fault').count()).toBe(1)
    expect(await row(page, ledger.amountKey).locator('.field-fault').textContent()).toContain('读不懂“很多”')
    expect(await page.getByRole('dialog').locator('footer').textContent()).toContain('2 处需要修改')
    expect(await input(page, ledger.titleKey).evaluate((own) => own === document.activeElement)).toBe(true)
    expect(await countNow()).toBe(before)
    await page.context().close()
  })

  it('lays what the server refuses beside its field and keeps every word', async () => {
    const page = await ledger.open()
    const { leadOrg } = ledger.playbook.roles
    // A draft of last week whose unit has been dissolved since.
    const gone = { text: '撤销的局', picked: '018f0000-0000-7000-8000-00000000ffff' }
    const entries = { [ledger.titleKey]: { text: '北湖公园二期' }, [leadOrg!]: gone }
    const draft = JSON.stringify({ stage: ledger.playbook.stages[0]!.key, entries })
    await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [draftKey(), draft])
    const before = await countNow()
    await openDialog(page)
    await submit(page)
    await row(page, leadOrg!).locator('.field-fault').waitFor()
    expect(await input(page, ledger.titleKey).inputValue()).toBe('北湖公园二期')
    expect(await countNow()).toBe(before)
    await page.context().close()
  })
})

describe('a draft', () => {
  it('is there again after Esc and after the page was loaded anew, until it is cleared', async () => {
    const page = await ledger.open()
    await openDialog(page)
    await input(page, ledger.titleKey).fill('南溪桥')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await openDialog(page)
    expect(await input(page, ledger.titleKey).inputValue()).toBe('南溪桥')
    await page.reload()
    await openDialog(page)
    expect(await input(page, ledger.titleKey).inputValue()).toBe('南溪桥')
    await page.getByRole('button', { name: '清空草稿' }).click()
    expect(await input(page, ledger.titleKey).inputValue()).toBe('')
    await page.getByRole('button', { name: '关闭' }).click()
    await openDialog(page)
    expect(await input(page, ledger.titleKey).inputValue()).toBe('')
    await page.context().close()
  })
})
