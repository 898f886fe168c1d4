import type { Plan, PlanNode } from './plan-draft.ts'

const node = (key: string, durationWorkdays: number, stage = 'preliminary'): PlanNode => ({
  key,
  title: { zh: `节点${key}`, en: `Node ${key}` },
  stage,
  durationWorkdays,
  standard: { zh: '取得批文', en: 'Approval obtained' },
  leadOrg: 'lead',
})

/** Filing, then land and review side by side, then the permit. */
export const samplePlan: Plan = {
  nodes: [node('a', 5), node('b', 20), node('c', 10), node('d', 7)],
  links: [
    { from: 'a', to: 'b', type: 'FS', lagWorkdays: 0, soft: false },
    { from: 'a', to: 'c', type: 'FS', lagWorkdays: 0, soft: false },
    { from: 'b', to: 'd', type: 'FS', lagWorkdays: 2, soft: false },
    { from: 'c', to: 'd', type: 'FS', lagWorkdays: 0, soft: true },
  ],
  thresholds: { lateRedDays: 30, lateOrangeDays: 15 },
}
