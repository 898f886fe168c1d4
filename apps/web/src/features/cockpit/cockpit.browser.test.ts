import { type Cockpit, getCockpit, listItems } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { asker } from '../../testing/ask.ts'
import { scheduledList } from '../../testing/lists.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''
let cockpit: Cockpit

const ask = asker(url)

const filterOfPage = (page: Page): string => new URL(page.url()).searchParams.get('filter') ?? ''

/** Follows a link of the cockpit and counts what its filter selects on the server. */
async function rowsBehind(selector: string): Promise<number> {
  const page = await openPage(browser, url)
  await page.locator(selector).first().click()
  await page.waitForURL(/\/list\//)
  const filter = filterOfPage(page)
  await page.context().close()
  return (await ask(listItems, { query: { playbook, limit: 0, ...(filter ? { filter } : {}) } })).total
}

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
  cockpit = await ask(getCockpit, { query: { playbook } })
})
afterAll(() => browser.close())

describe('cockpit', () => {
  it('says the state in one sentence, with the year’s investment as its greatest figure', async () => {
    const page = await openPage(browser, url)
    const sentence = await page.locator('h1').textContent()
    const dominant = await page.locator('.dominant').textContent()
    await page.context().close()
    expect(sentence).toContain(cockpit.lamps.red > 0 ? `${cockpit.lamps.red} 个` : '没有红灯')
    expect(Number.parseFloat(dominant!)).toBeCloseTo(cockpit.investment.donePercent!, 0)
  })

  it.each(['red', 'orange', 'yellow', 'blue', 'green'] as const)(
    'opens as many rows as its %s lamps',
    async (level) => {
      expect(await rowsBehind(`.lamp-count.is-${level}`)).toBe(cockpit.lamps[level])
    },
  )

  it('opens the rows behind stages, gaps and key figures', async () => {
    const stage = cockpit.stages.find(({ items }) => items > 0)!
    expect(await rowsBehind(`a.river-stage[href*="stage:in:${stage.stage}"]`)).toBe(stage.items)
    for (const gap of ['noLeadOrg', 'noDeadline', 'noAnnualPlan', 'noOwner'] as const) {
      if (cockpit.gaps[gap] > 0) expect(await rowsBehind(`a[href*="gap:in:${gap}"]`)).toBe(cockpit.gaps[gap])
    }
    const figures = '.key-figures > div'
    expect(await rowsBehind(`${figures}:nth-child(1) a`)).toBe(cockpit.items)
    expect(await rowsBehind(`${figures}:nth-child(3) a`)).toBe(cockpit.itemsFrom100m)
    expect(await rowsBehind(`${figures}:nth-child(4) a`)).toBe(cockpit.startedThisMonth)
    expect(await rowsBehind(`${figures}:nth-child(5) a`)).toBe(cockpit.withBlockers)
  })

  it('narrows to a town by a click on the map, in the address, and back', async () => {
    const area = cockpit.areas.find(({ areaCode, items }) => areaCode?.startsWith('33') && items > 0)!
    const narrowed = await ask(getCockpit, { query: { playbook, area: area.areaCode! } })
    const page = await openPage(browser, url)
    await page.locator(`.area-shape[href*="area=${area.areaCode}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/area=/)
    const listed = () => page.locator('.key-figures .figure').first().textContent()
    await expect.poll(listed).toBe(String(narrowed.items))
    await page.goBack()
    await expect.poll(listed).toBe(String(cockpit.items))
    await page.context().close()
  })

  it('keeps the map’s labels apart at every width', async () => {
    for (const width of [1024, 1440, 1920]) {
      const page = await openPage(browser, url, { viewport: { width, height: 1000 } })
      const boxes = await page.locator('.area-label text').evaluateAll((labels) =>
        labels.map((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect()
          return {
            left,
            right,
            top,
            bottom,
            group: [...document.querySelectorAll('.area-label')].indexOf(label.parentElement!),
          }
        }),
      )
      await page.context().close()
      expect(boxes.length).toBeGreaterThan(0)
      const clashes = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).filter(
          // A pixel of blank belongs to every line of text.
          (b) =>
            a.group !== b.group && a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom,
        ),
      )
      expect(clashes).toEqual([])
    }
  })
})
