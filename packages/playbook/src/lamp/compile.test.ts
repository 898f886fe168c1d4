import { chinaCalendar } from '@guatu/schedule'
import { describe, expect, test } from 'vitest'
import { mutated } from '../../test/mutate.ts'
import { openNode } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import { compiledLamps, litReasons } from './compile.ts'
import { nodeFigures } from './node-figures.ts'
import { nodeJudge } from './node-judge.ts'

const calendar = chinaCalendar()
const { thresholds } = sample.lamps
const rules = compiledLamps(sample)

const figures = (more: Record<string, number | boolean>) => ({
  ...nodeFigures(openNode('permit'), '2026-11-21', calendar),
  ...more,
})

describe('compiled rules', () => {
  test('stand by their subject, in the playbook’s order', () => {
    expect(rules.node.map(({ rule }) => rule.key)).toEqual(['late', 'soon'])
    expect(rules.item.map(({ rule }) => rule.key)).toEqual(['behind'])
  })

  test('have their levels gravest first, however they were written', () => {
    const turned = mutated([
      'lamps/rules/0/levels',
      { yellow: 'node.lateDays > 1', blue: 'node.lateDays > 0', red: 'node.lateDays > 9', orange: 'node.lateDays > 5' },
    ])
    const [late] = compiledLamps(turned).node
    expect(late!.levels.map(([level]) => level)).toEqual(['red', 'orange', 'yellow', 'blue'])
  })

  test('are compiled once', () => {
    expect(compiledLamps(sample)).toBe(rules)
  })

  test('with a mistake throw: a defined playbook has none', () => {
    expect(() => compiledLamps(mutated(['lamps/rules/0/when', 'node.nothing > 0']))).toThrow()
  })
})

describe('a lit rule', () => {
  const lit = (more: Record<string, number | boolean>) => litReasons(rules.node, figures(more), thresholds)

  test('needs its condition and one of its levels', () => {
    expect(lit({ lateDays: 5 }).map((reason) => reason.level)).toEqual(['yellow'])
    expect(lit({ lateDays: 0 })).toEqual([])
    expect(lit({ dated: true, dueInDays: 8 })).toEqual([])
    expect(lit({ dated: true, dueInDays: 7 }).map((reason) => reason.rule)).toEqual(['soon'])
    expect(lit({ dated: false, dueInDays: 7 })).toEqual([])
  })

  test('shows figures of its subject and of the thresholds', () => {
    expect(lit({ lateDays: 31 })[0]!.figures).toEqual({ lateDays: 31, lateDaysRed: 30 })
  })

  test('quotes its figures with a decimal at most', () => {
    const item = {
      behindPoints: 12.345,
      donePercent: 3,
      elapsedPercent: 88.77,
      hasPlan: true,
      reported: true,
      finished: false,
    }
    expect(litReasons(rules.item, item, thresholds)[0]!.text).toEqual({
      zh: '落后 12.3 个百分点',
      en: '12.3 points behind',
    })
  })

  test('two rules may light for one subject', () => {
    const both = mutated(['lamps/rules/1/when', 'node.lateDays >= 0'], ['lamps/rules/1/levels', { blue: 'true' }])
    const reasons = litReasons(compiledLamps(both).node, figures({ lateDays: 3 }), thresholds)
    expect(reasons.map((reason) => reason.level)).toEqual(['yellow', 'blue'])
  })
})

describe('the judge of a day', () => {
  const day = { thresholds, today: '2026-11-21', calendar }
  const late = openNode('permit', { plannedFinish: '2026-11-01' })

  test('says the same as the rules do', () => {
    const judge = nodeJudge(sample, day)
    for (const finish of [null, '2026-11-01', '2026-11-20', '2026-11-22', '2027-11-22']) {
      const node = openNode('permit', { plannedFinish: finish })
      const expected = litReasons(rules.node, { ...nodeFigures(node, day.today, calendar) }, thresholds)
      expect(judge(node)).toEqual(expected)
      expect(judge(node)).toEqual(expected)
    }
  })

  test('is kept for the day and made anew for another', () => {
    const judge = nodeJudge(sample, day)
    expect(nodeJudge(sample, { ...day })).toBe(judge)
    expect(nodeJudge(sample, { ...day, today: '2026-11-22' })).not.toBe(judge)
    expect(nodeJudge(sample, { ...day, thresholds: { ...thresholds } })).not.toBe(judge)
  })

  test('tells nodes apart by all that the figures are made of', () => {
    const started = mutated(
      ['lamps/rules/0/when', 'node.startLateDays > 0 && !node.started'],
      ['lamps/rules/0/levels', { yellow: 'node.critical', blue: 'node.floatWorkdays < 3' }],
    )
    const judge = nodeJudge(started, day)
    const base = { plannedStart: '2026-11-01', plannedFinish: '2027-01-29', floatWorkdays: 9 }
    const level = (more: object) => judge(openNode('permit', { ...base, ...more })).map((reason) => reason.level)
    expect(level({})).toEqual([])
    expect(level({ critical: true })).toEqual(['yellow'])
    expect(level({ floatWorkdays: 2 })).toEqual(['blue'])
    expect(level({ floatWorkdays: 2, actualStart: '2026-11-02' })).toEqual([])
    expect(level({ floatWorkdays: 2, plannedStart: '2026-12-01' })).toEqual([])
  })

  test('gives a reason without a node: the item names it', () => {
    expect(nodeJudge(sample, day)(late)[0]!.nodeKey).toBeUndefined()
  })
})
