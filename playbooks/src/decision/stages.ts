import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers, words } from '../text.ts'

export const stageColumn = {
  title: words('落实状态', 'State'),
  words: headers('状态 办理状态 进展状态 完成状态'),
}

const phase = 'supervision'

export const stages: readonly Stage[] = [
  { key: 'decided', title: words('已议定', 'Decided'), words: headers('议定 待落实'), phase },
  { key: 'underWay', title: words('落实中', 'Under way'), words: headers('推进中 办理中'), reaches: 'start', phase },
  { key: 'reported', title: words('待确认', 'To be confirmed'), words: headers('已反馈 待审核'), phase },
  { key: 'done', title: words('已落实', 'Done'), words: headers('完成 办结'), reaches: 'finish', final: true, phase },
]

const chair = ['issuer', 'all'] as const

export const moves: readonly Move[] = [
  {
    from: 'decided',
    to: 'underWay',
    title: words('交办', 'Assign'),
    by: chair,
    asks: ['leadOrg', 'cooperatingOrgs', 'dueOn'],
  },
  { from: 'underWay', to: 'reported', title: words('反馈落实', 'Report'), by: ['lead'], asks: ['result'] },
  {
    from: 'underWay',
    to: 'underWay',
    key: 'extend',
    title: words('调整时限', 'Set another date'),
    by: chair,
    asks: ['dueOn'],
    reason: true,
    counts: 'extension',
  },
  { from: 'reported', to: 'done', title: words('确认落实', 'Confirm'), by: chair },
  {
    from: 'reported',
    to: 'underWay',
    back: true,
    title: words('退回继续落实', 'Reject'),
    by: chair,
    asks: ['dueOn'],
    counts: 'rejection',
  },
]

export const gates: readonly Gate[] = [
  {
    to: 'underWay',
    needs: [
      { kind: 'field', field: 'leadOrg' },
      { kind: 'field', field: 'dueOn' },
      { kind: 'field', field: 'task' },
    ],
  },
  { to: 'reported', needs: [{ kind: 'field', field: 'result' }] },
]
