import { getDesk } from '@guatu/contract'
import type { Capability } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
const phone = { width: 390, height: 844 }
const keyOf = (capability: Capability) => playbooks.find(({ capabilities }) => capabilities.includes(capability))!.key
const orders = keyOf('orders')
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

describe('supervision', () => {
  it('an order is drafted about a project, found on the desk and read as a document', async () => {
    const page = await openPage(browser, `${url}/desk/${orders}`, { as: 'supervisor' })
    await page.getByRole('button', { name: '新拟督办' }).click()
    const form = page.getByRole('dialog', { name: '新拟督办' })
    await form.getByRole('button', { name: '存为拟稿' }).click()
    await expect.poll(() => form.getByText('必填').count()).toBeGreaterThan(2)
    await form.getByLabel('文种').fill('提示函')
    await form.getByLabel('督办事项').fill('尽快移交测试场地')
    await form.getByLabel('督办事由').fill('场地至今未移交。')
    await form.getByLabel('办理要求').fill('一、本周内移交。')
    await form.getByLabel('签发单位').fill('区攻坚办')
    await form.getByLabel('承办单位').fill('区住建局')
    await form.getByRole('button', { name: '存为拟稿' }).click()
    await page.locator('.toast', { hasText: '已存为拟稿' }).waitFor()
    const row = page.locator('.desk-row', { hasText: '尽快移交测试场地' })
    await row.getByText('未编号').waitFor()
    await row.getByRole('button', { name: '督办公文' }).click()
    const sheet = page.getByRole('dialog', { name: '公文' })
    await sheet.getByText('关于尽快移交测试场地的提示函').waitFor()
    expect(await sheet.getByRole('link', { name: '下载 PDF' }).getAttribute('href')).toContain(
      '/documents/order/file.pdf',
    )
    await page.context().close()
  })

  it('every figure opens its rows; the screens fit a phone and have no serious finding', async () => {
    const desk = await asker(url)(getDesk, { query: { playbook: orders } })
    const page = await openPage(browser, `${url}/desk/${orders}?show=all`)
    await expect.poll(() => page.locator('.desk-row').count()).toBe(desk.open)
    await page.getByRole('button', { name: /^超过时限/ }).click()
    await expect.poll(() => page.locator('.desk-row').count()).toBe(desk.overdue)
    expect(await axeFindings(page)).toEqual([])
    for (const path of [`/patrol/${keyOf('visits')}`, '/my-charge', `/desk/${orders}`]) {
      const small = await openPage(browser, `${url}${path}`, { as: 'leader', viewport: phone })
      await settled(small)
      const width = await small.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(phone.width)
      expect(await axeFindings(small), path).toEqual([])
      await small.context().close()
    }
    await page.context().close()
  })
})
