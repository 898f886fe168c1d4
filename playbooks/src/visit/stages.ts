import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const stageColumn = {
  title: words('督导状态', 'State'),
  words: headers('状态 走访状态 进展状态 落实状态'),
}

const phase = 'supervision'

export const stages: readonly Stage[] = [
  { key: 'planned', title: words('已计划', 'Planned'), words: headers('计划 待走访 未走访'), phase },
  { key: 'made', title: words('已走访', 'Made'), words: headers('走访 已督导 完成走访'), reaches: 'finish', phase },
  { key: 'followedUp', title: words('已回访', 'Followed up'), words: headers('跟踪 已跟踪 落实中'), phase },
  { key: 'closed', title: words('已办结', 'Closed'), words: headers('办结 完成 销号'), final: true, phase },
  { key: 'cancelled', title: words('已取消', 'Cancelled'), words: headers('取消'), aside: true, final: true, phase },
]

const visitor = ['issuer', 'all'] as const

export const moves: readonly Move[] = [
  {
    from: 'planned',
    to: 'made',
    title: words('记录走访', 'Record the visit'),
    by: visitor,
    asks: ['visitedOn', 'place', 'findings', 'promises', 'followUpOn'],
  },
  { from: 'planned', to: 'cancelled', title: words('取消', 'Cancel'), by: visitor, reason: true },
  {
    from: 'made',
    to: 'followedUp',
    title: words('记录回访', 'Record the follow-up'),
    by: ['issuer', 'all', 'lead'],
    asks: ['followUp'],
    needs: ['followUp'],
  },
  { from: 'made', to: 'closed', title: words('无承诺事项，办结', 'Nothing promised: close'), by: visitor },
  { from: 'followedUp', to: 'closed', title: words('办结', 'Close'), by: visitor },
  {
    from: 'followedUp',
    to: 'made',
    back: true,
    title: words('继续跟踪', 'Follow up again'),
    by: visitor,
    asks: ['followUpOn'],
    counts: 'reopening',
  },
]

export const gates: readonly Gate[] = [
  {
    to: 'made',
    needs: [
      { kind: 'field', field: 'visitor' },
      { kind: 'field', field: 'area' },
      { kind: 'field', field: 'visitedOn' },
      { kind: 'field', field: 'findings' },
      { kind: 'field', field: 'followUpOn', when: 'filled.promises' },
    ],
  },
  {
    to: 'closed',
    needs: [
      {
        kind: 'condition',
        test: '!filled.promises || filled.followUp',
        message: words('有现场承诺的，办结前要写明落实情况', 'What was promised needs an account of what came of it'),
      },
    ],
  },
]
