import { type LampLevel, lampLevels } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openNode, yuan } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import { type LightLampsInput, lightLamps } from './light.ts'

const calendar = chinaCalendar()
const today = '2026-11-21'

const light = (more: Partial<LightLampsInput> & { fields?: object; stage?: string }) =>
  lightLamps({
    playbook: sample,
    item: { stage: more.stage ?? 'prepare', fields: (more.fields ?? {}) as Record<string, unknown> },
    nodes: [],
    today,
    calendar,
    ...more,
  })

const due = (plannedFinish: string | null, more = {}) => openNode('permit', { plannedFinish, ...more })
const nodeLamp = (plannedFinish: string | null, more = {}) =>
  light({ nodes: [due(plannedFinish, more)] }).nodeLamps.permit

const daysBefore = (days: number) => new Date(Date.UTC(2026, 10, 21) - days * 86_400_000).toISOString().slice(0, 10)

describe('a node', () => {
  test.each([
    [-8, 'green'],
    [-7, 'blue'],
    [-1, 'blue'],
    [0, 'blue'],
    [1, 'yellow'],
    [15, 'yellow'],
    [16, 'orange'],
    [30, 'orange'],
    [31, 'red'],
    [400, 'red'],
  ] as const)('%i days past its finish is %s', (days, lamp) => {
    expect(nodeLamp(daysBefore(days))).toBe(lamp)
  })

  test('that is done is green however late it was', () => {
    expect(nodeLamp('2020-01-01', { done: true, doneBasis: 'reported' })).toBe('green')
    expect(nodeLamp(null, { done: true, doneBasis: 'stage' })).toBe('green')
  })

  test('without a date cannot be judged', () => {
    expect(nodeLamp(null)).toBe('none')
  })

  test('tells which rule, which node and which figures', () => {
    expect(light({ nodes: [due(daysBefore(16))] }).reasons).toEqual([
      {
        rule: 'late',
        level: 'orange',
        nodeKey: 'permit',
        figures: { lateDays: 16, lateDaysRed: 30 },
        text: { zh: '节点 permit：逾期 16 天', en: 'Node permit: 16 days late' },
      },
    ])
  })

  test('lights one level of a rule, the gravest that holds', () => {
    expect(light({ nodes: [due(daysBefore(40))] }).reasons).toHaveLength(1)
  })

  test('two nodes of the same dates are told apart', () => {
    const nodes = [due(daysBefore(3)), openNode('file', { plannedFinish: daysBefore(3) })]
    expect(light({ nodes }).reasons.map((reason) => reason.nodeKey)).toEqual(['permit', 'file'])
  })
})

describe('thresholds are data', () => {
  test('a district’s own are used, and the next district’s again', () => {
    const nodes = [due(daysBefore(5))]
    const strict = { ...sample.lamps.thresholds, lateDaysOrange: 3, lateDaysRed: 4 }
    expect(light({ nodes, thresholds: strict }).lamp).toBe('red')
    expect(light({ nodes }).lamp).toBe('yellow')
    expect(light({ nodes, thresholds: { ...strict, lateDaysRed: 30 } }).lamp).toBe('orange')
  })

  test('another day is judged as of that day', () => {
    const nodes = [due('2026-11-20')]
    expect(light({ nodes, today: '2026-11-01' }).lamp).toBe('green')
    expect(light({ nodes, today: '2026-11-19' }).lamp).toBe('blue')
    expect(light({ nodes, today: '2027-01-04' }).lamp).toBe('red')
    expect(light({ nodes, today: '2026-11-01' }).lamp).toBe('green')
  })
})

describe('the item', () => {
  const plan = yuan('300000000.00')
  const behind = (done: string) => light({ fields: { plan, done: yuan(done) } })

  test.each([
    ['300000000.00', 'green', 0],
    ['237000000.00', 'green', 9.77],
    ['236000000.00', 'yellow', 10.1],
    ['177000000.00', 'yellow', 29.77],
    ['176000000.00', 'red', 30.1],
    ['0.00', 'red', 88.77],
  ] as const)('with %s of 3 亿 invested by 21 November is %s', (done, lamp, points) => {
    const lit = behind(done)
    expect(lit.lamp).toBe(lamp)
    if (lamp !== 'green') expect(lit.reasons[0]!.figures.behindPoints).toBeCloseTo(points, 2)
  })

  test('tells its figures in the sentence', () => {
    expect(behind('0.00').reasons[0]).toMatchObject({
      rule: 'behind',
      level: 'red',
      figures: { behindPoints: 88.77, donePercent: 0, elapsedPercent: 88.77 },
      text: { zh: '落后 88.8 个百分点', en: '88.8 points behind' },
    })
  })

  test('that has finished is not behind any more', () => {
    expect(light({ stage: 'end', fields: { plan, done: yuan('0.00') } }).lamp).toBe('green')
  })

  test('with a plan and nothing reported is not judged by it', () => {
    expect(light({ fields: { plan } }).lamp).toBe('none')
  })

  test('with a foreign plan is not judged by it', () => {
    const dollars = { amount: '10.00', currency: 'USD' }
    expect(light({ fields: { plan: dollars, done: dollars } }).lamp).toBe('none')
  })

  test('takes the worst of its own and its nodes’ lamps, gravest reason first', () => {
    const nodes = [due(daysBefore(2)), openNode('file', { plannedFinish: daysBefore(20) })]
    const lit = light({ nodes, fields: { plan, done: yuan('236000000.00') } })
    expect(lit.lamp).toBe('orange')
    expect(lit.reasons.map((reason) => reason.level)).toEqual(['orange', 'yellow', 'yellow'])
    expect(lit.nodeLamps).toEqual({ permit: 'yellow', file: 'orange' })
  })
})

describe('green and undetermined', () => {
  test('nothing to judge is undetermined', () => {
    expect(light({}).lamp).toBe('none')
    expect(light({ nodes: [openNode('permit')] }).lamp).toBe('none')
    const passed = openNode('file', { done: true, doneBasis: 'stage' })
    expect(light({ nodes: [passed, openNode('permit')] }).lamp).toBe('none')
  })

  test('something to judge and nothing wrong is green', () => {
    expect(light({ nodes: [due('2027-06-30')] }).lamp).toBe('green')
    expect(light({ fields: { ends: { date: '2027-06-30', precision: 'month' } } }).lamp).toBe('green')
    expect(light({ nodes: [openNode('file', { done: true })] }).lamp).toBe('green')
  })
})

describe('any node', () => {
  const gravity = (level: LampLevel) => lampLevels.indexOf(level)

  test('a later day never makes an open node’s lamp lighter, once it is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100 }), (late, more) => {
        const [early, later] = [nodeLamp(daysBefore(late))!, nodeLamp(daysBefore(late + more))!]
        expect(gravity(later)).toBeLessThanOrEqual(gravity(early))
      }),
    )
  })

  test('less done never makes the item’s lamp lighter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (done, less) => {
        const lamp = (millions: number) =>
          light({ fields: { plan: yuan('300000000.00'), done: yuan(`${millions}000000.00`) } }).lamp
        expect(gravity(lamp(Math.max(0, done - less)))).toBeLessThanOrEqual(gravity(lamp(done)))
      }),
    )
  })

  test('the item is never lighter than any of its nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 60 }), { maxLength: 6 }), (lates) => {
        const nodes = lates.map((late, index) => openNode(`n${index}`, { plannedFinish: daysBefore(late) }))
        const lit = light({ nodes })
        for (const lamp of Object.values(lit.nodeLamps)) expect(gravity(lit.lamp)).toBeLessThanOrEqual(gravity(lamp))
        expect(lit.reasons.every((reason) => gravity(reason.level) >= gravity(lit.lamp))).toBe(true)
      }),
    )
  })
})
