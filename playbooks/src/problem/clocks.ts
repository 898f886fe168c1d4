import type { Clock, Rung } from '@guatu/playbook'
import { words } from '../text.ts'

const receipt = '某地督办签收时限：4 小时提醒、8 小时黄灯、1 个工作日红灯'
const whistle = '广陵“吹哨报到”：简单事项当日答复，复杂事项 10 个工作日内答复'
const weekly = '永康：周五前报送、周三前核实、每周会商'

/** A wait that the law does not count (行政许可法 art. 45), or that is in nobody's hands here. */
const pauses = {
  hearing: words('听证、检验、检测、鉴定、专家评审（行政许可法第四十五条）', 'Hearing, test or expert review'),
  higher: words('等待上级部门批复', 'A higher authority decides'),
  raiser: words('等待提出方补充材料', 'The raiser has to bring material'),
  court: words('诉讼、仲裁或行政复议期间', 'Lawsuit, arbitration or review'),
  force: words('不可抗力', 'Force majeure'),
}

const warnPercent = 20

export const clocks: readonly Clock[] = [
  {
    key: 'assignment',
    title: words('交办时限', 'To assign'),
    runsIn: ['raised', 'declined'],
    limit: [
      { when: "fields.urgency == 'urgent'", amount: 4, unit: 'workHours', basis: receipt },
      { amount: 3, unit: 'workdays', basis: weekly },
    ],
    pauses,
    chargedTo: 'supervising',
    warnPercent,
    restarts: true,
  },
  {
    key: 'acceptance',
    title: words('受理时限', 'To accept'),
    runsIn: ['assigned'],
    limit: [
      { when: "fields.urgency == 'urgent'", amount: 4, unit: 'workHours', basis: receipt },
      { amount: 1, unit: 'workdays', basis: receipt },
    ],
    pauses,
    chargedTo: 'lead',
    warnPercent,
    restarts: true,
  },
  {
    key: 'answer',
    title: words('答复时限', 'To answer'),
    runsIn: ['accepted'],
    limit: [
      // The hours of one working day: what comes late in the day is answered by the same time of the next.
      { when: "fields.complexity == 'simple'", amount: 7, unit: 'workHours', basis: whistle },
      { amount: 10, unit: 'workdays', basis: whistle },
    ],
    pauses,
    chargedTo: 'lead',
    warnPercent,
  },
  {
    key: 'solving',
    title: words('承诺解决期限', 'To solve, as promised'),
    runsIn: ['handling'],
    limit: { field: 'promisedOn' },
    pauses,
    chargedTo: 'lead',
    warnPercent,
  },
  {
    key: 'confirmation',
    title: words('确认时限', 'To confirm'),
    runsIn: ['confirming'],
    limit: [{ amount: 5, unit: 'workdays', basis: '由区自定；逾期未确认的，牵头单位可申请裁定' }],
    pauses,
    chargedTo: 'raiser',
    warnPercent,
    restarts: true,
  },
  {
    key: 'decision',
    title: words('裁定时限', 'To decide the appeal'),
    runsIn: ['appealed'],
    limit: [{ amount: 30, unit: 'days', basis: '督查规则：异议 30 日内作出决定' }],
    pauses,
    chargedTo: 'supervising',
    warnPercent,
    restarts: true,
  },
]

/** Who takes it up when the time has run out below (永康: what is not settled in the joint session goes up). */
export const ladder: readonly Rung[] = [
  {
    level: 'town',
    title: words('镇街协调', 'The town co-ordinates'),
    after: { clock: 'acceptance', overdueWorkdays: 1 },
  },
  {
    level: 'department',
    title: words('部门主要负责人', 'Head of the department'),
    after: { clock: 'answer', overdueWorkdays: 1 },
  },
  {
    level: 'leader',
    title: words('区领导协调', 'A district leader co-ordinates'),
    after: { clock: 'solving', overdueWorkdays: 3 },
  },
  {
    level: 'joint',
    title: words('联席会商', 'Joint meeting'),
    after: { clock: 'solving', overdueWorkdays: 10 },
  },
]
