import type { PlanNode } from '@guatu/kernel'
import { openNode } from '@guatu/kernel/testing'
import { fiveFixGaps } from '@guatu/playbook'
import { expect, test } from 'vitest'
import { withHoles } from './holes.ts'

const node = (nodeKey: string): PlanNode =>
  openNode(nodeKey, {
    ownerId: 'p',
    leadOrgId: 'o',
    leaderId: 'l',
    plannedStart: '2026-11-02',
    plannedFinish: '2026-11-06',
  })

const plan = Array.from({ length: 24 }, (_, place) => node(`n${place}`))
const projects = Array.from({ length: 60 }, (_, project) => project)

test('some nodes lack owner, leader or standard, most lack nothing', () => {
  const gaps = projects.flatMap((project) => withHoles(plan, project).map((one) => fiveFixGaps(one)))
  expect(new Set(gaps.flat())).toEqual(new Set(['owner', 'leader', 'standard']))
  expect(gaps.filter((found) => found.length === 0).length).toBeGreaterThan(gaps.length * 0.85)
})

test('what is begun or done stays as it was', () => {
  const begun = plan.map((one) => ({ ...one, actualStart: '2026-11-02' }))
  const done = plan.map((one) => ({ ...one, done: true }))
  for (const project of projects) {
    expect(withHoles(begun, project)).toEqual(begun)
    expect(withHoles(done, project)).toEqual(done)
  }
})
