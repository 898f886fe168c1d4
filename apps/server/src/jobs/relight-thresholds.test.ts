import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { worksList } from '../store/testing/works-list.ts'
import { reachOf } from './relight-thresholds.ts'

const { thresholds } = worksList.lamps

test.each([
  ['nothing', {}, 'none'],
  ['what node rules read', { soonDays: 20 }, 'openNodes'],
  ['what item rules read', { redPoints: 40 }, 'items'],
  ['what both read', { soonDays: 20, redPoints: 40 }, 'items'],
  ['what no rule reads', { unknownPoints: 1 }, 'none'],
])('a change of %s reaches as far as the rules that read it', (_, change, reach) => {
  expect(reachOf(worksList, thresholds, { ...thresholds, ...change })).toBe(reach)
})

test('every threshold of a shipped list reaches some item', () => {
  for (const playbook of playbooks) {
    const before = playbook.lamps.thresholds
    for (const [key, value] of Object.entries(before)) {
      expect(reachOf(playbook, before, { ...before, [key]: value + 1 }), `${playbook.key} ${key}`).not.toBe('none')
    }
  }
})
