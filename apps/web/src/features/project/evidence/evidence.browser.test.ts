import { listItems } from '@guatu/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../../testing/ask.ts'
import { scheduledList } from '../../../testing/lists.ts'
import { openPage } from '../../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let itemId: string

beforeAll(async () => {
  browser = await sharedBrowser()
  // An item that every reader of these tests sees: an assessor reads what is signed.
  const ask = asker(url, 'assessor')
  const query = { playbook: scheduledList.key, limit: 1, sort: '-updatedAt' }
  itemId = (await ask(listItems, { query })).rows[0]!.itemId
})
afterAll(() => browser.close())

/** A picture of the browser's own making. */
const picture = async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 200 } })
  const buffer = await page.screenshot()
  await page.close()
  return buffer
}

it('keeps a picture of a node, shows it, and strikes it through once it is withdrawn with a reason', async () => {
  const page = await openPage(browser, `${url}/item/${itemId}?tab=evidence`)
  await page.locator('.evidence-drop select').selectOption({ index: 1 })
  const input = page.locator('.evidence-drop input[type=file]').first()
  await input.setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await picture() })
  const file = page.locator('.evidence-files > li', { hasText: '现场.png' })
  await file.waitFor()
  const image = file.locator('img')
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(320)
  await file.getByRole('button', { name: '撤回' }).click()
  await file.getByLabel('撤回的理由（记入留痕）').fill('拍错了地方')
  await file.getByRole('button', { name: '确定撤回' }).click()
  await file.locator('s').waitFor()
  expect(await file.textContent()).toContain('已撤回：拍错了地方')
  await page.context().close()
})

it('says what is wrong with a file that is not kept', async () => {
  const page = await openPage(browser, `${url}/item/${itemId}?tab=evidence`)
  const input = page.locator('.evidence-drop input[type=file]').first()
  await input.setInputFiles({ name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') })
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('不收这种文件')
  await page.context().close()
})

it('asks to sign in over the page for a file that goes out when nobody is signed in any more', async () => {
  const page = await openPage(browser, `${url}/item/${itemId}?tab=evidence`)
  const context = page.context()
  await context.clearCookies()
  const input = page.locator('.evidence-drop input[type=file]').first()
  // Long enough for the refusal to come before the file has gone out.
  const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(8_000_000, 'a'), Buffer.from('\n%%EOF\n')])
  await input.setInputFiles({ name: '长文件.pdf', mimeType: 'application/pdf', buffer })
  await page.locator('.sign-in-again').waitFor()
  expect(await page.locator('.evidence-files > li', { hasText: '长文件.pdf' }).count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
  await context.close()
})

it('shows whoever may only read the files and nothing to add them by', async () => {
  const page = await openPage(browser, `${url}/item/${itemId}?tab=evidence`, { as: 'assessor' })
  await page.locator('.project').waitFor()
  expect(await page.locator('.evidence-drop').count()).toBe(0)
  await page.context().close()
})
