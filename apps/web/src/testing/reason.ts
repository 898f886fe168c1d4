import type { Page } from 'playwright-core'

/** Answers the question why, where a correction or an undoing asks it. */
export async function giveReason(page: Page, reason: string): Promise<void> {
  const dialog = page.locator('.reason-dialog')
  await dialog.locator('textarea').fill(reason)
  await dialog.locator('button[type=submit]').click()
}
