import type { LampReason } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import { describe, expect, test } from 'vitest'
import { openNode, yuan } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import { type Exemption, exempt, isInForce } from './exempt.ts'
import { lightLamps } from './light.ts'

const granted: Exemption = {
  ...{ exemptionId: 'e', rule: 'behind', nodeKey: null, ground: 'policy' },
  ...{ from: '2026-06-10', until: '2026-06-30', endedOn: null, by: '区府办' },
}
const reason = (more: Partial<LampReason> = {}): LampReason => ({
  ...{ rule: 'behind', level: 'red', figures: {}, text: { zh: '落后', en: 'behind' } },
  ...more,
})

describe('in force', () => {
  test.each([
    ['2026-06-09', false],
    ['2026-06-10', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('on %s: %s', (day, inForce) => expect(isInForce(granted, day)).toBe(inForce))

  test('until the day on which it was ended, which alters no day before', () => {
    const ended = { ...granted, endedOn: '2026-06-20' }
    expect(['2026-06-19', '2026-06-20'].map((day) => isInForce(ended, day))).toEqual([true, false])
  })
})

describe('a reason', () => {
  test('stays and says why, until when and by whose word it does not light', () => {
    const [told] = exempt([reason()], [granted], '2026-06-15')
    expect(told?.exempted).toEqual({ exemptionId: 'e', ground: 'policy', until: '2026-06-30', by: '区府办' })
    expect(told?.text.zh).toBe('落后（已豁免至 2026-06-30：国家或上级政策调整；批准：区府办）')
    expect(told?.text.en).toContain('granted by 区府办')
  })

  test('of another rule or another node is not meant', () => {
    const ofNode = { ...granted, nodeKey: 'permit' }
    const lit = [
      reason({ rule: 'late', nodeKey: 'permit' }),
      reason({ nodeKey: 'file' }),
      reason({ nodeKey: 'permit' }),
    ]
    expect(exempt(lit, [ofNode], '2026-06-15').map(({ exempted }) => Boolean(exempted))).toEqual([false, false, true])
  })

  test('is the same object where nothing is in force', () => {
    const lit = [reason()]
    expect(exempt(lit, [granted], '2026-07-15')).toBe(lit)
  })
})

describe('the lamp', () => {
  const fields = { plan: yuan('300000000.00'), done: yuan('0.00') }
  const light = (exemptions: readonly Exemption[], nodes = [openNode('permit', { plannedFinish: '2026-06-01' })]) =>
    lightLamps({
      ...{
        playbook: sample,
        item: { stage: 'prepare', fields },
        nodes,
        today: '2026-06-15',
        calendar: chinaCalendar(),
      },
      exemptions,
    })

  test('is that of what is left, and the reason stands last', () => {
    const { lamp, reasons } = light([granted])
    expect(lamp).toBe('yellow')
    expect(reasons.map(({ rule, exempted }) => [rule, Boolean(exempted)])).toEqual([
      ['late', false],
      ['behind', true],
    ])
  })

  test('of a node goes out with its exemption', () => {
    const both = [granted, { ...granted, rule: 'late', nodeKey: 'permit' }]
    expect(light(both)).toMatchObject({ lamp: 'green', nodeLamps: { permit: 'green' } })
    expect(light([granted, { ...granted, rule: 'late', nodeKey: 'file' }]).nodeLamps).toEqual({ permit: 'yellow' })
  })
})
