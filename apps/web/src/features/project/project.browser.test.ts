import { listItems, type ReplyOf } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let item: ReplyOf<typeof listItems>['rows'][number]

beforeAll(async () => {
  browser = await sharedBrowser()
  const ask = asker(url)
  const query = { playbook: scheduledList.key, filter: 'lamp:in:red', limit: 1 }
  item = (await ask(listItems, { query })).rows[0]!
})
afterAll(() => browser.close())

const openItem = (search = ''): Promise<Page> => openPage(browser, `${url}/item/${item.itemId}${search}`)

describe('the project page', () => {
  it('says which rule lit the lamp, with its figures', async () => {
    const page = await openItem()
    const lamp = await page.locator('.project-lamp').textContent()
    expect(lamp).toContain('红灯')
    expect(lamp).toContain(item.lampReasons[0]!.text.zh)
    await page.context().close()
  })

  it('changes a node after saying what it moves, and takes the change back', async () => {
    const page = await openItem()
    const node = page.locator('.project-nodes tbody tr:not(.is-done)').last()
    const standard = node.locator('.is-matter .project-muted')
    const before = await standard.textContent()
    await node.locator('button').click()
    const editor = page.getByRole('dialog')
    await editor.getByLabel('完成标准（定标）').fill('三方验收单已签')
    await editor.getByRole('button', { name: '看看会动哪些节点' }).click()
    await editor.getByRole('status').waitFor()
    await editor.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('三方验收单已签').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => standard.textContent(), { timeout: 30_000 }).toBe(before)
    await page.context().close()
  })

  it('reports a figure that waits for verification, which nobody gives to his own and somebody else does', async () => {
    const page = await openItem('?tab=facts')
    await page.locator('.project-report select').selectOption({ index: 0 })
    await page.getByLabel('数值').fill('1.25亿')
    await page.getByRole('button', { name: '报数' }).click()
    // The year's plan is on record: who puts another figure in its place says why, and may still think better of it.
    const asked = page.getByRole('dialog', { name: '请写明理由' })
    await asked.getByText('更正已上报的').waitFor()
    expect(await asked.getByRole('button', { name: '写入', exact: true }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await asked.waitFor({ state: 'detached' })
    expect(await page.getByLabel('数值').inputValue()).toBe('1.25亿')
    await page.getByRole('button', { name: '报数' }).click()
    await asked.getByRole('button', { name: '依据新的凭证调整' }).click()
    await asked.getByLabel('理由').press('End')
    await asked.getByRole('button', { name: '写入', exact: true }).click()
    await asked.waitFor({ state: 'detached' })
    const line = page.locator('.project-facts li', { hasText: '1.25亿元' }).first()
    await line.waitFor()
    expect(await line.textContent()).toContain('待核实')
    await line.getByRole('button', { name: '核实' }).click()
    await page.locator('.toast.is-failed').waitFor()
    expect(await line.textContent()).toContain('待核实')
    await page.context().close()
    const verifier = await openPage(browser, `${url}/item/${item.itemId}?tab=facts`, { as: 'verifier' })
    const found = verifier.locator('.project-facts li', { hasText: '1.25亿元' }).first()
    await found.getByRole('button', { name: '核实' }).click()
    await found.locator('.project-verified').waitFor()
    await verifier.context().close()
  })

  it('keeps what was typed when the value is refused, and lists every change afterwards', async () => {
    const page = await openItem('?tab=fields')
    await page.getByRole('button', { name: '修改', exact: true }).click()
    const amount = page.getByLabel('总投资').first()
    await amount.fill('很多钱')
    expect(await page.locator('.field-fault').first().textContent()).not.toBe('')
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true)
    expect(await amount.inputValue()).toBe('很多钱')
    await amount.fill('9.87亿')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('9.87').first().waitFor()
    await page.getByRole('tab', { name: '留痕' }).click()
    await page.locator('.project-changes', { hasText: '总投资' }).waitFor()
    await page.context().close()
  })

  it('opens from the palette by its name', async () => {
    const page = await openPage(browser, url)
    await page.keyboard.press('Control+k')
    await page.locator('.palette input').fill(item.title.slice(0, 6))
    const line = page.locator(`#palette-item-${item.itemId}`)
    while ((await line.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/item/${item.itemId}`))
    await page.context().close()
  })
})
