import { getSession } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/testing/instance.ts'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage } from '../../testing/open.ts'
import { giveReason } from '../../testing/reason.ts'

const url = inject('guatuUrl')
const ledger = (name: string): string => `${projectRoot}fixtures/ledgers/${name}`
let browser: Browser
let playbook = ''

const session = () => asker(url)(getSession, {})

const itemCount = async (): Promise<number> =>
  (await session()).playbooks.find(({ key }) => key === playbook)?.itemCount ?? 0

const openWizard = (): Promise<Page> => openPage(browser, `${url}/import/${playbook}`)
const headline = (page: Page) => page.locator('h1').textContent()

async function handIn(page: Page, name: string): Promise<void> {
  await page.setInputFiles('input[type=file]', ledger(name))
  await page.locator('.import-table').waitFor()
}

async function goOn(page: Page): Promise<void> {
  await page.locator('.import-buttons .is-primary').click()
}

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
})
afterAll(() => browser.close())

describe('the import wizard', () => {
  it('leads a monthly ledger from the file to written items and takes them back', async () => {
    const before = await itemCount()
    const page = await openWizard()
    await handIn(page, 'major-projects-monthly.xlsx')
    expect(await headline(page)).toContain('共 16 行数据')
    await goOn(page)
    await page.locator('[role=tab]').first().waitFor()
    expect(await headline(page)).toContain('16 行中 16 行可以导入')
    expect(await itemCount()).toBe(before)
    await goOn(page)
    await page.getByRole('button', { name: '写入 16 项' }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).waitFor()
    expect(await itemCount()).toBe(before + 16)
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await giveReason(page, '导错了文件')
    await page.getByText('已撤销：移除 16 个').waitFor()
    expect(await itemCount()).toBe(before)
    await page.context().close()
  })

  it('shows faults by cell and writes nothing until the user leaves the bad rows out', async () => {
    const page = await openWizard()
    await handIn(page, 'signing-list.xlsx')
    await goOn(page)
    const faults = page.locator('.import-table tbody tr')
    await faults.first().waitFor()
    const cells = await faults.allTextContents()
    expect(cells.some((text) => text.includes('21G2019-13-45'))).toBe(true)
    expect(cells.some((text) => text.includes('22B'))).toBe(true)
    await page.getByRole('tab', { name: '重复' }).click()
    expect(await page.locator('.import-table').textContent()).toContain('第 21 行与第 5 行重复')
    await goOn(page)
    const write = page.locator('.import-buttons .is-primary')
    await write.waitFor()
    expect(await write.isDisabled()).toBe(true)
    await page.getByLabel('有错误的 2 行不导入').check()
    expect(await write.isDisabled()).toBe(false)
    await page.context().close()
  })

  it('keeps the import in the address, so that a reload goes on where one was', async () => {
    const page = await openWizard()
    await handIn(page, 'major-projects-monthly.xlsx')
    await goOn(page)
    await page.locator('[role=tab]').first().waitFor()
    await page.reload()
    await page.locator('[role=tab]').first().waitFor()
    expect(page.url()).toContain('step=check')
    await page.context().close()
  })

  it('says in words why a file cannot be read', async () => {
    const page = await openWizard()
    const old = Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex')
    await page.setInputFiles('input[type=file]', {
      name: '台账.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: old,
    })
    await page.locator('[role=alert]').first().waitFor()
    expect(await page.locator('[role=alert]').first().textContent()).toMatch(/\.xls|密码/)
    await page.context().close()
  })
})
