import { getStageBoard, listItems } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})

describe('the problem board', () => {
  it('tells what is overdue, opens the rows behind a count, and is walked by keys', async () => {
    const board = await asker(url)(getStageBoard, { query: { playbook: list.key } })
    const page = await openPage(browser, `${url}/problems/${list.key}`)
    expect(await page.locator('h1').textContent()).toContain(`${board.open} 件难题在办`)
    expect(await page.locator('.problems-dominant strong').textContent()).toBe(String(board.overdue))
    expect(await axeFindings(page)).toEqual([])
    const [first, second] = board.stages[0]!.cards
    const card = (itemId: string) => page.locator(`[data-card="${itemId}"]`)
    await card(first!.itemId).focus()
    await page.keyboard.press('ArrowDown')
    expect(await card(second!.itemId).evaluate((own) => own === document.activeElement)).toBe(true)
    await page.locator('.problems-column h2 a').first().click()
    await page.waitForURL(`**/list/${list.key}?filter=stage:in:${list.stages[0]!.key}`)
    await page.goBack()
    await page.getByLabel('紧急程度').selectOption('urgent')
    await page.waitForURL('**urgency=urgent**')
    await expect.poll(() => page.locator('.problem-card').count()).toBeLessThan(board.total)
    await page.context().close()
  })

  it('takes a problem from the phone in a short form, which holds a node of a project', async () => {
    const schedule = playbooks.find(({ capabilities }) => capabilities.includes('schedule'))!
    const ask = asker(url)
    const [project] = (
      await ask(listItems, { query: { playbook: schedule.key, filter: 'stage:in:construction', limit: 1 } })
    ).rows
    const page = await openPage(browser, `${url}/raise/${list.key}?item=${project!.itemId}&node=acceptance`, {
      viewport: { width: 390, height: 844 },
    })
    await expect.poll(() => page.getByLabel('卡住的项目').inputValue()).toBe(project!.title)
    await page.getByRole('button', { name: '提交' }).click()
    expect(await page.locator('.field-fault').first().textContent()).toBeTruthy()
    await page.getByLabel('难题名称').fill('验收资料室钥匙不在现场')
    await page.getByLabel('请求事项').fill('请总包今天送到')
    await page.reload()
    expect(await page.getByLabel('难题名称').inputValue()).toBe('验收资料室钥匙不在现场')
    await page.getByRole('button', { name: '提交' }).click()
    await page.waitForURL('**/item/**')
    const held = page.locator('.loop-blocks li')
    await held.waitFor()
    expect(await held.textContent()).toContain(project!.title)
    await page.context().close()
    const there = await openPage(browser, `${url}/item/${project!.itemId}`)
    await there.locator('.loop-blocks').getByText('验收资料室钥匙不在现场').waitFor()
    await there.context().close()
  })
})
