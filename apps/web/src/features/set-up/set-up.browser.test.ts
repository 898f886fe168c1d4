import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationDay } from '../../../../../scripts/testing/browser-setup.ts'
import { type Instance, startInstance } from '../../../../../scripts/testing/instance.ts'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { openPage } from '../../testing/open.ts'
import { totpOf } from '../../testing/totp.ts'

let browser: Browser
let instance: Instance
let page: Page

const password = 'Nanhu-lake-2026-wall'
let recoveryCode = ''
let invitation = ''

/** The one-time link that the start prints: another page of the same address. */
const setUpLink = (): string => /http:\/\/\S+\/set-up#\S+/.exec(instance.output())?.[0] ?? ''
/** Links name the address that people use; the test's own is as good. */
const here = (link: string): string => `${instance.url}${link.slice(new URL(link).origin.length)}`

beforeAll(async () => {
  browser = await sharedBrowser()
  instance = await startInstance({ today: demonstrationDay, environment: { GUATU_DEMO: '0' } })
  page = await openPage(browser, here(setUpLink()), { as: null })
})
afterAll(async () => {
  await browser.close()
  await instance.stop()
})

// One way from the terminal's link to an open account: each step stands on the one before it.
describe('the first start', () => {
  it('asks for three different administrators and answers a link for each', async () => {
    await page.getByLabel(/^系统管理员/).fill('沈知行')
    await page.getByLabel(/^安全管理员/).fill('沈知行')
    await page.getByLabel(/^审计管理员/).fill('陆明远')
    const submit = page.getByRole('button', { name: '生成邀请链接' })
    expect(await submit.isDisabled()).toBe(true)
    expect(await page.locator('.field-fault').textContent()).toContain('三个不同的人')
    await page.getByLabel(/^安全管理员/).fill('顾一帆')
    await submit.click()
    await page.locator('.slips').waitFor()
    const links = await page.locator('.slips code').allTextContents()
    expect(links).toHaveLength(3)
    expect(new Set(links).size).toBe(3)
    invitation = links[0]!
  })

  it('the set-up link opens once', async () => {
    const again = await openPage(browser, here(setUpLink()), { as: null })
    expect(await again.locator('h1').textContent()).toBe('这个链接打不开')
    await again.context().close()
  })

  it('an invitation tells every rule that a password lacks, then opens the account', async () => {
    await page.goto(here(invitation))
    await page.getByLabel('用户名').fill('shenzhixing')
    const typed = page.getByLabel('密码', { exact: true })
    await typed.fill('abc')
    expect(await page.locator('.policy li.is-met').count()).toBe(1)
    expect(await page.getByRole('button', { name: '开通账号' }).isDisabled()).toBe(true)
    await typed.fill(password)
    expect(await page.locator('.policy li.is-met').count()).toBe(3)
    await page.getByRole('button', { name: '开通账号' }).click()
    await page.locator('.qr-code').waitFor()
  })

  it('the second factor is in force once a code confirms it, and its recovery codes are shown once', async () => {
    await page.getByText('扫不了？手工输入密钥').click()
    const secret = (await page.locator('.enrolment code').textContent())!
    await page.getByLabel('六位验证码').fill(totpOf(secret, Date.now()))
    await page.getByRole('button', { name: '绑定' }).click()
    await page.locator('.recovery').waitFor()
    const codes = await page.locator('.recovery code').allTextContents()
    expect(codes.length).toBeGreaterThanOrEqual(8)
    recoveryCode = codes[0]!
    await page.getByRole('button', { name: '我已收好恢复码' }).click()
    await page.locator('.shell-nav').waitFor()
    await page.waitForURL(/\/accounts$/)
    expect(await page.locator('.person-button').textContent()).toContain('沈知行')
  })

  it('a session that ends meanwhile asks to sign in over the page, and nothing typed is lost', async () => {
    await page.evaluate(async () => {
      const body = JSON.stringify({ name: '陆小满', orgId: null })
      await fetch('/api/directory/persons', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    })
    await page.goto(`${instance.url}/accounts`)
    await page.getByRole('searchbox').fill('陆小满')
    await page.context().clearCookies()
    await page
      .getByRole('row', { name: /陆小满/ })
      .getByRole('button', { name: '邀请开通' })
      .click()
    const dialog = page.locator('.sign-in-again')
    await dialog.waitFor()
    await dialog.getByLabel('用户名').fill('shenzhixing')
    await dialog.getByLabel('密码', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await dialog.getByText('手机不在身边').click()
    await dialog.getByLabel('恢复码').fill(recoveryCode)
    await dialog.getByRole('button', { name: '验证', exact: true }).click()
    await page.locator('.accounts-link .qr-code').waitFor()
    expect(await dialog.count()).toBe(0)
    expect(await page.getByRole('searchbox', { includeHidden: true }).inputValue()).toBe('陆小满')
  })
})
