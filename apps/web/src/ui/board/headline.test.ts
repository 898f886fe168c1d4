import { describe, expect, it } from 'vitest'
import { is } from '../../api/filter.ts'
import { headlineOf } from './headline.ts'
import { boardTexts } from './texts.ts'

const item = { zh: '项目', en: 'Project' }
const ruleTitle = (rule: string) => ({ zh: `规则${rule}`, en: rule })
const lamps = (red: number, orange = 0) => ({ red, orange, yellow: 0, blue: 0, green: 9, none: 0 })
const board = { items: 30, lamps: lamps(13), lampsWeekAgo: lamps(9), redRules: [] }
const texts = (input: Parameters<typeof headlineOf>[0]) => headlineOf(input, item, ruleTitle).map(({ text }) => text)

describe('headlineOf', () => {
  it('says how many are red, how that moved, and what most of it is due to', () => {
    const redRules = [
      { rule: 'behind', items: 5 },
      { rule: 'late', items: 9 },
    ]
    const parts = headlineOf({ ...board, redRules }, item, ruleTitle)
    expect(parts.map(({ values }) => values.count)).toEqual([13, 4, undefined, 9])
    expect(parts[0]?.wanted).toEqual([is('lamp', 'red')])
    expect(parts[3]).toMatchObject({
      values: { rule: { zh: '规则late' } },
      wanted: [is('lamp', 'red'), is('rule', 'late')],
    })
  })

  it('compares only where the week before is known', () => {
    expect(texts({ ...board, lampsWeekAgo: null })).toEqual([boardTexts.redNow])
    expect(texts({ ...board, lampsWeekAgo: lamps(13) })).toContain(boardTexts.asWeekAgo)
    expect(texts({ ...board, lampsWeekAgo: lamps(20) })).toContain(boardTexts.fewerThanWeekAgo)
  })

  it('speaks of the gravest lamp that is lit', () => {
    expect(texts({ ...board, lamps: lamps(0, 3) })[0]).toBe(boardTexts.orangeNow)
    expect(texts({ ...board, lamps: lamps(0) })[0]).toBe(boardTexts.calm)
  })
})
