import { type GapsReply, listGaps } from '@guatu/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
const ask = asker(url)
let browser: Browser
let playbook = ''

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
})
afterAll(() => browser.close())

const gaps = (): Promise<GapsReply> => ask(listGaps, { query: { playbook, gap: 'owner', limit: 0 } })

describe('the check of the five fixes', () => {
  it('narrows by a figure, selects by keys, assigns many, and takes it back', async () => {
    const before = await gaps()
    const page = await openPage(browser, `${url}/check/${playbook}`)
    await page.getByRole('button', { name: /缺责任人/ }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('gap')).toBe('owner')
    await settled(page)
    const boxes = page.locator('input[data-node]:enabled')
    await boxes.nth(0).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => page.locator('.check-line.is-selected').count()).toBe(3)
    await page.keyboard.press('Escape')
    await boxes.nth(0).click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    const panel = page.getByRole('form', { name: '批量指定' })
    await panel.getByLabel('责任人').fill('a')
    await page.getByRole('listbox').getByRole('option').first().click()
    await panel.getByText('将改动 4 个节点').waitFor()
    await panel.getByRole('button', { name: '批量指定' }).click()
    const toast = page.locator('.toast', { hasText: '已指定 4 个节点' })
    await toast.waitFor()
    expect((await gaps()).gaps.owner).toBe(before.gaps.owner - 4)
    await toast.getByRole('button', { name: '撤销' }).click()
    await expect.poll(async () => (await gaps()).gaps.owner).toBe(before.gaps.owner)
    await page.context().close()
  })

  it('has no serious finding of accessibility, on a desk and on a phone', async () => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await openPage(browser, `${url}/check/${playbook}`, { viewport })
      await page.locator('input[data-node]:enabled').first().click()
      expect(await axeFindings(page)).toEqual([])
      await page.context().close()
    }
  })
})
