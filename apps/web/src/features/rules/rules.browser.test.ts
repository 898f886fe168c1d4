import { getDistrictPlan } from '@guatu/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''

const ask = asker(url)
const planNow = () => ask(getDistrictPlan, { params: { playbook } })

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
})
afterAll(() => browser.close())

describe('editing the rules', () => {
  it('says what it touches, puts it in force, and takes it back', async () => {
    const before = await planNow()
    const page = await openPage(browser, `${url}/rules/${playbook}`)
    await page.getByRole('button', { name: '修订', exact: true }).click()
    const duration = page.locator('.is-nodes tbody tr').first().locator('.is-number').first()
    await duration.fill('66')
    await duration.press('Tab')
    const bar = page.locator('.rules-bar')
    await expect.poll(() => bar.textContent()).toMatch(/修改 1 个节点[\s\S]*已排的节点不变/)
    await bar.getByRole('button', { name: '保存并生效' }).click()
    const confirmed = page.locator('.toast', { hasText: '规则已生效' })
    await confirmed.waitFor()
    expect((await planNow()).plan.nodes[0]!.durationWorkdays).toBe(66)
    await confirmed.getByRole('button', { name: '撤销' }).click()
    await page.locator('.toast', { hasText: '已恢复' }).waitFor()
    expect((await planNow()).plan).toEqual(before.plan)
    await page.context().close()
  })

  it('names what is wrong before anything is sent, and steps back', async () => {
    const page = await openPage(browser, `${url}/rules/${playbook}?edit=1`)
    const name = page.locator('.is-nodes tbody tr').first().locator('th .rules-input')
    const title = await name.inputValue()
    await name.fill('')
    await name.press('Tab')
    const bar = page.locator('.rules-bar')
    await expect.poll(() => bar.textContent()).toContain('节点要有名称')
    expect(await bar.getByRole('button', { name: '保存并生效' }).isDisabled()).toBe(true)
    await bar.getByRole('button', { name: '撤销一步' }).click()
    expect(await name.inputValue()).toBe(title)
    await page.context().close()
  })
})

describe('on a phone', () => {
  it.each(['', '?edit=1'])('the rules%s fit the width and axe finds nothing serious', async (search) => {
    const page = await openPage(browser, `${url}/rules/${playbook}${search}`, { viewport: { width: 390, height: 844 } })
    await page.locator('.is-nodes tbody tr').first().waitFor()
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await axeFindings(page)).toEqual([])
    expect(overhang).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
