import { getItem, getSession, type ItemRow, listItems, type Session } from '@guatu/contract'
import type { Money } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import type { Browser, Locator, Page } from 'playwright-core'
import type { CallInput } from '../api/call.ts'
import { type Ask, asker } from './ask.ts'
import { scheduledList } from './lists.ts'
import { type Opening, openPage } from './open.ts'

/** The scheduled list of a running Guatu, as a test looks at it: through its pages and, beside them, through its interface. */
export interface LedgerDriver {
  readonly url: string
  readonly session: Session
  readonly playbook: Playbook
  /** Field keys of the name and of the amount. */
  readonly titleKey: string
  readonly amountKey: string
  readonly ask: Ask
  readonly itemNow: (itemId: string) => Promise<ItemRow>
  readonly amountNow: (itemId: string) => Promise<string>
  /** Rows in the order of their names: edits of amounts do not move them. */
  readonly firstRows: (limit: number) => Promise<readonly ItemRow[]>
  /** Opens the ledger, by default in the order of `firstRows`, and waits for its rows. */
  readonly open: (search?: string, opening?: Opening) => Promise<Page>
  readonly cell: (page: Page, row: number, key: string) => Locator
  /** Clicks a cell and types over it. */
  readonly type: (page: Page, row: number, key: string, text: string) => Promise<void>
}

export async function driveLedger(browser: Browser, url: string): Promise<LedgerDriver> {
  const ask = asker(url)
  const session = await ask(getSession, {} as CallInput<typeof getSession>)
  const playbook = scheduledList
  const titleKey = playbook.roles.title!
  const amountKey = playbook.roles.amount!
  const itemNow = async (itemId: string) => (await ask(getItem, { params: { itemId } })).item
  const cell = (page: Page, row: number, key: string) =>
    page.locator(`[data-row="${row}"] [data-column="${playbook.columns.indexOf(key)}"]`)
  return {
    ...{ url, session, playbook, titleKey, amountKey, ask, itemNow, cell },
    amountNow: async (itemId) => ((await itemNow(itemId)).fields[amountKey] as Money).amount,
    firstRows: async (limit) =>
      (await ask(listItems, { query: { playbook: playbook.key, sort: titleKey, limit } })).rows,
    open: async (search = `?sort=${titleKey}`, opening) => {
      const page = await openPage(browser, `${url}/list/${playbook.key}${search}`, opening)
      await page.locator('.grid-title').first().waitFor()
      return page
    },
    type: async (page, row, key, text) => {
      await cell(page, row, key).click()
      await page.keyboard.type(text)
    },
  }
}

/** The message at the foot of the page that holds these words. */
export const message = (page: Page, words: string): Locator => page.locator('.toast', { hasText: words }).first()

/** One part of the view state in the page's address. */
export const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)
