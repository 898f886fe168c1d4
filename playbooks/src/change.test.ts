import { checkFields, missingForMove, movesFrom } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { change } from './change.ts'
import { dictionaries } from './index.ts'

const whole = {
  title: '南湖新材 计划变更申请',
  reasonKind: 'demolition',
  reason: '三户未签约，桩基不能进场',
  basis: '凤桥镇征迁专班会议纪要〔2026〕12 号',
}
const missing = (from: string, to: string, fields: Record<string, unknown> = {}) => {
  const move = movesFrom(change, from).find((candidate) => candidate.to === to)!
  const item = { stage: from, fields }
  return missingForMove({ playbook: change, item, nodes: [], facts: [] }, move).map(({ path }) => path)
}

describe('an application for a change of plan', () => {
  test('is handed in with kind, reason and evidence, and nothing else', () => {
    expect(missing('drafted', 'applied')).toEqual(['reasonKind', 'reason', 'basis'])
    expect(missing('drafted', 'applied', whole)).toEqual([])
    expect(checkFields(change, whole, { dictionaries, whole: true }).kind).toBe('done')
  })

  test('has an effect when it is handed in and when it is approved, at no other step', () => {
    const effects = change.moves.flatMap(({ from, to, effect }) => (effect ? [[from, to, effect]] : []))
    expect(effects).toEqual([
      ['drafted', 'applied', 'submitChange'],
      ['returned', 'applied', 'submitChange'],
      ['applied', 'approved', 'approveChange'],
    ])
  })

  test('is decided by the supervising level, never by its own side', () => {
    for (const { by } of movesFrom(change, 'applied').filter(({ to }) => to !== 'withdrawn')) {
      expect(by).toEqual(['supervising', 'leader', 'charge', 'all'])
    }
    for (const { by } of change.moves.filter(({ to }) => to === 'withdrawn' || to === 'applied')) {
      expect(by).not.toContain('supervising')
    }
  })

  test('is returned, refused and withdrawn with a reason; what is decided stays so', () => {
    for (const move of change.moves.filter(({ to }) => ['returned', 'refused', 'withdrawn'].includes(to))) {
      expect(move.reason).toBe(true)
    }
    expect(['approved', 'refused', 'withdrawn'].flatMap((stage) => movesFrom(change, stage))).toEqual([])
    expect(missing('applied', 'refused')).toEqual([])
  })

  test('every stage is of the phase of applications', () => {
    expect(new Set(change.stages.map(({ phase }) => phase))).toEqual(new Set(['application']))
  })

  test('has to be decided within five workdays, of the deciding unit’s time, but for what nobody answers for', () => {
    const [clock, ...others] = change.clocks!
    expect(others).toEqual([])
    expect(clock).toMatchObject({ runsIn: ['applied'], chargedTo: 'supervising', restarts: true })
    expect(clock!.limit).toEqual([{ amount: 5, unit: 'workdays' }])
    expect(Object.keys(clock!.pauses)).toContain('material')
  })
})
