import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe holds against a page: `color-contrast (serious): .lamp-word, .attention-days`. */
export type Finding = string

const grave: readonly (string | null | undefined)[] = ['serious', 'critical']

/** Serious and critical findings on the page as it stands, by these rules or all of them; empty for a sound one. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<Finding[]> {
  // Half-faded colours have half the contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(source)
  const { violations } = await page.evaluate((only: readonly string[] | null): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: { type: 'rule', values: only } } : {}) })
  }, rules ?? null)
  return violations
    .filter(({ impact }) => grave.includes(impact))
    .map(({ id, impact, nodes }) => {
      const targets = nodes.slice(0, 5).map(({ target }) => target.join(' '))
      return `${id} (${impact}): ${targets.join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`
    })
}
