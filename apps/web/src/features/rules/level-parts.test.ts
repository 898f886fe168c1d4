import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { levelParts } from './level-parts.ts'

const read = (expression: string) =>
  levelParts(expression)
    .map((part) => (part.kind === 'threshold' ? `[${part.key}]` : part.text.zh))
    .join(' ')

describe('conditions in words', () => {
  it('names figures and keeps thresholds apart', () => {
    expect(read('node.lateDays > t.lateRedDays')).toBe('逾期天数 ＞ [lateRedDays]')
    expect(read('node.lateDays>=t.a && !item.finished')).toBe('逾期天数 ≥ [a] 且 未 已竣工')
    expect(read('item.behindPoints > 30.5')).toBe('落后序时百分点 ＞ 30.5')
  })

  it('shows what it does not know as it is written', () => {
    expect(read('item.unknown == 3')).toBe('item.unknown ＝ 3')
  })

  it('finds every threshold of the shipped rules', () => {
    for (const { lamps } of playbooks) {
      const used = lamps.rules.flatMap(({ levels }) =>
        Object.values(levels).flatMap((expression) =>
          levelParts(expression).flatMap((part) => (part.kind === 'threshold' ? [part.key] : [])),
        ),
      )
      expect([...new Set(used)].sort()).toEqual(Object.keys(lamps.thresholds).sort())
    }
  })
})
