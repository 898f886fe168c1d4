import { expect, test } from 'vitest'
import { worksDictionaries, worksList } from '../testing/works-list.ts'
import { shownChanges } from './changes.ts'

const names = new Map([['u1', '凤桥镇']])
const context = { playbook: worksList, dictionaries: worksDictionaries, names, today: '2026-06-15' }
const yuan = (amount: string) => ({ amount, currency: 'CNY' })

/** `title：before → after` in Chinese. */
const read = (verb: string, data: Record<string, unknown>) =>
  shownChanges({ verb, data }, context).map(
    ({ title, from, to }) => `${title.zh}：${from?.zh ?? '无'} → ${to?.zh ?? '无'}`,
  )

test.each([
  [
    'amounts to the cent',
    'item.updated',
    { changes: { cost: { from: yuan('1200000000.00'), to: yuan('1200000000.01') } } },
    ['总投资：1,200,000,000.00 元 → 1,200,000,000.01 元'],
  ],
  ['units by name', 'item.updated', { changes: { unit: { from: null, to: 'u1' } } }, ['单位：无 → 凤桥镇']],
  ['what no field is known of', 'person.updated', { changes: { x: { from: 1, to: ['a'] } } }, ['x：1 → ["a"]']],
  ['a stage', 'item.advanced', { from: 'prepare', to: 'build', back: false }, ['阶段：前期 → 在建']],
  ['a lamp', 'item.lit', { from: 'green', to: 'red', rules: [] }, ['亮灯：绿灯 → 红灯']],
  ['anything else', 'chain.switched', { from: 'sha256', to: 'sm3' }, ['内容：sha256 → sm3']],
  [
    'a figure in the place of another',
    'fact.reported',
    { metric: 'monthDone', period: '2026-03', value: '7.00', currency: 'CNY', replaces: { value: '1234.50' } },
    ['当月完成 · 2026-03：1,234.50 元 → 7.00 元'],
  ],
  ['a first figure', 'fact.reported', { metric: 'monthDone', period: '2026-03', value: '7.00' }, []],
  [
    'nodes',
    'plan.saved',
    {
      changes: [{ nodeKey: 'file' }],
      nodes: [{ nodeKey: 'file', title: '备案', changes: { leadOrgId: { from: 'u1', to: null } } }],
    },
    ['备案 · 牵头单位：凤桥镇 → 无'],
  ],
  ['nothing', 'district.opened', {}, []],
])('%s', (_, verb, data, lines) => {
  expect(read(verb, data)).toEqual(lines)
})
