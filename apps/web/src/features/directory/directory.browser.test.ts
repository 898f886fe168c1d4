import { type DirectoryReply, getDirectory } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { enterDemonstration } from '../../../../../scripts/testing/enter.ts'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { addressOf } from '../../api/call.ts'
import { axeFindings } from '../../testing/axe.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

async function directory(): Promise<DirectoryReply> {
  const { cookie } = await enterDemonstration(url)
  return (await (await fetch(url + addressOf(getDirectory, {}), { headers: { cookie } })).json()) as DirectoryReply
}

async function close(page: Page): Promise<void> {
  await page.context().close()
}

describe('the directory', () => {
  it('is found by initials, edited in place, and the former name is still found', async () => {
    const page = await openPage(browser, `${url}/directory`, { as: 'systemAdmin' })
    await page.getByRole('searchbox').fill('lfc')
    await page.getByRole('button', { name: /联丰村/ }).click()
    await page.getByRole('button', { name: '修改', exact: true }).click()
    const form = page.getByRole('form', { name: '修改' })
    await form.getByLabel('单位名称').fill('联丰新村（演示）')
    await form.getByRole('button', { name: '保存' }).click()
    await page.locator('.toast', { hasText: '已保存' }).waitFor()
    await expect.poll(() => page.locator('.directory-facts').textContent()).toContain('联丰村（演示）')
    const village = (await directory()).units.find(({ name }) => name === '联丰新村（演示）')
    expect(village?.formerNames.map(({ name }) => name)).toEqual(['联丰村（演示）'])
    await close(page)
  })

  it('keeps the separated administrators apart, with words, and nothing typed is lost', async () => {
    const { posts } = await directory()
    const clerk = posts.find(({ role }) => role === 'verifier')!
    const page = await openPage(browser, `${url}/directory?person=${clerk.personId}`, { as: 'securityAdmin' })
    await page.getByRole('button', { name: '任命' }).click()
    const form = page.getByRole('form', { name: '任命' })
    await form.getByLabel('角色').fill('系统管理员')
    await page.getByRole('option', { name: '系统管理员' }).click()
    await form.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => form.textContent()).toContain('相互分离')
    expect(await form.getByLabel('角色').inputValue()).toBe('系统管理员')
    await close(page)
  })

  it('has no serious finding of accessibility, unit, person and charges', async () => {
    const { units, posts } = await directory()
    const leader = posts.find(({ role }) => role === 'leader')!
    for (const search of [`unit=${units[1]!.orgId}`, `person=${leader.personId}`, 'tab=charges']) {
      const page = await openPage(browser, `${url}/directory?${search}`)
      expect(await axeFindings(page)).toEqual([])
      await close(page)
    }
  })
})
