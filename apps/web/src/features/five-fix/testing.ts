import type { GapNode } from '@guatu/contract'

/** A node that lacks nothing, for tests to take something from. */
export const gapNode = (part: Partial<GapNode> = {}): GapNode => ({
  itemId: 'item',
  itemTitle: '甲项目',
  revision: 3,
  stage: 'land',
  areaCode: null,
  nodeKey: 'permit',
  title: '施工许可',
  standard: '取得施工许可证',
  evidence: null,
  plannedStart: '2026-03-02',
  plannedFinish: '2026-03-06',
  ownerId: 'person',
  leadOrgId: 'unit',
  leaderId: 'leader',
  unitId: 'unit',
  gaps: [],
  assignable: true,
  ...part,
})
