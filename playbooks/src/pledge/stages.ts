import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers, words } from '../text.ts'

const phase = 'performance'

export const stageColumn = {
  title: words('履约状态', 'State'),
  words: headers('状态 履约进度 履约情况状态 兑现状态'),
}

/** 提醒—约谈—限期整改—追回扶持: what follows a broken pledge, step by step; none is skipped. */
export const stages: readonly Stage[] = [
  { key: 'performing', title: words('履约中', 'To be kept'), phase, words: headers('履行中 未到期 正在履约') },
  { key: 'reminded', title: words('已提醒', 'Reminded'), phase, words: headers('提醒 已提示') },
  { key: 'talked', title: words('已约谈', 'Talked to'), phase, words: headers('约谈 已约谈企业') },
  { key: 'rectifying', title: words('限期整改', 'Rectifying'), phase, words: headers('整改 整改中') },
  {
    key: 'kept',
    title: words('已兑现', 'Kept'),
    phase,
    final: true,
    reaches: 'finish',
    words: headers('兑现 达标 已履约 已完成'),
  },
  {
    key: 'recovered',
    title: words('已追回扶持', 'Support recovered'),
    phase,
    final: true,
    aside: true,
    words: headers('追回 已追回 违约处置完毕'),
  },
  {
    key: 'released',
    title: words('已免除', 'Released'),
    phase,
    final: true,
    aside: true,
    words: headers('免除 协商变更 不再履行'),
  },
]

const watching = ['lead', 'supervising', 'all'] as const
const deciding = ['supervising', 'all'] as const

const kept = (from: string): Move => ({
  from,
  to: 'kept',
  title: words('认定兑现', 'Find kept'),
  by: deciding,
  asks: ['result'],
  needs: ['result'],
})

const released = (from: string): Move => ({
  from,
  to: 'released',
  title: words('免除', 'Release'),
  by: deciding,
  asks: ['result'],
  reason: true,
})

export const moves: readonly Move[] = [
  {
    from: 'performing',
    to: 'reminded',
    title: words('提醒', 'Remind'),
    by: watching,
    asks: ['reminder'],
    needs: ['reminder'],
  },
  { from: 'reminded', to: 'talked', title: words('约谈', 'Talk'), by: watching, asks: ['talk'], needs: ['talk'] },
  {
    from: 'talked',
    to: 'rectifying',
    title: words('限期整改', 'Set a time'),
    by: watching,
    asks: ['rectifyBy'],
    needs: ['rectifyBy'],
  },
  {
    from: 'rectifying',
    to: 'recovered',
    title: words('追回扶持', 'Recover support'),
    by: deciding,
    asks: ['recovered', 'result'],
    needs: ['result'],
    reason: true,
  },
  ...['performing', 'reminded', 'talked', 'rectifying'].map(kept),
  ...['performing', 'reminded', 'talked', 'rectifying'].map(released),
  {
    from: 'kept',
    to: 'performing',
    back: true,
    title: words('撤销认定', 'Take back'),
    by: deciding,
    counts: 'reopening',
  },
]

export const gates: readonly Gate[] = []
