import type { Clock } from '@guatu/playbook'
import { words } from '../text.ts'

/** Waits that are nobody's time. */
const pauses = {
  higher: words('等待上级部门批复', 'A higher authority decides'),
  hearing: words('听证、检测、鉴定、专家评审（行政许可法第四十五条）', 'Hearing, test or expert review'),
  court: words('诉讼、仲裁或行政复议期间', 'Lawsuit, arbitration or review'),
  force: words('不可抗力', 'Force majeure'),
}

export const clocks: readonly Clock[] = [
  {
    key: 'receipt',
    title: words('签收时限', 'To receive'),
    runsIn: ['issued'],
    limit: [{ amount: 1, unit: 'workdays', basis: '某地督办签收时限：4 小时提醒、8 小时黄灯、1 个工作日红灯' }],
    pauses: {},
    chargedTo: 'lead',
    restarts: true,
  },
  {
    key: 'reply',
    title: words('办理时限', 'To reply'),
    runsIn: ['received', 'extensionAsked'],
    limit: { field: 'dueOn' },
    pauses,
    chargedTo: 'lead',
    warnPercent: 20,
  },
  {
    key: 'approval',
    title: words('延期审批时限', 'To decide on the extension'),
    runsIn: ['extensionAsked'],
    limit: [{ amount: 2, unit: 'workdays', basis: '由区自定' }],
    pauses: {},
    chargedTo: 'issuer',
    restarts: true,
  },
  {
    key: 'acceptance',
    title: words('验收时限', 'To accept'),
    runsIn: ['replied'],
    limit: [{ amount: 3, unit: 'workdays', basis: '由区自定' }],
    pauses: {},
    chargedTo: 'issuer',
    warnPercent: 20,
    restarts: true,
  },
]
