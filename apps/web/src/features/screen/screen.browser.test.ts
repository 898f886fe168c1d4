import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { openPage } from '../../testing/open.ts'

const url = inject('guatuUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

describe('wall screen', () => {
  it.each([
    [1920, 1080],
    [3840, 1080],
  ])('fills %i x %i in every scene without anything cut off', async (width, height) => {
    for (const scene of ['overview', 'towns', 'cycle', 'today']) {
      const page = await openPage(browser, `${url}/screen?scene=${scene}`, { viewport: { width, height } })
      const cut = await page.evaluate(() => {
        const wall = document.querySelector('.screen-scenes')!.getBoundingClientRect()
        return [...document.querySelectorAll('.screen-scenes :is(a, span, dt, dd, h1, h2, text)')]
          .filter((element) => {
            const { left, right, bottom } = element.getBoundingClientRect()
            return right > wall.right + 1 || left < wall.left - 1 || bottom > wall.bottom + 1
          })
          .map((element) => element.textContent)
      })
      await page.context().close()
      expect(cut).toEqual([])
    }
  })

  it('stops when touched, says so, and goes on when asked', async () => {
    const page = await openPage(browser, `${url}/screen`, { viewport: { width: 1920, height: 1080 } })
    await page.locator('h1').click({ position: { x: 600, y: 2 } })
    const goOn = page.locator('.screen-foot > button')
    await goOn.waitFor()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/scene=towns/)
    await goOn.click()
    await goOn.waitFor({ state: 'detached' })
    await page.waitForURL((address) => !address.search.includes('scene'))
    await page.context().close()
  })
})
