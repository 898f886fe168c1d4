import type { ItemReply } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { litRules } from './lit-rules.ts'

const playbook = playbooks.find(({ lamps }) => lamps.rules.some(({ subject }) => subject === 'node'))!
const [node, item] = [
  playbook.lamps.rules.find(({ subject }) => subject === 'node')!.key,
  playbook.lamps.rules.find(({ subject }) => subject === 'item')!.key,
]
const text = (zh: string) => ({ zh, en: zh })
const reason = (rule: string, more: object = {}) => ({ rule, level: 'red', figures: {}, text: text(rule), ...more })
const lit = (...lampReasons: object[]) => litRules(playbook, { item: { lampReasons } } as unknown as ItemReply)

test('each lit rule is offered once for each of its nodes', () => {
  const offered = lit(reason(node, { nodeKey: 'a' }), reason(node, { nodeKey: 'b' }), reason(item))
  expect(offered.map(({ key }) => key)).toEqual([`${node}/a`, `${node}/b`, `${item}/`])
})

test('what is exempted, only near, or of no known rule is not offered', () => {
  expect(lit(reason(item, { exempted: {} }), reason(node, { level: 'blue' }), reason('nobody-knows'))).toEqual([])
})
