import { decideAdvance, movesFrom } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { decision } from './decision.ts'
import { order } from './order.ts'
import { visit } from './visit.ts'

type Fields = Record<string, unknown>

const day = (date: string) => ({ date, precision: 'day' })
const item = (playbook: typeof order, stage: string, fields: Fields) => ({
  playbook,
  item: { stage, fields },
  nodes: [],
  facts: [],
})

interface Asked {
  readonly move?: string
  readonly fields?: Fields
  readonly reason?: string
  readonly links?: readonly { kind: string; fields: Fields }[]
}

function go(playbook: typeof order, [stage, to]: readonly [string, string], fields: Fields, asked: Asked = {}) {
  return decideAdvance({ ...item(playbook, stage, fields), to, ...asked } as never)
}

const missing = (outcome: ReturnType<typeof go>) =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ path }) => path) : []

const drafted = {
  title: '加快办理用地手续',
  ground: '逾期22天',
  demand: '月底前办结',
  issuerOrg: 'office',
  leadOrg: 'planning',
  dueOn: day('2026-11-27'),
}

describe('an order', () => {
  test('is issued when it says all that it has to, and everything missing is told at once', () => {
    expect(missing(go(order, ['drafted', 'issued'], { title: '甲', orderKind: 'hint' }))).toEqual([
      'ground',
      'demand',
      'issuerOrg',
      'leadOrg',
      'dueOn',
    ])
    expect(go(order, ['drafted', 'issued'], { ...drafted, orderKind: 'hint' })).toMatchObject({ kind: 'done' })
  })

  test.each([
    ['order', 'hint'],
    ['yellowCard', 'order'],
    ['redCard', 'yellowCard'],
  ])('of kind %s cites one of kind %s', (orderKind, before) => {
    const fields = { ...drafted, orderKind }
    const cites = (kind: string, documentNumber: string | null = '南督〔2026〕1号') => ({
      links: [{ kind: 'cites', fields: { orderKind: kind, documentNumber } }],
    })
    expect(missing(go(order, ['drafted', 'issued'], fields))).toEqual(['links/cites'])
    expect(missing(go(order, ['drafted', 'issued'], fields, cites(orderKind)))).toEqual(['links/cites'])
    expect(missing(go(order, ['drafted', 'issued'], fields, cites(before, null)))).toEqual(['links/cites'])
    expect(go(order, ['drafted', 'issued'], fields, cites(before))).toMatchObject({ kind: 'done' })
  })

  test('may go out without a hint letter for a reason, a card never', () => {
    const direct = { ...drafted, directGround: '区委常委会当场交办' }
    expect(go(order, ['drafted', 'issued'], { ...direct, orderKind: 'order' })).toMatchObject({ kind: 'done' })
    expect(missing(go(order, ['drafted', 'issued'], { ...direct, orderKind: 'yellowCard' }))).toEqual(['links/cites'])
  })

  test('is never issued by the unit that handles it', () => {
    const own = { ...drafted, orderKind: 'hint', issuerOrg: 'planning' }
    expect(missing(go(order, ['drafted', 'issued'], own))).toEqual(['gates/issued'])
  })

  test('is extended, rejected and opened again, each counted and each with a reason', () => {
    const fields = { ...drafted, orderKind: 'hint', reply: '已办' }
    const reason = '情况属实'
    const dueOn = day('2026-12-10')
    const grant = { move: 'grant', reason, fields: { dueOn } }
    expect(go(order, ['extensionAsked', 'received'], fields, grant)).toMatchObject({ value: { counts: 'extension' } })
    const refusal = go(order, ['extensionAsked', 'received'], fields, { move: 'refuse', reason })
    expect(refusal).toMatchObject({ value: { counts: null, move: 'refuse' } })
    expect(go(order, ['replied', 'received'], fields, { reason })).toMatchObject({ value: { counts: 'rejection' } })
    expect(go(order, ['accepted', 'received'], fields, { reason })).toMatchObject({ value: { counts: 'reopening' } })
    expect(missing(go(order, ['replied', 'received'], fields))).toEqual(['reason'])
  })

  test('asks for date and ground where more time is asked for', () => {
    expect(missing(go(order, ['received', 'extensionAsked'], drafted))).toEqual(['askedUntil', 'extensionGround'])
  })

  test('is received and answered by the unit that handles it, accepted and struck off by the one that issued it', () => {
    const by = (from: string, to: string) => movesFrom(order, from).find((move) => move.to === to)?.by
    for (const [from, to] of [
      ['issued', 'received'],
      ['received', 'replied'],
      ['received', 'extensionAsked'],
    ] as const)
      expect(by(from, to)).toEqual(['lead'])
    for (const [from, to] of [
      ['replied', 'accepted'],
      ['accepted', 'struckOff'],
      ['drafted', 'issued'],
    ] as const)
      expect(by(from, to)).toEqual(['issuer', 'all'])
  })
})

describe('a visit', () => {
  test('is recorded with what was found, and a promise with a date to look again', () => {
    const planned = { title: '走访大桥镇', visitor: 'p', area: '330402103' }
    expect(missing(go(visit, ['planned', 'made'], planned))).toEqual(['visitedOn', 'findings'])
    const fields = { visitedOn: day('2026-11-20'), findings: '桩基未进场', promises: '镇里月底前协调' }
    expect(missing(go(visit, ['planned', 'made'], planned, { fields }))).toEqual(['followUpOn'])
    const whole = { ...fields, followUpOn: day('2026-11-30') }
    expect(go(visit, ['planned', 'made'], planned, { fields: whole })).toMatchObject({ kind: 'done' })
  })

  test('is closed at once where nothing was promised, else after it was followed up', () => {
    expect(go(visit, ['made', 'closed'], {})).toMatchObject({ kind: 'done' })
    expect(missing(go(visit, ['made', 'closed'], { promises: '甲' }))).toContain('gates/closed')
    expect(go(visit, ['followedUp', 'closed'], { promises: '甲', followUp: '已办' })).toMatchObject({ kind: 'done' })
  })
})

describe('a decision', () => {
  test('becomes a task of a unit with a date', () => {
    expect(missing(go(decision, ['decided', 'underWay'], { title: '甲' }))).toEqual(['leadOrg', 'dueOn', 'task'])
  })

  test('another date is a counted step with its reason', () => {
    const outcome = go(decision, ['underWay', 'underWay'], drafted, {
      move: 'extend',
      reason: '等批复',
      fields: { dueOn: day('2026-12-31') },
    })
    expect(outcome).toMatchObject({ value: { counts: 'extension' } })
  })
})

test('all three stand under supervision in every stage', () => {
  for (const playbook of [order, visit, decision]) {
    expect(playbook.stages.every((stage) => stage.phase === 'supervision')).toBe(true)
    expect(playbook.raisedBy).toEqual(['issuer', 'all'])
  }
})
