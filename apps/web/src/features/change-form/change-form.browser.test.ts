import { getChange, getItem, getSession, type ItemReply, listChanges, listItems } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../../../../scripts/testing/browser.ts'
import { asker } from '../../testing/ask.ts'
import { axeFindings } from '../../testing/axe.ts'
import { openPage, settled } from '../../testing/open.ts'

const url = inject('guatuUrl')
const office = asker(url)
const town = asker(url, 'town')
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
let browser: Browser
let playbook = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const { playbooks } = await office(getSession, {})
  playbook = playbooks[0]!.key
})
afterAll(() => browser.close())

const ahead = ({ plan }: ItemReply) =>
  plan.nodes.find((node) => !node.done && node.actualStart === null && node.durationWorkdays >= 5)

/** A project with a baseline whose plan the town's person runs, and a node of it that is ahead. */
async function frozenProject(): Promise<{ readonly itemId: string; readonly nodeKey: string; readonly days: number }> {
  const { rows } = await town(listItems, { query: { playbook, limit: 200 } })
  for (const { itemId } of rows) {
    const reply = await town(getItem, { params: { itemId } })
    const node = ahead(reply)
    if (!node || !reply.allowed.includes('item.plan')) continue
    const { baselines, mayApply } = await town(listChanges, { params: { itemId }, query: {} })
    if (mayApply && baselines.length > 0) return { itemId, nodeKey: node.nodeKey, days: node.durationWorkdays + 40 }
  }
  throw new Error('no project of the town has a baseline')
}

async function fillReason(page: Page): Promise<void> {
  await page.getByLabel('事由类别').click()
  await page.getByLabel('事由类别').fill('征迁')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('申请理由').fill('三户未签约，桩机无法进场')
  await page.getByLabel('佐证依据').fill('会议纪要〔2026〕12 号')
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  await page.getByLabel('佐证文件').setInputFiles({ name: '会议纪要.pdf', mimeType: 'application/pdf', buffer })
}

describe('a change of plan', () => {
  it('is refused in the plan’s own form, applied for with what was tried, and approved by the office', async () => {
    const { itemId, nodeKey, days } = await frozenProject()
    const params = { itemId }
    const before = await office(getItem, { params })
    const page = await openPage(browser, `${url}/item/${itemId}`, { as: 'town' })
    const title = before.plan.nodes.find((node) => node.nodeKey === nodeKey)!.title
    await page.getByRole('button', { name: `修改“${title}”` }).click()
    const dialog = page.locator('.project-editor')
    await dialog.getByLabel(/工期/).fill(String(days))
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('link', { name: '以此改动申请变更' }).click()
    await page.getByText(/改动 1 个节点/).waitFor()
    expect(new URL(page.url()).searchParams.get('ask')).toBe(`${nodeKey}:d${days}`)
    await fillReason(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('已提交，等待审批').waitFor()
    await settled(page)
    const application = new URL(page.url()).pathname.split('/').at(-1)!
    await page.getByText('三户未签约，桩机无法进场').first().waitFor()
    await page.context().close()
    const { mayApprove, askedEffect } = await office(getChange, { params: { itemId: application } })
    expect(mayApprove).toBe(true)
    expect((await office(getItem, { params })).item.revision).toBe(before.item.revision)

    const deciding = await openPage(browser, `${url}/item/${application}`)
    expect(await axeFindings(deciding)).toEqual([])
    await deciding.getByRole('button', { name: '批准', exact: true }).click()
    await deciding.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await expect
      .poll(async () => (await office(getItem, { params: { itemId: application } })).item.stage)
      .toBe('approved')
    const after = (await office(getItem, { params })).plan.nodes
    const moved = askedEffect.nodes.find((node) => node.nodeKey === nodeKey)
    expect(after.find((node) => node.nodeKey === nodeKey)).toMatchObject({ plannedFinish: moved?.toFinish })
    await deciding.context().close()
  })

  it('compares two moments: a figure opens its rows, a project its bars', async () => {
    const page = await openPage(browser, `${url}/compare/${playbook}`)
    await page.getByRole('button', { name: /不再按期/ }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe('noLonger')
    await settled(page)
    await page.getByRole('button', { name: '整项对照' }).first().click()
    await page.getByRole('figure', { name: '新旧计划对照' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  it('has no serious finding of accessibility, on a desk and on a phone', async () => {
    const { itemId, nodeKey, days } = await frozenProject()
    for (const viewport of [desk, phone]) {
      for (const path of [`/compare/${playbook}?kind=finished`, `/change/${itemId}?ask=${nodeKey}:d${days}`]) {
        const page = await openPage(browser, url + path, { viewport, as: 'town' })
        expect([path, await axeFindings(page)]).toEqual([path, []])
        await page.context().close()
      }
    }
  })
})
