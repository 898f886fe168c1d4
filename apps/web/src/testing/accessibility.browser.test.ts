import type { Role } from '@guatu/access'
import { listItems } from '@guatu/contract'
import type { Capability } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../scripts/testing/shared-browser.ts'
import { asker } from './ask.ts'
import { axeFindings } from './axe.ts'
import { scheduledList } from './lists.ts'
import { openPage } from './open.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''
let itemId = ''

beforeAll(async () => {
  browser = await sharedBrowser()
  const ask = asker(url)
  playbook = scheduledList.key
  itemId = (await ask(listItems, { query: { playbook, limit: 1 } })).rows[0]!.itemId
})
afterAll(() => browser.close())

/** The list that is meant for what a screen does. */
const listFor = (capability: Capability) => playbooks.find(({ capabilities }) => capabilities.includes(capability))!.key

/** Those who do not read projects have screens of their own. */
const screens: readonly [name: string, path: () => string, as?: Role | null][] = [
  ['cockpit', () => '/'],
  ['ledger', () => `/list/${playbook}`],
  ['wall map', () => `/wall/${playbook}`],
  ['project', () => `/item/${itemId}`],
  ['import', () => `/import/${playbook}`],
  ['rules', () => `/rules/${playbook}`],
  ['wall screen', () => '/screen'],
  ['way in', () => '/sign-in', null],
  ['way in by password', () => '/sign-in?with=password', null],
  ['set-up page', () => '/set-up', null],
  ['invitation page', () => '/invitation', null],
  ['account', () => '/account'],
  ['accounts', () => '/accounts', 'systemAdmin'],
  ['inbox', () => '/inbox?show=all', 'town'],
  ['channels', () => '/channels'],
  ['problem board', () => `/problems/${listFor('problemBoard')}`],
  ['problem form', () => `/raise/${listFor('problemBoard')}`, 'town'],
  ['order desk', () => `/desk/${listFor('orders')}`, 'supervisor'],
  ['patrol', () => `/patrol/${listFor('visits')}`, 'leader'],
  ['charge of a leader', () => '/my-charge', 'leader'],
  ['reporting', () => '/report', 'department'],
  ['monthly sheet', () => `/report/sheet/${playbook}`, 'town'],
  ['desk of reports', () => '/report/desk', 'verifier'],
  ['comparison', () => `/compare/${playbook}`],
  ['signs', () => '/signs'],
  ['exemptions', () => '/exemptions'],
  ['check of five fixes', () => `/check/${playbook}`],
  ['rights', () => '/access', 'securityAdmin'],
  ['rules of rights', () => '/access/rules', 'securityAdmin'],
  ['directory', () => '/directory', 'systemAdmin'],
  ['audit', () => '/audit', 'auditAdmin'],
]

describe('on a desk', () => {
  it.each(screens)('axe finds nothing serious on the %s, on paper and in ink', async (_name, path, as) => {
    const page = await openPage(browser, url + path(), { as })
    const onPaper = await axeFindings(page)
    // The same page follows the system's choice: colours are all that differs.
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-theme="ink"]').waitFor({ state: 'attached' })
    const inInk = await axeFindings(page, ['color-contrast'])
    await page.context().close()
    expect({ onPaper, inInk }).toEqual({ onPaper: [], inInk: [] })
  })
})

describe('on a phone', () => {
  it.each(screens)('the %s fits the width and axe finds nothing serious', async (_name, path, as) => {
    const page = await openPage(browser, url + path(), { as, viewport: { width: 390, height: 844 } })
    const findings = await axeFindings(page)
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.context().close()
    expect(findings).toEqual([])
    expect(overhang).toBeLessThanOrEqual(0)
  })
})
