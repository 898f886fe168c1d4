import type { Playbook } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { circleOf, planFaults } from './plan-check.ts'
import { withLinksInto, withNode, withoutNode, withThreshold } from './plan-draft.ts'
import { samplePlan } from './testing.ts'

const playbook: Playbook = {
  ...playbooks[0]!,
  stages: [{ key: 'preliminary', title: { zh: '前期', en: 'Preliminary' }, words: [] }],
  gates: [{ to: 'preliminary', needs: [{ kind: 'nodeDone', node: 'd' }] }],
}
const faults = (plan = samplePlan) => planFaults(plan, playbook).map(({ path, message }) => `${path} ${message.zh}`)
const link = (from: string, to: string) => ({ from, to, type: 'FS', lagWorkdays: 0, soft: false }) as const

describe('checking a plan', () => {
  it('finds nothing wrong with a good one, nor with the shipped ones', () => {
    expect(faults()).toEqual([])
    for (const { nodes, links, lamps, ...rest } of playbooks) {
      const shipped = { nodes: [...nodes], links: [...links], thresholds: lamps.thresholds }
      expect(planFaults(shipped, { nodes, links, lamps, ...rest })).toEqual([])
    }
  })

  it('lists everything that is wrong at once', () => {
    const plan = withNode(withNode(samplePlan, 'a', { title: { zh: ' ', en: '' }, durationWorkdays: -1 }), 'b', {
      title: { zh: '节点c', en: '' },
      leadOrg: '',
      standard: { zh: '', en: '' },
      stage: 'gone',
    })
    expect(faults(plan)).toEqual([
      'nodes/a/title 节点要有名称',
      'nodes/a/durationWorkdays 工期为 0—5000 个工作日',
      'nodes/b/title “节点c”重名',
      'nodes/b/stage 没有这个阶段',
      'nodes/b/leadOrg 要有责任单位',
      'nodes/b/standard 要写明完成标准',
      'nodes/c/title “节点c”重名',
    ])
  })

  it('names a circle of links by its nodes', () => {
    expect(circleOf(samplePlan)).toBeNull()
    const plan = withLinksInto(samplePlan, 'a', [link('d', 'a')])
    expect(faults(plan)).toEqual(['nodes/a/links 前置绕成了圈：节点a → 节点b → 节点d → 节点a'])
  })

  it('refuses links to itself, to nowhere and twice', () => {
    const plan = withLinksInto(samplePlan, 'b', [link('b', 'b'), link('x', 'b'), link('a', 'b'), link('a', 'b')])
    expect(faults(plan)).toEqual([
      'nodes/b/links 节点不能以自己为前置',
      'nodes/b/links 前置节点已不存在',
      'nodes/b/links 前置“节点a”重复',
    ])
  })

  it('keeps nodes that a gate asks for, and thresholds that are numbers', () => {
    expect(faults(withoutNode(samplePlan, 'd'))[0]).toContain('进入“前期”要求节点')
    expect(faults(withThreshold(samplePlan, 'lateRedDays', Number.NaN))).toEqual([
      'thresholds/lateRedDays 阈值为不小于 0 的数',
    ])
  })
})
