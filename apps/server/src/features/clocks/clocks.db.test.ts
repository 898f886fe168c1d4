import {
  addLink,
  advanceItem,
  createItem,
  getItem,
  listItemEvents,
  pauseClock,
  removeLink,
  resumeClock,
} from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../http/deps.ts'
import { relightByClocks } from '../../jobs/relight.ts'
import { mattersList } from '../../store/testing/matters-list.ts'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { worksList } from '../../store/testing/works-list.ts'

const server = useTestApp([worksList, mattersList])
const person = { office: '', town: '', bureau: '' }

/** An instant by the clock in Shanghai. 2026-06-15 is a Monday. */
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()

beforeAll(async () => {
  const { deps } = server
  person.office = await givePerson(deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  person.town = await givePerson(deps, [{ role: 'town', orgId: townOrg }])
  person.bureau = await givePerson(deps, [{ role: 'department', orgId: bureauOrg }])
})

function moment(day: string, clock: string): void {
  server.today = day
  server.instant = at(day, clock)
}

const page = (itemId: string, asOf?: string) =>
  server.ask(getItem, { params: { itemId }, query: asOf === undefined ? {} : { asOf } })

const clockIn = ({ clocks }: Awaited<ReturnType<typeof page>>, key: string) =>
  clocks.find((clock) => clock.key === key)!

async function move(
  who: string,
  itemId: string,
  to: string,
  more: { move?: string; fields?: object; reason?: string },
) {
  const { item } = await page(itemId)
  const body = { revision: item.revision, to, ...more } as never
  return await server.as(who).ask(advanceItem, { params: { itemId }, body })
}

async function raise(): Promise<string> {
  const fields = { name: '道路接不进厂区', raiser: townOrg }
  return (await server.as(person.town).ask(createItem, { body: { playbook: 'matters', fields } })).itemId
}

async function assigned(urgent = false): Promise<string> {
  const itemId = await raise()
  await move(person.office, itemId, 'assigned', { fields: { handler: bureauOrg, urgent } })
  return itemId
}

describe('moves by party', () => {
  test('each party sees its own moves, and is refused the others’, with all else that is wrong', async () => {
    moment('2026-06-15', '09:00')
    const itemId = await raise()
    const office = await server.as(person.office).ask(getItem, { params: { itemId } })
    expect(office.moves.map(({ title, asks }) => [title.zh, asks])).toEqual([
      [
        '交办',
        [
          { field: 'handler', missing: true },
          { field: 'urgent', missing: false },
        ],
      ],
    ])
    expect((await server.as(person.town).ask(getItem, { params: { itemId } })).moves).toEqual([])
    const body = { revision: 1, to: 'assigned', fields: { answer: '写错地方' } }
    const { refusals } = await server.as(person.town).refused(advanceItem, { params: { itemId }, body })
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ['FORBIDDEN', undefined],
      ['INPUT_INVALID', 'answer'],
      ['GATE_BLOCKED', 'handler'],
    ])
  })

  test('a move and its fields are one revision and one event; the way tells hands, counts and reasons', async () => {
    moment('2026-06-15', '09:00')
    const itemId = await assigned()
    const { item } = await page(itemId)
    expect([item.revision, item.stage, item.leadOrgId]).toEqual([2, 'assigned', bureauOrg])
    const idle = { revision: 2, to: 'assigned', move: 'handOver', fields: { handler: bureauOrg } }
    const { refusals } = await server.as(person.bureau).refused(advanceItem, { params: { itemId }, body: idle })
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ['GATE_BLOCKED', 'handler'],
      ['REASON_REQUIRED', 'reason'],
    ])
    moment('2026-06-15', '11:00')
    await move(person.bureau, itemId, 'assigned', {
      move: 'handOver',
      fields: { handler: townOrg },
      reason: '属地事项',
    })
    const after = await page(itemId)
    expect(after.stays.map(({ stage, leadOrgId, counts, reason }) => [stage, leadOrgId, counts, reason])).toEqual([
      ['raised', null, null, null],
      ['assigned', bureauOrg, null, null],
      ['assigned', townOrg, 'handOver', '属地事项'],
    ])
    expect(after.counts.handOver).toBe(1)
    const { events } = await server.ask(listItemEvents, { params: { itemId } })
    expect(events.map(({ verb }) => verb)).toEqual(['item.advanced', 'item.advanced', 'item.created'])
    expect(events[0]?.text.zh).toBe('转办；承办单位 由 区发改局 改为 凤桥')
  })

  test('nobody puts an item on the list for others, nor further on than its beginning', async () => {
    const create = (fields: object, stage?: string) =>
      server.as(person.town).refused(createItem, {
        body: { playbook: 'matters', fields: { name: '甲', ...fields }, ...(stage ? { stage } : {}) },
      })
    expect((await create({ raiser: bureauOrg })).code).toBe('FORBIDDEN')
    expect((await create({ raiser: townOrg }, 'closed')).code).toBe('FORBIDDEN')
  })
})

describe('clocks', () => {
  test('working time is charged to each unit in turn, and due by the rule that holds', async () => {
    moment('2026-06-15', '09:00')
    const itemId = await assigned(true)
    moment('2026-06-15', '11:00')
    expect(clockIn(await page(itemId), 'accept')).toMatchObject({
      ...{ state: 'running', spentMinutes: 120, leftMinutes: 120, limitMinutes: 240, warns: true, overdue: false },
      ...{ chargedOrgId: bureauOrg, dueAt: at('2026-06-15', '14:30'), limit: { amount: 4, unit: 'workHours' } },
    })
    await move(person.bureau, itemId, 'assigned', { move: 'handOver', fields: { handler: townOrg }, reason: '属地' })
    moment('2026-06-15', '14:00')
    const fresh = clockIn(await page(itemId), 'accept')
    expect(fresh).toMatchObject({ spentMinutes: 90, dueAt: at('2026-06-15', '16:30'), chargedOrgId: townOrg })
    await move(person.town, itemId, 'working', { fields: { until: { date: '2026-06-17', precision: 'day' } } })
    moment('2026-06-18', '09:00')
    const { clocks } = await page(itemId)
    expect(clocks.map(({ key, state, dueAt, overdue }) => [key, state, dueAt, overdue])).toEqual([
      ['accept', 'stopped', at('2026-06-15', '16:30'), false],
      // The 19th is 端午节; the first day does not count.
      ['settle', 'running', at('2026-06-23', '17:00'), false],
      ['promise', 'running', at('2026-06-17', '23:59'), true],
      ['confirm', 'idle', null, false],
    ])
  })

  test('time that does not count is charged to nobody, and its ground is on record', async () => {
    moment('2026-06-15', '09:00')
    const itemId = await assigned()
    await move(person.bureau, itemId, 'working', {})
    const params = { itemId, clock: 'settle' }
    const wrong = { ground: 'rain', text: ' ' }
    const { refusals } = await server.as(person.bureau).refused(pauseClock, { params, body: wrong })
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ['INPUT_INVALID', 'ground'],
      ['REASON_REQUIRED', 'text'],
    ])
    moment('2026-06-16', '10:00')
    const body = { ground: 'hearing', text: '依法听证' }
    const { clock } = await server.as(person.bureau).ask(pauseClock, { params, body })
    expect(clock).toMatchObject({ state: 'paused', dueAt: null, spentMinutes: 420 + 60 })
    expect(clock.pauses).toMatchObject([{ ground: 'hearing', text: '依法听证', toAt: null }])
    expect((await server.as(person.bureau).refused(pauseClock, { params, body })).code).toBe('CLOCK_STATE')
    moment('2026-06-18', '10:00')
    const running = await server.as(person.bureau).ask(resumeClock, { params, body: {} })
    // Without the pause it is due on the 23rd; the 16th and the 17th do not count.
    expect(running.clock).toMatchObject({ state: 'running', dueAt: at('2026-06-25', '17:00'), spentMinutes: 480 })
    expect((await server.as(person.bureau).refused(resumeClock, { params, body: {} })).code).toBe('CLOCK_STATE')
    const then = await page(itemId, at('2026-06-17', '10:00'))
    expect(clockIn(then, 'settle')).toMatchObject({ state: 'paused', spentMinutes: 480 })
    expect([then.moves, clockIn(await page(itemId, at('2026-06-16', '09:30')), 'settle').state]).toEqual([
      [],
      'running',
    ])
    const { events } = await server.ask(listItemEvents, { params: { itemId } })
    expect(events.slice(0, 2).map(({ text }) => text.zh)).toEqual([
      '“办理时限”恢复计时',
      '“办理时限”停止计时（听证）：依法听证',
    ])
  })

  test('lamps and rungs follow by themselves, at the minute', async () => {
    moment('2026-06-15', '09:00')
    const itemId = await assigned(true)
    const lamps = async () => {
      await relightByClocks(asSystem(server.deps))
      const { item, escalatedTo } = await page(itemId)
      return [item.lamp, item.lampReasons[0]?.clock, escalatedTo]
    }
    expect(await lamps()).toEqual(['green', undefined, null])
    moment('2026-06-15', '13:29')
    expect(await lamps()).toEqual(['yellow', 'accept', null])
    moment('2026-06-15', '14:30')
    expect(await lamps()).toEqual(['yellow', 'accept', null])
    moment('2026-06-15', '14:31')
    expect(await lamps()).toEqual(['red', 'accept', 'town'])
    moment('2026-06-17', '00:00')
    expect(await lamps()).toEqual(['red', 'accept', 'leader'])
    const { events } = await server.ask(listItemEvents, { params: { itemId } })
    expect(events.filter(({ verb }) => verb === 'item.escalated').map(({ actor, text }) => [actor, text.zh])).toEqual([
      ['system', '升级至区领导'],
      ['system', '升级至镇级'],
    ])
  })
})

describe('links', () => {
  const works = async () => {
    const fields = { name: '新材料产业园', place: '330402101' }
    return (await server.ask(createItem, { body: { playbook: 'works', fields } })).itemId
  }

  test('an item comes with its links, or with all that is wrong with them', async () => {
    moment('2026-06-15', '09:00')
    const [other, matter] = [await works(), await raise()]
    const body = { playbook: 'matters', fields: { name: '乙', raiser: townOrg } }
    const links = [
      { kind: 'nothing', itemId: other },
      { kind: 'about', itemId: matter },
      { kind: 'about', itemId: other, nodeKey: 'no-node' },
      { kind: 'after', itemId: '018f0000-0000-7000-8000-00000000ffff' },
    ]
    const { refusals } = await server.as(person.town).refused(createItem, { body: { ...body, links } })
    expect(refusals.map(({ code, path }) => [code, path])).toEqual(
      [0, 1, 2, 3].map((place) => ['ITEM_LINK_INVALID', `links/${place}`]),
    )
    const good = [
      { kind: 'about', itemId: other, nodeKey: 'permit' },
      { kind: 'after', itemId: matter },
    ]
    const { itemId } = await server.as(person.town).ask(createItem, { body: { ...body, links: good } })
    const seen = await page(other)
    expect(seen.links).toMatchObject([{ direction: 'from', words: { zh: '有事项' }, itemId, nodeKey: 'permit' }])
    expect((await page(itemId)).links.map(({ direction, words }) => [direction, words.zh])).toEqual([
      ['to', '涉及'],
      ['to', '承接'],
    ])
  })

  test('a link is ended, not forgotten', async () => {
    moment('2026-06-15', '09:00')
    const [other, itemId] = [await works(), await raise()]
    const link = { kind: 'about', itemId: other }
    const { linkId } = await server.as(person.town).ask(addLink, { params: { itemId }, body: link })
    const twice = await server.as(person.town).refused(addLink, { params: { itemId }, body: link })
    expect(twice.code).toBe('ITEM_LINK_INVALID')
    moment('2026-06-15', '10:00')
    await server.as(person.town).ask(removeLink, { params: { itemId, linkId }, body: { reason: '关联错了' } })
    expect((await page(itemId)).links).toEqual([])
    expect((await page(itemId, at('2026-06-15', '09:30'))).links).toHaveLength(1)
    expect((await server.as(person.town).refused(removeLink, { params: { itemId, linkId }, body: {} })).code).toBe(
      'ITEM_LINK_INVALID',
    )
    const { events } = await server.ask(listItemEvents, { params: { itemId } })
    expect(events[0]).toMatchObject({
      verb: 'link.removed',
      reason: '关联错了',
      text: { zh: '解除关联：涉及“新材料产业园”' },
    })
  })
})
