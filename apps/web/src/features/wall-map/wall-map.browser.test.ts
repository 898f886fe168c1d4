import { getWallMap, listChanges, type WallItem, type WallNode } from '@guatu/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { type Ask, asker } from '../../testing/ask.ts'
import { scheduledList } from '../../testing/lists.ts'
import { type Opening, openPage } from '../../testing/open.ts'
import { giveReason } from '../../testing/reason.ts'

const url = inject('guatuUrl')
let browser: Browser
let playbook = ''
let items: readonly WallItem[] = []

const ask = asker(url)

const itemsOf = async (person: Ask) =>
  (await person(getWallMap, { query: { playbook, limit: 500, sort: 'lamp' } })).items
const allItems = () => itemsOf(ask)
const nodeOf = (all: readonly WallItem[], itemId: string, nodeKey: string): WallNode =>
  all.find((item) => item.itemId === itemId)!.nodes.find((node) => node.nodeKey === nodeKey)!

async function openWall(search = '', opening: Opening = {}): Promise<Page> {
  const page = await openPage(browser, `${url}/wall/${playbook}${search}`, opening)
  await page.locator('.wall-row').first().waitFor()
  return page
}

const grid = (page: Page) => page.getByRole('treegrid')
const activeRow = (page: Page) => page.locator('.wall-row.is-active')
const inAddress = (page: Page, key: string) =>
  page.waitForFunction((name) => new URL(location.href).searchParams.get(name), key).then((value) => value.jsonValue())

/** The first whose baseline is frozen and holds as it was frozen: whatever is later than planned breaks a promise. */
async function promised<T extends { readonly item: WallItem }>(candidates: readonly T[]): Promise<T> {
  for (const candidate of candidates) {
    const { itemId } = candidate.item
    const { baselines, changes } = await ask(listChanges, { params: { itemId }, query: {} })
    if (baselines.length > 0 && changes.length === 0) return candidate
  }
  throw new Error('the demonstration has no such project with a frozen baseline')
}

beforeAll(async () => {
  browser = await sharedBrowser()
  playbook = scheduledList.key
  items = await allItems()
})
afterAll(() => browser.close())

describe('the wall map by keyboard', () => {
  it('moves, unfolds, opens the project, and comes back to where it was', async () => {
    const page = await openWall('?nodes=none')
    await grid(page).focus()
    await page.keyboard.press('ArrowDown')
    expect(await activeRow(page).getAttribute('aria-rowindex')).toBe('2')
    await page.keyboard.press('ArrowDown')
    expect(await activeRow(page).getAttribute('aria-level')).toBe('1')
    await page.keyboard.press(' ')
    expect(await activeRow(page).getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const label = await activeRow(page).locator('.wall-track').getAttribute('aria-label')
    expect(label).toContain(items[1]!.nodes[1]!.title)
    expect(await grid(page).getAttribute('aria-activedescendant')).toBe(await activeRow(page).getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/item/${items[1]!.itemId}`))
    await page.goBack()
    await activeRow(page).waitFor()
    expect(await activeRow(page).locator('.wall-track').getAttribute('aria-label')).toBe(label)
    await page.context().close()
  })

  it('goes to the last row and keeps the zoom in the address', async () => {
    const page = await openWall('?nodes=none')
    await grid(page).focus()
    await page.keyboard.press('End')
    expect(await activeRow(page).getAttribute('aria-rowindex')).toBe(String(items.length + 1))
    await page.keyboard.press('+')
    expect(await inAddress(page, 'zoom')).toBe('5')
    const { left, width } = (await activeRow(page)
      .boundingBox()
      .then((box) => box && { left: box.x, width: box.width }))!
    expect(width).toBeGreaterThan(left)
    await page.context().close()
  })
})

describe('the address of the wall map', () => {
  it('opens the same picture: fold, filter, zoom, place, selection and details', async () => {
    const item = items.find(({ nodes }) => nodes.some((node) => !node.done))!
    const node = item.nodes.find(({ done }) => !done)!
    const key = encodeURIComponent(`${item.itemId}/${node.nodeKey}`)
    const page = await openWall(
      `?nodes=all&zoom=14&at=2026-08-03&sel=${key}&panel=1&q=${encodeURIComponent(item.title)}`,
    )
    expect(await activeRow(page).locator('.wall-node-name').textContent()).toBe(node.title)
    expect(await page.locator('.wall-panel h2').textContent()).toBe(node.title)
    expect(await page.locator('.wall-tools [aria-pressed=true]').allTextContents()).toEqual(['全部节点', '周'])
    expect(await page.locator('.wall-tick-label').allTextContents()).toContain('8月3日')
    await page.context().close()
  })

  it('narrows by lamp with the ledger’s own filter, and back lifts it', async () => {
    const page = await openWall('?nodes=none')
    await page.locator('.is-lamps .is-red').click()
    expect(await inAddress(page, 'filter')).toBe('lamp:in:red')
    const red = items.filter((item) => item.lamp === 'red').length
    await page.locator(`[role=treegrid][aria-rowcount="${red + 1}"]`).waitFor()
    await page.goBack()
    await page.locator(`[role=treegrid][aria-rowcount="${items.length + 1}"]`).waitFor()
    await page.context().close()
  })
})

describe('dragging on the wall map', () => {
  /** A project whose next nodes lie ahead, just as promised, with a name of its own, so that a search finds it alone. */
  const movable = (among: readonly WallItem[]) =>
    promised(
      among.flatMap((item) => {
        const node = item.nodes.find(
          (next) => !next.done && next.actualStart === null && next.plannedStart! > '2026-12-31',
        )
        const alone = items.filter(({ title }) => title.includes(item.title)).length === 1
        const free = node !== undefined && node.durationWorkdays > 3 && node.notBefore === null
        return alone && item.mayPlan && free && node.plannedFinish === node.baselineFinish ? [{ item, node }] : []
      }),
    )

  it('shows what moves before it is saved, saves, and takes it back', async () => {
    const { item, node } = await movable(items)
    const key = encodeURIComponent(`${item.itemId}/${node.nodeKey}`)
    const search = `?nodes=all&zoom=5&at=${node.plannedStart}&sel=${key}&q=${encodeURIComponent(item.title)}`
    const page = await openWall(search)
    await page.mouse.wheel(-200, 0)
    const bar = activeRow(page).locator('.wall-bar')
    const box = (await bar.boundingBox())!
    await page.mouse.move(box.x + Math.min(20, box.width / 2), box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + Math.min(20, box.width / 2) + 150, box.y + 6, { steps: 6 })
    await page.mouse.up()
    const draft = page.locator('.wall-draft')
    expect(await draft.textContent()).toMatch(/将调整 \d+ 个节点，竣工(推迟|提前|不变)/)
    expect(await page.locator('.wall-ghost').count()).toBeGreaterThan(0)
    expect(nodeOf(await allItems(), item.itemId, node.nodeKey).plannedStart).toBe(node.plannedStart)

    await draft.getByRole('button', { name: '保存' }).click()
    await giveReason(page, '试排，推迟一个月')
    const undo = page.locator('.toast').getByRole('button', { name: '撤销' })
    await undo.waitFor()
    const moved = nodeOf(await allItems(), item.itemId, node.nodeKey)
    expect(moved.plannedStart! > node.plannedStart!).toBe(true)

    await undo.click()
    await giveReason(page, '试排，恢复原计划')
    await page.locator('.toast', { hasText: '已恢复原来的日期' }).waitFor()
    const restored = (await allItems()).find(({ itemId }) => itemId === item.itemId)!
    const dates = ({ nodes }: WallItem) => nodes.map(({ plannedStart, plannedFinish }) => [plannedStart, plannedFinish])
    expect(dates(restored)).toEqual(dates(item))
    await page.context().close()
  })

  it('keeps what a frozen baseline refuses, and leads to the application for it', async () => {
    const { item, node } = await movable(await itemsOf(asker(url, 'town')))
    const key = encodeURIComponent(`${item.itemId}/${node.nodeKey}`)
    const search = `?nodes=all&at=${node.plannedStart}&sel=${key}&q=${encodeURIComponent(item.title)}`
    const page = await openWall(search, { as: 'town' })
    await grid(page).focus()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+Alt+ArrowRight')
    const longer = node.durationWorkdays + 3
    const draft = page.locator('.wall-draft')
    await draft.getByRole('button', { name: '保存' }).click()
    await draft.locator('.wall-draft-refusals', { hasText: '基线已冻结，须申请变更' }).waitFor()
    expect(await activeRow(page).locator('.wall-cell.is-workdays').textContent()).toBe(String(longer))
    expect(await draft.getByRole('button', { name: '保存' }).isEnabled()).toBe(true)
    expect(nodeOf(await allItems(), item.itemId, node.nodeKey).durationWorkdays).toBe(node.durationWorkdays)
    await draft.getByRole('link', { name: '以此改动申请变更' }).click()
    await page.waitForURL(new RegExp(`/change/${item.itemId}`))
    expect(await inAddress(page, 'ask')).toBe(`${node.nodeKey}:d${longer}`)
    await page.getByText(/改动 1 个节点/).waitFor()
    await page.context().close()
  })

  it('moves by Shift and the arrows, and Escape drops the change', async () => {
    const { item, node } = await movable(items)
    const key = encodeURIComponent(`${item.itemId}/${node.nodeKey}`)
    const { revision } = (await allItems()).find(({ itemId }) => itemId === item.itemId)!
    const page = await openWall(`?nodes=all&at=${node.plannedStart}&sel=${key}&q=${encodeURIComponent(item.title)}`)
    await grid(page).focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.locator('.wall-draft').waitFor()
    await page.keyboard.press('Shift+Alt+ArrowRight')
    const longer = String(node.durationWorkdays + 1)
    await activeRow(page).locator('.wall-cell.is-workdays', { hasText: longer }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.wall-draft').waitFor({ state: 'detached' })
    expect((await allItems()).find(({ itemId }) => itemId === item.itemId)!.revision).toBe(revision)
    await page.context().close()
  })

  it('says why what is done cannot be moved', async () => {
    const item = items.find(({ nodes }) => nodes.some((node) => node.done && node.actualFinish !== null))!
    const node = item.nodes.find(({ done, actualFinish }) => done && actualFinish !== null)!
    const key = encodeURIComponent(`${item.itemId}/${node.nodeKey}`)
    const page = await openWall(`?nodes=all&sel=${key}&q=${encodeURIComponent(item.title)}`)
    await grid(page).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.locator('.toast', { hasText: '节点已完成' }).waitFor()
    expect(await page.locator('.wall-draft').count()).toBe(0)
    await page.context().close()
  })
})

describe('moving a deadline on the wall map', () => {
  const open = (node: WallNode) => !node.done
  /** A project that can be put back as it was: all that is open lies ahead, and its name is its own. */
  const ahead = async () => {
    const found = items.filter(
      ({ title, deadline, nodes }) =>
        deadline !== null &&
        deadline > '2027-03-31' &&
        deadline < '2028-12-31' &&
        nodes.some(open) &&
        nodes.filter(open).every((node) => node.actualStart === null && node.plannedStart! > '2026-12-01') &&
        items.filter((other) => other.title.includes(title)).length === 1,
    )
    return (await promised(found.map((item) => ({ item })))).item
  }
  const saved = async (itemId: string) => (await allItems()).find((item) => item.itemId === itemId)!
  const dates = ({ deadline, nodes }: WallItem) => [
    deadline,
    nodes.map(({ plannedStart, plannedFinish }) => [plannedStart, plannedFinish]),
  ]

  it('drags the flag, shows what follows, saves, and takes it back', async () => {
    const item = await ahead()
    const page = await openWall(
      `?nodes=all&zoom=5&at=${item.deadline}&sel=${item.itemId}&q=${encodeURIComponent(item.title)}`,
    )
    await page.mouse.wheel(-300, 0)
    const box = (await activeRow(page).locator('.wall-deadline').boundingBox())!
    await page.mouse.move(box.x + 3, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + 153, box.y + 6, { steps: 6 })
    await page.mouse.up()
    const draft = page.locator('.wall-draft')
    expect(await draft.textContent()).toMatch(/竣工时限 .+ → .+将调整 \d+ 个节点，竣工推迟 \d+ 个工作日/)
    expect(await page.locator('.wall-deadline.is-ghost').count()).toBe(1)
    expect(await page.locator('.wall-ghost').count()).toBeGreaterThan(0)
    expect(dates(await saved(item.itemId))).toEqual(dates(item))

    await draft.getByRole('button', { name: '保存' }).click()
    await giveReason(page, '试排，推迟一个月')
    const undo = page.locator('.toast').getByRole('button', { name: '撤销' })
    await undo.waitFor()
    expect((await saved(item.itemId)).deadline! > item.deadline!).toBe(true)
    await undo.click()
    await page.locator('.toast', { hasText: '已恢复原来的日期' }).waitFor()
    expect(dates(await saved(item.itemId))).toEqual(dates(item))
    await page.context().close()
  })

  it('takes a date by the keyboard, and drops it again', async () => {
    const item = await ahead()
    const { revision } = await saved(item.itemId)
    const page = await openWall(`?nodes=none&sel=${item.itemId}&q=${encodeURIComponent(item.title)}`)
    await grid(page).focus()
    await page.keyboard.press('i')
    const panel = page.locator('.wall-panel')
    await panel.getByRole('button', { name: '调整' }).press('Enter')
    await panel.getByLabel('新的竣工时限').fill('2029-06-29')
    const draft = page.locator('.wall-draft')
    expect(await draft.textContent()).toMatch(/2029年6月29日.*将调整 \d+ 个节点，竣工推迟 \d+ 个工作日/)
    await draft.getByRole('button', { name: '放弃' }).click()
    await draft.waitFor({ state: 'detached' })
    expect(await panel.getByLabel('新的竣工时限').inputValue()).toBe(item.deadline)
    expect((await saved(item.itemId)).revision).toBe(revision)
    await page.context().close()
  })
})
