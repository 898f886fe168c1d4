import type { PlanNode } from '../node.ts'

/** An open, undated node; tests say what differs. */
export const openNode = (nodeKey: string, more: Partial<PlanNode> = {}): PlanNode => ({
  nodeKey,
  title: `节点 ${nodeKey}`,
  stage: 'prepare',
  durationWorkdays: 5,
  ownerId: null,
  leadOrgId: null,
  leaderId: null,
  standard: '看得见的结果',
  plannedStart: null,
  plannedFinish: null,
  baselineStart: null,
  baselineFinish: null,
  actualStart: null,
  actualFinish: null,
  done: false,
  doneBasis: null,
  percentDone: null,
  notBefore: null,
  floatWorkdays: null,
  critical: false,
  lamp: 'none',
  ...more,
})
