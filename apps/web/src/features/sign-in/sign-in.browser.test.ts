import { roles } from '@guatu/access'
import { explainAccess, listDemonstrationPersons, listItems, type ReplyOf } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { enterDemonstration } from '../../../../../scripts/testing/enter.ts'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''
let persons: ReplyOf<typeof listDemonstrationPersons>['persons'] = []

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
  persons = (await asker(url)(listDemonstrationPersons, {})).persons
})
afterAll(() => browser.close())

const navigation = (page: Page) => page.locator('.shell-nav a').allTextContents()

describe('the way into the demonstration', () => {
  it('leads a town’s clerk in with one click, to where the link pointed', async () => {
    const page = await openPage(browser, `${url}/list/${playbook}?filter=lamp:in:red`, { as: null })
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    const clerk = persons.find(({ role }) => role === 'town')!
    const line = page.locator('.who-line', { hasText: clerk.name })
    expect(await line.textContent()).toContain(roles.town.zh)
    await line.click()
    await page.locator('.grid-title').first().waitFor()
    expect(new URL(page.url()).searchParams.get('filter')).toBe('lamp:in:red')
    expect(await page.locator('.person-button').textContent()).toContain(clerk.name)
    expect(await navigation(page)).not.toContain('账号')
    await page.context().close()
  })

  it('lets one change the person and be back on the same page', async () => {
    const page = await openPage(browser, `${url}/list/${playbook}`, { as: null })
    // It ends the session: one of its own.
    await page.context().addCookies([...(await enterDemonstration(url, 'assessor')).cookies])
    await page.goto(`${url}/list/${playbook}`)
    await page.locator('.person-button').click()
    await page.getByRole('button', { name: '换个人看' }).click()
    const leader = persons.find(({ role }) => role === 'leader')!
    await page.locator('.who-line', { hasText: leader.name }).click()
    await page.locator('.grid-title').first().waitFor()
    expect(new URL(page.url()).pathname).toBe(`/list/${playbook}`)
    expect(await page.locator('.person-button').textContent()).toContain(leader.name)
    await page.context().close()
  })

  it('tells who has no password what is wrong with one', async () => {
    const page = await openPage(browser, `${url}/sign-in?with=password`, { as: null })
    await page.getByLabel('用户名').fill('nobody')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toContain('用户名或密码不对')
    expect(await page.getByLabel('用户名').inputValue()).toBe('nobody')
    await page.context().close()
  })
})

describe('the way back from an identity provider', () => {
  it('leads to where one was, once, and never to another site', async () => {
    const page = await openPage(browser, `${url}/list/${playbook}`)
    const comeBackTo = async (kept: string) => {
      await page.evaluate((path) => sessionStorage.setItem('guatu-return', path), kept)
      await page.goto(url)
      await page.locator('.shell-nav').waitFor()
      const { origin, pathname } = new URL(page.url())
      expect(origin).toBe(new URL(url).origin)
      return pathname
    }
    expect(await comeBackTo(`/list/${playbook}`)).toBe(`/list/${playbook}`)
    await page.goto(url)
    await page.locator('.shell-nav').waitFor()
    expect(new URL(page.url()).pathname).not.toBe(`/list/${playbook}`)
    for (const elsewhere of [
      '//elsewhere.example/list',
      'https://elsewhere.example/',
      '/sign-in?to=//elsewhere.example',
    ]) {
      expect(await comeBackTo(elsewhere)).not.toContain('elsewhere')
    }
    await page.context().close()
  })
})

describe('a deputy', () => {
  it('reads what is opened to oversight, and nothing else', async () => {
    const query = { query: { playbook, limit: 200 } }
    const opened = await asker(url, 'deputy')(listItems, query)
    const all = await asker(url)(listItems, query)
    expect(opened.total).toBeGreaterThan(0)
    expect(opened.total).toBeLessThan(all.total)
    const page = await openPage(browser, `${url}/list/${playbook}`, { as: 'deputy' })
    await page.locator('.grid-title').first().waitFor()
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(opened.total + 1))
    expect(await navigation(page)).toEqual(['驾驶舱', '作战图', '台账', '大屏', '规则'])
    expect(await page.getByRole('button', { name: /^新增/ }).count()).toBe(0)
    await page.context().close()
  })

  it('finds a project to read without anything to press, and is told why', async () => {
    const ask = asker(url, 'deputy')
    const { itemId } = (await ask(listItems, { query: { playbook, limit: 1 } })).rows[0]!
    const page = await openPage(browser, `${url}/item/${itemId}?tab=fields`, { as: 'deputy' })
    expect(await page.locator('.project-part button').count()).toBe(0)
    expect(await page.getByRole('link', { name: '只读：为什么不能改' }).getAttribute('href')).toBe(
      `/access?item=${itemId}`,
    )
    const { explanations } = await ask(explainAccess, { query: { itemId } })
    expect(explanations.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(['item.read'])
    await page.context().close()
  })

  it('is told what another’s screen takes, and led back to his own', async () => {
    const page = await openPage(browser, `${url}/accounts`, { as: 'deputy' })
    expect(await page.locator('.state').textContent()).toContain('开通和停用账号')
    await page.getByRole('link', { name: '去我的工作' }).click()
    await page.locator('.cockpit').waitFor()
    await page.context().close()
  })
})

describe('an administrator', () => {
  it('starts at his own work, without any project', async () => {
    const page = await openPage(browser, url, { as: 'systemAdmin' })
    expect(new URL(page.url()).pathname).toBe('/accounts')
    await page.locator('.accounts-table').waitFor()
    expect(await navigation(page)).toEqual(['账号', '单位人员'])
    await page.context().close()
  })
})
