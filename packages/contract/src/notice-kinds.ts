import type { Title } from '@guatu/kernel'

/** What people are told of, the gravest first: of several that one act brings on one item, the first stands for all. */
export const noticeKinds = {
  escalated: { zh: '已升级', en: 'Escalated' },
  clockOverdue: { zh: '时限已过', en: 'Time limit passed' },
  lampRed: { zh: '亮红灯', en: 'Red lamp' },
  returned: { zh: '被退回', en: 'Returned' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  toAct: { zh: '轮到办理', en: 'Your move' },
  assigned: { zh: '交由我方', en: 'Assigned' },
  decided: { zh: '已有结论', en: 'Decided' },
  exemptionAsked: { zh: '申请免予亮灯', en: 'Exemption asked for' },
  exemptionDecided: { zh: '免予亮灯的结论', en: 'Exemption decided' },
  lampOrange: { zh: '亮橙灯', en: 'Orange lamp' },
  clockWarned: { zh: '时限将到', en: 'Time limit near' },
  nodeAssigned: { zh: '交办节点', en: 'Node assigned' },
  lampYellow: { zh: '亮黄灯', en: 'Yellow lamp' },
  dueSoon: { zh: '节点将到期', en: 'Node due soon' },
  paused: { zh: '计时暂停或恢复', en: 'Clock stopped or started' },
  closed: { zh: '已办结', en: 'Closed' },
  post: { zh: '岗位与包联', en: 'Posts and charges' },
  imported: { zh: '台账导入', en: 'Ledger imported' },
  many: { zh: '多项变动', en: 'Several changes' },
} as const satisfies Record<string, Title>

export type NoticeKind = keyof typeof noticeKinds

export const noticeKindKeys = Object.keys(noticeKinds) as NoticeKind[]

/** Kinds that a person gets by mail at once unless he says otherwise; the rest waits for the daily digest. */
export const urgentKinds: readonly NoticeKind[] = ['escalated', 'clockOverdue', 'returned', 'reopened', 'toAct']
