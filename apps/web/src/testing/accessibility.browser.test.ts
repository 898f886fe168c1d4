import type { Session } from '@guatu/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../../../scripts/testing/browser.ts'
import { axeFindings } from './axe.ts'
import { openPage } from './open.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''
let itemId = ''

beforeAll(async () => {
  browser = await launchBrowser()
  const session = (await (await fetch(`${url}/api/session`)).json()) as Session
  playbook = session.playbooks[0]!.key
  const list = (await (await fetch(`${url}/api/items?playbook=${playbook}&limit=1`)).json()) as {
    rows: { itemId: string }[]
  }
  itemId = list.rows[0]!.itemId
})
afterAll(() => browser.close())

const screens: readonly [name: string, path: () => string][] = [
  ['cockpit', () => '/'],
  ['ledger', () => `/list/${playbook}`],
  ['wall map', () => `/wall/${playbook}`],
  ['project', () => `/item/${itemId}`],
  ['import', () => `/import/${playbook}`],
  ['rules', () => `/rules/${playbook}`],
  ['wall screen', () => '/screen'],
]

describe.each(['paper', 'ink'] as const)('on %s', (theme) => {
  it.each(screens)('axe finds nothing serious on the %s', async (_name, path) => {
    const page = await openPage(browser, url + path(), { theme })
    const findings = await axeFindings(page)
    await page.context().close()
    expect(findings).toEqual([])
  })
})

describe('on a phone', () => {
  it.each(screens)('the %s fits the width and axe finds nothing serious', async (_name, path) => {
    const page = await openPage(browser, url + path(), { viewport: { width: 390, height: 844 } })
    const findings = await axeFindings(page)
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.context().close()
    expect(findings).toEqual([])
    expect(overhang).toBeLessThanOrEqual(0)
  })
})
