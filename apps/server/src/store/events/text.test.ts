import { expect, test } from 'vitest'
import { worksDictionaries, worksList } from '../testing/works-list.ts'
import { eventText } from './text.ts'

const names = new Map([['u1', '凤桥镇']])
const context = { playbook: worksList, dictionaries: worksDictionaries, names, today: '2026-06-15' }
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const say = (verb: string, data: Record<string, unknown>) => eventText({ verb, data }, context).zh

test.each([
  ['item.created', { stage: 'prepare' }, '列入清单，阶段“前期”'],
  [
    'item.updated',
    { changes: { cost: { from: yuan('1200000000.00'), to: yuan('1300000000.00') } } },
    '总投资 由 12 亿元 改为 13 亿元',
  ],
  ['item.updated', { changes: { unit: { from: null, to: 'u1' } } }, '填写单位：凤桥镇'],
  ['item.updated', { changes: { trouble: { from: '缺地', to: null } } }, '清除问题（原为 缺地）'],
  ['item.advanced', { from: 'prepare', to: 'build', back: false }, '阶段由“前期”进入“在建”'],
  ['item.lit', { from: 'green', to: 'red', rules: ['behind', 'late'] }, '由绿灯转为红灯：滞后序时、节点逾期'],
  [
    'fact.reported',
    { metric: 'monthDone', period: '2026-03', value: '32000000.00', currency: 'CNY' },
    '报送当月完成（2026年3月）3,200 万元',
  ],
  [
    'fact.withdrawn',
    { metric: 'monthDone', period: '2026-03', value: '32000000.00', currency: 'CNY' },
    '撤回当月完成（2026年3月）3,200 万元',
  ],
  [
    'fact.verified',
    { metric: 'yearDone', period: '2026', value: '100000000.00', currency: 'CNY' },
    '核实年度完成（2026年）1 亿元',
  ],
  [
    'plan.saved',
    {
      changes: [{ nodeKey: 'file', actualFinish: '2026-06-03' }],
      titles: { file: '备案' },
      movedNodes: 2,
      finishShiftWorkdays: 12,
      finish: null,
    },
    '节点“备案”6月3日完成；2 个节点随之调整；最后节点推迟 12 个工作日',
  ],
  ['import.committed', { fileName: '月报.xlsx', created: 16, changed: 3 }, '导入《月报.xlsx》：新增 16 个、改动 3 个'],
  ['import.committed', { fileName: '月报.xlsx' }, '导入《月报.xlsx》'],
  ['import.undone', { removed: 16, restored: 3 }, '撤销导入台账：移除 16 个、恢复 3 个'],
  ['nobody.knows', {}, 'nobody.knows'],
])('%s reads as a sentence', (verb, data, text) => {
  expect(say(verb, data)).toBe(text)
})

test('a long list of changes is cut, with their number', () => {
  const changes = Object.fromEntries(
    ['name', 'permit', 'trouble', 'share', 'land', 'keeper'].map((key) => [key, { from: null, to: 'x' }]),
  )
  expect(say('item.updated', { changes })).toMatch(/等 6 项$/)
})
